import { Circuit } from '#/lib/wlz/circuit.ts'

const at = (seconds: number) => new Date(1_000_000 + seconds * 1_000)

describe('the circuit before the register', () => {
  // Guards issue "timeout 10 s with circuit breaker": people do not wait for what does not answer.
  it('opens after five failures in a row, and not before', () => {
    const circuit = new Circuit()
    for (let failures = 0; failures < 5; failures++) {
      expect(circuit.admits(at(0))).toBe(true)
      circuit.failed(at(0))
    }
    expect([circuit.admits(at(1)), circuit.admits(at(29))]).toEqual([false, false])
  })

  it('forgets failures at an answer', () => {
    const circuit = new Circuit()
    for (const outcome of ['failed', 'failed', 'failed', 'failed', 'succeeded', 'failed'] as const)
      circuit[outcome](at(0))
    expect(circuit.admits(at(0))).toBe(true)
  })

  it('lets one question through after half a minute, and the others when that was answered', () => {
    const circuit = new Circuit()
    for (let failures = 0; failures < 5; failures++) circuit.failed(at(0))
    expect([circuit.admits(at(31)), circuit.admits(at(31))]).toEqual([true, false])
    circuit.failed(at(31))
    expect(circuit.admits(at(32))).toBe(false)
    expect(circuit.admits(at(62))).toBe(true)
    circuit.succeeded()
    expect([circuit.admits(at(62)), circuit.admits(at(62))]).toEqual([true, true])
  })
})
