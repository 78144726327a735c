import { brokers } from '#/lib/identity/brokers/brokers.ts'

/** A makelaar as the page of choices shows it. */
export type BrokerChoice = { readonly id: string; readonly name: string }

/** The makelaars with which somebody of a gemeente can log in, by name. The servicedesk has a door of its own. */
export async function brokerChoices(): Promise<readonly BrokerChoice[]> {
  const choices = (await brokers()).filter(({ kind }) => kind === 'eherkenning').map(({ id, name }) => ({ id, name }))
  return choices.sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}
