import { cleanFileName } from '#/lib/berichten/file-name.ts'

/** What an unzip program on any system takes for the same name. */
const sameName = (name: string) => name.normalize('NFC').toLowerCase()
// Beside what cleanFileName takes away: signs that Windows does not take in a name, and a point or space at its end.
const UNFIT = /[<>:"|?*]/g
const UNFIT_END = /[. ]+$/

/** `melding.xml`, the second time `melding (2).xml`. */
function numbered(name: string, count: number): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return `${name.slice(0, name.length - extension.length)} (${count})${extension}`
}

/**
 * Names for the entries of a zip, in the order of the files: no path in them, fit for every system, and none twice. `taken`
 * are names that the zip has besides.
 */
export function entryNames(fileNames: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map(sameName))
  return fileNames.map((fileName) => {
    const fit = cleanFileName(fileName.replace(UNFIT, '_')).replace(UNFIT_END, '_')
    let name = fit
    for (let count = 2; used.has(sameName(name)); count += 1) name = numbered(fit, count)
    used.add(sameName(name))
    return name
  })
}
