import { readdirSync, readFileSync } from 'node:fs'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { registerText } from '#/scripts/releases/release-register.ts'
import { ruleList } from '#/scripts/releases/rule-list.ts'

describe('files that follow from the releases', () => {
  it('has a register of exactly the folders that are there', () => {
    const folders = readdirSync('lib/istandaarden/releases')
    expect(readFileSync('lib/istandaarden/release-register.ts', 'utf8')).toBe(registerText(folders))
  })

  it('names the releases oldest first, by number', () => {
    expect(registerText(['3.10', '10.0', '3.9', 'notes.md'])).toContain('= [release3_9, release3_10, release10_0]')
  })

  // What people read about the rules is what the portal does.
  it('lists the rules as they are', () => {
    expect(readFileSync('docs/domain/regels.md', 'utf8')).toBe(ruleList(RELEASES))
  })

  it('has each rule once, by number', () => {
    for (const { rules } of RELEASES) expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
  })
})
