import { request } from 'node:http'

/** Codings in which scripts are sent: what browsers ask for over https, and what is left behind an older proxy. */
export const CODINGS = ['br', 'gzip'] as const
export type Coding = (typeof CODINGS)[number]

/** Bytes of the answer's body as they come over the wire to a browser that takes this coding; tiny files come as they are. */
export function wireSize(url: string, coding: Coding): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': coding } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.byteLength
      })
      answer.once('error', reject)
      answer.once('end', () => {
        const came = answer.headers['content-encoding'] ?? coding
        if (answer.statusCode === 200 && came === coding) resolve(bytes)
        else reject(new Error(`${url}: ${answer.statusCode}, ${came}`))
      })
    })
      .once('error', reject)
      .end()
  })
}
