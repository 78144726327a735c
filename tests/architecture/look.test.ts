import { globSync, readFileSync } from 'node:fs'

// The content security policy refuses inline styles, and an operator's own colours reach only what uses the tokens.
const FORBIDDEN = [
  { what: 'a colour of its own', pattern: /#[0-9a-f]{3,8}\b(?=['"\s;)\]])|\b(?:rgb|hsl|oklch)a?\(/i },
  { what: 'an arbitrary colour', pattern: /\b(?:bg|text|border|fill|stroke|outline|accent)-\[(?:#|rgb|hsl|var)/ },
  {
    what: 'a colour of the palette',
    pattern: /\b(?:bg|text|border)-(?:red|blue|green|gray|slate|amber|sky|white|black)\b/,
  },
  { what: 'an inline style', pattern: /\sstyle=\{|<style[\s>]/ },
  { what: 'markup from a text', pattern: /dangerouslySetInnerHTML/ },
  { what: 'the link that prefetches', pattern: /from 'next\/(?:link|image)'/ },
] as const

// The one place each may be: the portal's own link, and the colour of the browser's bar, which CSS cannot set.
const ALLOWED: Readonly<Record<string, string>> = {
  'app/_ui/link.tsx': 'the link that prefetches',
  'app/layout.tsx': 'a colour of its own',
}

const faultsOf = (path: string, source: string) =>
  FORBIDDEN.filter(({ what, pattern }) => pattern.test(source) && ALLOWED[path] !== what).map(
    ({ what }) => `${path}: ${what}`,
  )

describe('look', () => {
  it('is made of tokens in every component and page', () => {
    const files = globSync('app/**/*.tsx')
    expect(files.length).toBeGreaterThan(30)
    expect(files.flatMap((path) => faultsOf(path, readFileSync(path, 'utf8')))).toEqual([])
  })

  // A rule that never fires protects nothing.
  it('refuses each fault that it knows', () => {
    const faulty = [
      `<p className={'#fff'} />`,
      `<p className="bg-[#fff]" />`,
      `<p className="text-blue-700" />`,
      `<p style={{ top: 0 }} />`,
      `<p dangerouslySetInnerHTML={x} />`,
      `import Link from 'next/link'`,
    ]
    faulty.forEach((source, index) => {
      expect(faultsOf('app/x.tsx', source)).toContain(`app/x.tsx: ${FORBIDDEN[index]?.what}`)
    })
  })

  it('leaves no loading page above pages that can refuse', () => {
    expect(globSync('app/**/loading.tsx')).toEqual([])
  })
})
