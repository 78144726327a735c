import { accepted, answered, destination, file, setUpQueue } from '#/tests/support/delivery-queue.ts'

describe('what the queue says of a file whose answer was lost', () => {
  // Somebody who reads that nothing was stored delivers it elsewhere, and it counts twice.
  test.each([
    ['answer lost for good', { kind: 'lost' }],
    ['logged out since', answered(401)],
    ['file moved since', { kind: 'unreadable' }],
  ] as const)(
    'says of a file that was sent whole once that it may be stored, and never that it is not: %s',
    (_, end) => {
      const { queue, states, last, passes } = setUpQueue()
      queue.add(
        ['kwaad.zip', ...'abcdefgh'].map((name) => file(name)),
        destination,
      )
      last('kwaad.zip', { kind: 'checking' })
      last('kwaad.zip', { kind: 'lost' })
      passes(30_000)
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        last('kwaad.zip', end)
        last(name, accepted)
        passes(30_000)
      }
      expect(states()[0]).toBe('kwaad.zip unsure')
      queue.retry('sleutel-1')
      queue.cancel('sleutel-1')
      expect(states()[0]).toBe('kwaad.zip unsure')
    },
  )

  test.each([
    ['a gateway that heard nothing', 504, 'unsure'],
    ['a portal that took nothing', 503, 'cancelled'],
  ] as const)('knows after %s whether a file that was sent whole may be stored', (_, status, end) => {
    const { queue, states, last } = setUpQueue()
    queue.add([file('a.xml')], destination)
    last('a.xml', { kind: 'checking' })
    last('a.xml', answered(status))
    queue.cancel('sleutel-1')
    expect(states()).toEqual([`a.xml ${end}`])
  })

  test('says that nothing was stored of a file that never was sent whole', () => {
    const { queue, states, last, passes } = setUpQueue()
    queue.add([file('a.xml')], destination)
    last('a.xml', { kind: 'sending', percent: 99 })
    last('a.xml', { kind: 'lost' })
    passes(30_000)
    last('a.xml', answered(401))
    expect(states()).toEqual(['a.xml ended'])
  })
})
