import { faulty } from '#/lib/berichten/attention-repository.ts'
import type { Shown } from '#/lib/berichten/eigen-bijdrage/shown.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'

// In the words of the index bericht_eigen_bijdrage: with parameters in their place no plan would use it.
const OF_EIGEN_BIJDRAGE = Prisma.sql`b.berichtsoort IN ('WMO405', 'WMO406', 'WMO407', 'WMO408')`

const CONDITIONS: Readonly<Record<Shown, () => Prisma.Sql | null>> = {
  alles: () => null,
  onbeantwoord: () =>
    Prisma.sql`b.direction = 'AANGELEVERD' AND b.status IN ('IN_CONTROLE', 'IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD')`,
  ophalen: () => Prisma.sql`b.direction = 'ONTVANGEN' AND b.status = 'BESCHIKBAAR'`,
  fouten: faulty,
}

/** The condition on the bericht called b that it is about the eigen bijdrage, and of what is to be shown. */
export function onlyEigenBijdrage(shown: Shown): Prisma.Sql {
  const more = CONDITIONS[shown]()
  return more === null ? OF_EIGEN_BIJDRAGE : Prisma.sql`${OF_EIGEN_BIJDRAGE} AND ${more}`
}
