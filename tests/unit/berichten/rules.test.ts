import fc from 'fast-check'
import {
  type BerichtEvent,
  canWithdraw,
  directionOf,
  LIFECYCLES,
  statusAfter,
  statusesBefore,
  type Transition,
} from '#/lib/berichten/rules.ts'
import { BerichtStatus, type Direction } from '#/lib/generated/prisma/enums.ts'

const DIRECTIONS = Object.keys(LIFECYCLES) as Direction[]
const transitionsOf = (direction: Direction) => Object.entries<Transition>(LIFECYCLES[direction])
const EVENTS = DIRECTIONS.flatMap((direction) => transitionsOf(direction).map(([event]) => event as BerichtEvent))
const statusesOf = (direction: Direction) =>
  new Set(transitionsOf(direction).flatMap(([, { from, to }]) => [...from, to]))
const TERMINAL = ['AFGEKEURD', 'INGETROKKEN', 'BEANTWOORD', 'DOORGESTUURD', 'VERLOPEN']

const nextStatus = (direction: Direction, current: BerichtStatus, event: BerichtEvent) =>
  directionOf(event) === direction && statusesBefore(event).includes(current) ? statusAfter(event) : null

const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 })

describe('the lifecycles of a bericht', () => {
  it('share no event and only the statuses of the virus scanner, and use every status that there is', () => {
    expect(new Set(EVENTS).size).toBe(EVENTS.length)
    const [delivered, received] = [statusesOf('AANGELEVERD'), statusesOf('ONTVANGEN')]
    // Both are held for the virus scanner, and refused when it finds something.
    expect([...delivered].filter((one) => received.has(one))).toEqual(['IN_CONTROLE', 'AFGEKEURD'])
    expect(new Set([...delivered, ...received])).toEqual(new Set(Object.values(BerichtStatus)))
  })

  it.each(DIRECTIONS)('begin in one way and reach every status of %s from there', (direction) => {
    const beginnings = transitionsOf(direction).filter(([, { from }]) => from.length === 0)
    expect(beginnings).toHaveLength(1)
    const reached = new Set<BerichtStatus>(beginnings.map(([, { to }]) => to))
    for (let before = 0; before < reached.size; ) {
      before = reached.size
      for (const [, { from, to }] of transitionsOf(direction)) if (from.some((one) => reached.has(one))) reached.add(to)
    }
    expect(reached).toEqual(statusesOf(direction))
  })

  // Whatever happens in whatever order: a bericht never gets a status of the other kind, and nothing leaves an end.
  it('are never left by any sequence of events, and an end stays an end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIRECTIONS), events, (direction, sequence) => {
        const own = statusesOf(direction)
        let current = statusAfter(direction === 'AANGELEVERD' ? 'deliver' : 'arrive')
        for (const event of sequence) {
          const next = nextStatus(direction, current, event)
          if (TERMINAL.includes(current)) expect([current, event, next]).toEqual([current, event, null])
          if (next === null) continue
          expect(statusesBefore(event)).toContain(current)
          expect(next).toBe(statusAfter(event))
          expect(own.has(next)).toBe(true)
          current = next
        }
      }),
    )
  })

  it('let every status that is no end go somewhere', () => {
    for (const one of Object.values(BerichtStatus)) {
      const isLeft = EVENTS.some((event) => statusesBefore(event).includes(one))
      expect([one, isLeft]).toEqual([one, !TERMINAL.includes(one)])
    }
  })

  it('know of every event to which berichten it happens', () => {
    for (const direction of DIRECTIONS)
      for (const [event] of transitionsOf(direction)) expect(directionOf(event as BerichtEvent)).toBe(direction)
  })
})

describe('canWithdraw', () => {
  // After a try the chain may have it, also when it waits for the next one.
  it('is true only of what waits and never left', () => {
    for (const one of Object.values(BerichtStatus)) {
      expect(canWithdraw({ status: one, sentAt: null })).toBe(one === 'IN_WACHTRIJ')
      expect(canWithdraw({ status: one, sentAt: new Date(0) })).toBe(false)
    }
  })
})
