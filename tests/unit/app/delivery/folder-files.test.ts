import { gatherChosen, gatherDropped } from '#/app/_delivery/folder-files.ts'

type Tree = { readonly [name: string]: Tree | 'file' | 'gone' }

/** Entries as a browser gives them: a folder hands out two at a time and then an empty list. */
function entriesOf(tree: Tree, path = ''): FileSystemEntry[] {
  return Object.entries(tree).map(([name, node]) => {
    const fullPath = `${path}/${name}`
    const isFile = typeof node === 'string'
    const shared = { name, fullPath, isFile, isDirectory: !isFile }
    if (isFile) {
      const file = (good: (file: File) => void, bad: (error: DOMException) => void) =>
        node === 'gone' ? bad(new DOMException('', 'NotFoundError')) : good(new File(['<a/>'], name))
      return { ...shared, file } as unknown as FileSystemEntry
    }
    const createReader = () => {
      const left = entriesOf(node, fullPath)
      return { readEntries: (good: (entries: FileSystemEntry[]) => void) => good(left.splice(0, 2)) }
    }
    return { ...shared, createReader } as unknown as FileSystemEntry
  })
}
const drop = (tree: Tree) => gatherDropped(entriesOf(tree).map((entry) => ({ entry, file: null })))
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name)

function chosen(path: string): File {
  const file = new File(['<a/>'], path.split('/').at(-1) ?? '')
  Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' })
  return file
}

describe('gathering what is delivered', () => {
  test('takes the XML files and zips of a dropped folder and of the folders in it, by their paths', async () => {
    const { files, leftOut, isCut } = await drop({
      map: {
        'c.xml': 'file',
        'a.XML': 'file',
        'b.zip': 'file',
        'foto.jpg': 'file',
        onder: { 'd.xml': 'file', 'e.doc': 'file' },
      },
    })
    expect(names(files)).toEqual(['map/a.XML', 'map/b.zip', 'map/c.xml', 'map/onder/d.xml'])
    expect(leftOut).toEqual(['map/foto.jpg', 'map/onder/e.doc'])
    expect(isCut).toBe(false)
  })

  test('says nothing of what programs put in folders, and names what is gone when it is looked for', async () => {
    const { files, leftOut } = await drop({
      map: { '.DS_Store': 'file', 'Thumbs.db': 'file', 'weg.xml': 'gone', 'a.xml': 'file' },
    })
    expect(names(files)).toEqual(['map/a.xml'])
    expect(leftOut).toEqual(['map/weg.xml'])
  })

  test('names a folder that may not be read', async () => {
    const [entry] = entriesOf({ dicht: {} })
    const closed = {
      ...entry,
      createReader: () => ({
        readEntries: (_good: unknown, bad: (error: DOMException) => void) =>
          bad(new DOMException('', 'NotReadableError')),
      }),
    } as unknown as FileSystemEntry
    const found = await gatherDropped([
      { entry: closed, file: null },
      { entry: null, file: chosen('los.xml') },
    ])
    expect(names(found.files)).toEqual(['los.xml'])
    expect(found.leftOut).toEqual(['dicht/'])
  })

  // Whoever drags a whole disk must not fill the memory, nor think that all of it went.
  test('takes a thousand files and says that there were more', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, place) => [`${place}.xml`, 'file'] as const))
    const { files, isCut } = await drop({ map: many })
    expect(files).toHaveLength(1_000)
    expect(isCut).toBe(true)
  })

  // One by one somebody chooses knowingly: the portal says what is wrong with the file.
  test('takes files chosen one by one as they are, and of a chosen folder what a dropped one gives', async () => {
    expect(names((await gatherChosen([chosen('b.txt'), chosen('a.xml')])).files)).toEqual(['b.txt', 'a.xml'])
    const folder = await gatherChosen([chosen('map/b.xml'), chosen('map/a.xml'), chosen('map/c.txt')])
    expect(names(folder.files)).toEqual(['map/a.xml', 'map/b.xml'])
    expect(folder.leftOut).toEqual(['map/c.txt'])
  })
})
