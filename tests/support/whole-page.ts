import type { Answer } from '#/tests/support/visitor.ts'

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** What somebody without script reads of a page; `faults` tells what makes it no whole page. */
export function wholePage({ text, headers }: Answer) {
  const shown = text.replace(/<script\b.*?<\/script>/gs, '')
  const titles = all(shown, /<title>([^<]*)<\/title>/g)
  const headings = all(shown, /<h1\b[^>]*>([^<]*)/g)
  const faults = [
    ...(text.includes('id="__next_error__"') ? ['an empty document'] : []),
    ...(titles.length === 1 ? [] : [`titles: ${titles.join(' | ')}`]),
    ...(headings.length === 1 ? [] : [`headings: ${headings.join(' | ')}`]),
    ...(/<main\b/.test(shown) && /<header\b/.test(shown) ? [] : ['no frame']),
    ...(headers.get('content-type')?.startsWith('text/html') ? [] : [`type ${headers.get('content-type')}`]),
    ...(headers.get('content-security-policy')?.startsWith("default-src 'none'") ? [] : ['no policy']),
    ...(/<[a-z][^>]*\sstyle="/.test(text) ? ['a style attribute'] : []),
  ]
  return {
    title: titles[0] ?? '',
    heading: headings[0] ?? '',
    shown,
    faults,
    isFramed: shown.includes('/api/uitloggen'),
  }
}
