import type { HandedOver } from '#/app/_delivery/upload.ts'

/** So many files one hands over at a time. */
export const MOST_HANDED_OVER = 1_000

/** What there is to send, and what of a folder was left out by its name. */
export type Gathered = {
  readonly files: readonly HandedOver[]
  readonly leftOut: readonly string[]
  readonly isCut: boolean
}

/** What programs put in folders beside the files of people. */
const BESIDE = /^\.|^(?:Thumbs\.db|desktop\.ini)$/i
const SENT = /\.(?:xml|zip)$/i

const readBatch = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const pathOf = (entry: FileSystemEntry) => entry.fullPath.replace(/^\//, '')

/** All that lies in a folder and the folders in it, in the order of their names. */
async function* within(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemFileEntry> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  // A browser gives a hundred at a time, and an empty list at the end.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) entries.push(...batch)
  for (const entry of entries.toSorted((one, other) => one.name.localeCompare(other.name))) {
    if (isFolder(entry)) yield* within(entry)
    else if (isFile(entry)) yield entry
  }
}

class Gathering {
  readonly files: HandedOver[] = []
  readonly leftOut: string[] = []
  isCut = false

  /** False when there is no room for more. */
  take(file: File, name: string): boolean {
    if (this.files.length >= MOST_HANDED_OVER) {
      this.isCut = true
      return false
    }
    this.files.push({ file, name })
    return true
  }

  async takeOfFolder(name: string, path: string, file: () => Promise<File>): Promise<boolean> {
    if (BESIDE.test(name)) return true
    // Taken away between the look into the folder and this one.
    const found = SENT.test(name) ? await file().catch(() => null) : null
    if (found) return this.take(found, path)
    this.leftOut.push(path)
    return true
  }
}

/** False when there is no room for more. */
async function takeFolder(gathering: Gathering, folder: FileSystemDirectoryEntry): Promise<boolean> {
  try {
    for await (const one of within(folder))
      if (!(await gathering.takeOfFolder(one.name, pathOf(one), () => fileOf(one)))) return false
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // A folder that the browser may not read, or that is gone.
    gathering.leftOut.push(`${pathOf(folder)}/`)
  }
  return true
}

/** What was dropped: files as they are, folders with all that lies in them. */
export type Dropped = { readonly entry: FileSystemEntry | null; readonly file: File | null }

/** Gathers what was dropped. Of folders only XML files and zips are taken, each named by its path. */
export async function gatherDropped(dropped: readonly Dropped[]): Promise<Gathered> {
  const gathering = new Gathering()
  for (const { entry, file } of dropped) {
    if (entry && isFolder(entry)) {
      if (!(await takeFolder(gathering, entry))) return gathering
    } else if (file && !gathering.take(file, file.name)) return gathering
  }
  return gathering
}

/** Gathers what was chosen, one by one or as a folder. */
export async function gatherChosen(chosen: readonly File[]): Promise<Gathered> {
  const gathering = new Gathering()
  const inOrder = chosen.toSorted((one, other) => one.webkitRelativePath.localeCompare(other.webkitRelativePath))
  for (const file of inOrder) {
    const path = file.webkitRelativePath
    const isTaken =
      path === ''
        ? gathering.take(file, file.name)
        : await gathering.takeOfFolder(file.name, path, () => Promise.resolve(file))
    if (!isTaken) return gathering
  }
  return gathering
}
