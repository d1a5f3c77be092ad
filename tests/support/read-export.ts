import { extractText, getDocumentProxy } from 'unpdf'
import { openZip } from '../../api/src/platform/open-zip.ts'

const LIMITS = { parts: 2000, partBytes: 50_000_000, totalBytes: 500_000_000 }
const BINARY = /\.(png|jpe?g|webp|woff2)$/
const ARCHIVE = /\.(xlsx|zip)$/

/** One text of a file, and where it stands. */
export interface ToldText {
  readonly where: string
  readonly text: string
}

/** Every text of a zip, and of the zips in it: names and contents, what is drawn as the bytes that it is. */
export async function textsOfZip(bytes: Buffer, within = ''): Promise<ToldText[]> {
  const zip = await openZip(bytes, LIMITS)
  const texts: ToldText[] = [{ where: `${within} names`, text: zip.names.join('\n') }]
  for (const name of zip.names) {
    const content = await zip.read(name)
    if (!content || name.endsWith('/')) continue
    const where = `${within}/${name}`
    if (ARCHIVE.test(name)) texts.push(...(await textsOfZip(content, where)))
    else texts.push({ where, text: BINARY.test(name) ? drawnWords(content) : readable(content.toString()) })
  }
  return texts
}

/** Without the addresses of the formats and the measures of shapes, among which any number may be. */
function readable(markup: string): string {
  return markup
    .replace(
      /https?:\/\/(schemas\.(openxmlformats|microsoft)\.(org|com)|purl\.org|www\.w3\.org)[^"<\s]*/g,
      '',
    )
    .replace(/="-?[\d.,\s%a-z]*"/gi, '=""')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Words of letters within a picture, as metadata has them. */
function drawnWords(picture: Buffer): string {
  return (picture.toString('latin1').match(/[\p{L}\d ,.:-]{12,}/gu) ?? []).join('\n')
}

/** The texts of a PDF, its outline and what it says of itself; also without spaces, since lines break anywhere. */
export async function textsOfPdf(bytes: Buffer): Promise<ToldText[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(document, { mergePages: true })
  const about = JSON.stringify([await document.getMetadata(), await document.getOutline()])
  return [
    { where: 'text', text },
    { where: 'text without spaces', text: text.replace(/\s/g, '') },
    { where: 'metadata', text: about },
  ]
}

/** The kinds of parts of a PNG, in order, each once. */
export function partsOfPng(png: Buffer): string[] {
  const types: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    types.push(png.toString('latin1', at + 4, at + 8))
  return [...new Set(types)]
}
