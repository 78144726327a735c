import { accepted, answered, destination, file, setUpQueue } from '#/tests/support/delivery-queue.ts'

describe('the queue of deliveries', () => {
  test('sends three at a time, in order', () => {
    const { queue, names, last } = setUpQueue()
    queue.add(
      ['a.xml', 'b.xml', 'c.xml', 'd.xml'].map((name) => file(name)),
      destination,
    )
    expect(names()).toEqual(['a.xml', 'b.xml', 'c.xml'])
    last('b.xml', accepted)
    expect(names()).toEqual(['a.xml', 'b.xml', 'c.xml', 'd.xml'])
  })

  // The portal unpacks one zip per person and refuses a second one.
  test('never sends a second zip while one is under way or was asked to wait', () => {
    const { queue, names, last, passes } = setUpQueue()
    queue.add(
      ['een.zip', 'twee.ZIP', 'los.xml'].map((name) => file(name)),
      destination,
    )
    expect(names()).toEqual(['een.zip', 'los.xml'])
    last('een.zip', answered(503, {}, 2))
    expect(names()).toEqual(['een.zip', 'los.xml'])
    passes(2_000)
    expect(names()).toEqual(['een.zip', 'los.xml', 'een.zip'])
    last('een.zip', answered(207, { resultaten: [] }))
    expect(names()).toEqual(['een.zip', 'los.xml', 'een.zip', 'twee.ZIP'])
  })

  // A file that arrived although its answer was lost is there twice when the second try has a key of its own.
  test('goes on by itself after a loss, under the same key, and begins nothing new in the meantime', () => {
    const { queue, tries, names, states, last, passes } = setUpQueue()
    queue.add(
      ['a.xml', 'b.xml', 'c.xml', 'd.xml'].map((name) => file(name)),
      destination,
    )
    last('a.xml', { kind: 'checking' })
    for (const name of ['a.xml', 'b.xml', 'c.xml']) last(name, { kind: 'lost' })
    expect(states()).toEqual(['a.xml interrupted', 'b.xml interrupted', 'c.xml interrupted', 'd.xml waiting'])
    passes(999)
    expect(names()).toHaveLength(3)
    passes(1)
    expect(names().slice(3)).toEqual(['a.xml', 'b.xml', 'c.xml'])
    expect(tries.map(({ key }) => key)).toEqual([
      'sleutel-1',
      'sleutel-2',
      'sleutel-3',
      'sleutel-1',
      'sleutel-2',
      'sleutel-3',
    ])
    for (const name of ['a.xml', 'b.xml', 'c.xml']) last(name, accepted)
    last('d.xml', accepted)
    expect(states()).toEqual(['a.xml accepted', 'b.xml accepted', 'c.xml accepted', 'd.xml accepted'])
  })

  test('waits longer after each loss, up to half a minute, and from the beginning after an answer', () => {
    const { queue, names, last, passes } = setUpQueue()
    queue.add([file('a.xml'), file('b.xml')], destination)
    const lose = () => {
      last('a.xml', { kind: 'lost' })
      last('b.xml', { kind: 'lost' })
    }
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      const before = names().length
      lose()
      passes(seconds * 1_000 - 1)
      expect(names()).toHaveLength(before)
      passes(1)
      expect(names()).toHaveLength(before + 2)
    }
    last('b.xml', accepted)
    last('a.xml', { kind: 'lost' })
    const before = names().length
    passes(1_000)
    expect(names()).toHaveLength(before + 1)
  })

  test('goes on at once when the connection is back, and when somebody asks for it', () => {
    const { queue, names, last, passes } = setUpQueue()
    queue.add([file('a.xml')], destination)
    last('a.xml', { kind: 'lost' })
    queue.tryNow()
    expect(names()).toEqual(['a.xml', 'a.xml'])
    // The pause that was called off begins nothing later.
    passes(60_000)
    expect(names()).toEqual(['a.xml', 'a.xml'])
  })

  // Something between browser and portal can stop one file for ever: the others must not wait for it for ever.
  test('gives up one file that is lost five times while others come through', () => {
    const { queue, states, last, passes } = setUpQueue()
    queue.add(
      ['kwaad.xml', ...'abcdefgh'].map((name) => file(name)),
      destination,
    )
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      last('kwaad.xml', { kind: 'lost' })
      last(name, accepted)
      passes(30_000)
    }
    expect(states()[0]).toBe('kwaad.xml failed')
    expect(states().slice(1, 7)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name} accepted`))
  })

  test.each([429, 502, 503, 504])('waits out a %s as long as it is asked to, and shows no refusal', (status) => {
    const { queue, names, states, last, passes } = setUpQueue()
    queue.add([file('a.xml')], destination)
    last('a.xml', answered(status, { title: 'Druk' }, 7))
    expect(states()).toEqual(['a.xml busy'])
    passes(6_999)
    expect(names()).toHaveLength(1)
    passes(1)
    expect(names()).toHaveLength(2)
    last('a.xml', accepted)
    expect(states()).toEqual(['a.xml accepted'])
  })

  test.each([
    ['sending', 'cancelled', false],
    ['checking', 'unsure', false],
    ['sending', 'cancelled', true],
    ['checking', 'unsure', true],
  ] as const)(
    'cancelled while %s it is %s (lost before: %s), and what comes after says nothing',
    (kind, end, isLost) => {
      const { queue, tries, states, last, passes } = setUpQueue()
      queue.add([file('a.xml')], destination)
      last('a.xml', kind === 'sending' ? { kind, percent: 50 } : { kind })
      if (isLost) last('a.xml', { kind: 'lost' })
      queue.cancel('sleutel-1')
      expect(states()).toEqual([`a.xml ${end}`])
      expect(tries[0]?.cancelled).toBe(!isLost)
      last('a.xml', accepted)
      passes(60_000)
      expect(states()).toEqual([`a.xml ${end}`])
      expect(tries).toHaveLength(1)
    },
  )

  // OWASP, idle time-out: a queue that works through the night keeps nobody logged in.
  test('says of one file of all that were handed over that somebody asked for it, of none that goes by itself', () => {
    const { queue, tries, last, passes } = setUpQueue()
    queue.add(
      ['a.xml', 'b.xml', 'c.xml', 'd.xml'].map((name) => file(name)),
      destination,
    )
    last('a.xml', accepted)
    last('b.xml', answered(503))
    last('c.xml', { kind: 'lost' })
    passes(30_000)
    queue.tryNow()
    queue.add([file('e.xml'), file('f.xml')], destination)
    for (const name of ['b.xml', 'c.xml', 'd.xml']) last(name, answered(409, { title: 'Al aangeleverd' }))
    queue.retry('sleutel-2')
    expect(tries.filter(({ isByHand }) => isByHand).map(({ name }) => name)).toEqual(['a.xml', 'b.xml'])
    expect(tries.map(({ name }) => name)).toEqual(
      ['a', 'b', 'c', 'd', 'b', 'c', 'e', 'f', 'b'].map((name) => `${name}.xml`),
    )
    expect(tries.at(-1)?.isByHand).toBe(true)
  })

  test('asks no more after an hour of being asked to wait, and says why', () => {
    const { queue, tries, states, last, passes } = setUpQueue()
    queue.add([file('a.xml')], destination)
    for (let pause = 0; pause < 200; pause += 1) {
      last('a.xml', answered(503, { title: 'Het is nu te druk' }))
      passes(30_000)
    }
    expect([tries.length, states()]).toEqual([121, ['a.xml refused']])
  })

  test('sends nothing that is too large, and nothing again that cannot be read', () => {
    const { queue, names, states, last, passes } = setUpQueue()
    queue.add([file('groot.xml', 101), file('weg.xml')], destination)
    last('weg.xml', { kind: 'unreadable' })
    passes(60_000)
    expect(names()).toEqual(['weg.xml'])
    expect(states()).toEqual(['groot.xml tooLarge', 'weg.xml unreadable'])
  })

  // Logged out in the same tab: nothing of it may be left for who logs in next.
  test('stops everything and forgets it', () => {
    const { queue, tries, last, passes } = setUpQueue()
    queue.add([file('a.xml'), file('b.xml'), file('c.xml')], destination)
    last('a.xml', answered(503))
    last('b.xml', { kind: 'lost' })
    queue.stop()
    passes(60_000)
    expect(queue.uploads()).toEqual([])
    expect(tries).toHaveLength(3)
    expect(tries[2]?.cancelled).toBe(true)
  })
})
