import { type Finding, MAXIMUM_FINDINGS, withinReport } from '#/lib/istandaarden/checks/check-report.ts'

const many = (ernst: Finding['ernst'], count: number) =>
  Array.from({ length: count }, (_, number) => ({ ernst, number }))

describe('withinReport', () => {
  it('keeps everything that fits', () => {
    const findings = many('waarschuwing', MAXIMUM_FINDINGS)
    expect(withinReport(findings)).toEqual(findings)
  })

  // A report without its one error would let the file through.
  it('lets the last warnings go before any error', () => {
    const kept = withinReport([...many('waarschuwing', MAXIMUM_FINDINGS + 5), ...many('fout', 2)])
    expect(kept).toEqual([...many('waarschuwing', MAXIMUM_FINDINGS - 2), ...many('fout', 2)])
  })

  it('keeps the first errors when they alone are too many', () => {
    const kept = withinReport([...many('waarschuwing', 3), ...many('fout', MAXIMUM_FINDINGS + 1)])
    expect(kept).toEqual(many('fout', MAXIMUM_FINDINGS))
  })
})
