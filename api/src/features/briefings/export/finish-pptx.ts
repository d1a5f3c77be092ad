import PizZip from 'pizzip'
import { writeZip } from '../../../platform/write-zip.ts'
import { escapeXml } from '../../../platform/xml-text.ts'
import type { PresentedChart } from '../presentation-contract.ts'
import { chartPart, chartWorkbook } from './chart-part.ts'
import type { Teller } from './tell.ts'

const TYPES = '[Content_Types].xml'

export interface PptxFinish {
  readonly title: string
  readonly madeAt: string
  readonly teller: Teller
  /** In the order in which they were put on the slides. */
  readonly charts: readonly PresentedChart[]
  /** What objects show, in words, by their names. */
  readonly descriptions: ReadonlyMap<string, string>
}

/**
 * Gives a written file what its writer cannot: charts with a look for each series, days on their axis and a workbook that opens;
 * words for tables; properties that name nobody and tell the time of the presentation alone.
 */
export function finishPptx(written: Buffer, finish: PptxFinish): Buffer {
  const zip = new PizZip(written)
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]!.dir)
  const charts = numbered(names, /^ppt\/charts\/chart(\d+)\.xml$/)
  const workbooks = numbered(names, /^ppt\/embeddings\/.*?(\d+)\.xlsx$/)
  const replaced = new Map<string, string | Buffer>([
    ['docProps/core.xml', coreProperties(finish)],
    ...charts.map((name, index) => [name, chartPart(finish.charts[index]!, finish.teller)] as const),
    ...workbooks.map((name, index) => [name, chartWorkbook(finish.charts[index]!, finish.teller)] as const),
  ])
  const parts = names.map((name) => {
    const bytes = replaced.get(name) ?? zip.files[name]!.asNodeBuffer()
    return [
      name,
      /^ppt\/slides\/[^/]+\.xml$/.test(name) ? mendSlide(bytes.toString(), finish) : bytes,
    ] as const
  })
  return writeZip(
    parts.map(([name, content]) => [name, name === TYPES ? mendTypes(String(content), names) : content]),
  )
}

function numbered(names: readonly string[], pattern: RegExp): string[] {
  const number = (name: string) => Number(pattern.exec(name)![1])
  return names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b))
}

function coreProperties({ title, madeAt }: PptxFinish): string {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${madeAt.slice(0, 19)}Z</dcterms:${name}>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title>${moment('created')}${moment('modified')}</cp:coreProperties>`
}

/** Types are told of parts that are there, and of no others. */
function mendTypes(types: string, names: readonly string[]): string {
  return types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, name: string) =>
    names.includes(name) ? whole : '',
  )
}

/** Words for what has none; and what is said of a paragraph stands before its texts, once. */
function mendSlide(slide: string, { descriptions }: PptxFinish): string {
  return slide
    .replace(/(<p:cNvPr id="\d+" name="([^"]+)")(?=\s*\/?>)/g, (whole, head: string, name: string) => {
      const words = descriptions.get(name)
      return words ? `${head} descr="${escapeXml(words)}"` : whole
    })
    .replace(/(<\/a:r>|<a:br\/>)<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '$1')
}
