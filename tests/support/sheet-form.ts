import type { Asked } from './signed-in.ts'

/** The upload of a spreadsheet, with how it is to be read. */
export function sheetForm(
  content: string | Buffer,
  mapping?: Readonly<Record<string, unknown>>,
): Pick<Asked, 'payload' | 'headers'> {
  const boundary = 'borne'
  const part = (head: string, body: string | Buffer) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]
  const payload = Buffer.concat([
    ...(mapping ? part('name="mapping"', JSON.stringify(mapping)) : []),
    ...part('name="file"; filename="tableau.csv"', content),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
