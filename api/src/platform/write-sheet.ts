import { type CellValue, columnLetters } from './sheet.ts'
import { writeCsv } from './write-csv.ts'
import { writeZip } from './write-zip.ts'
import { escapeXml } from './xml-text.ts'

export interface TableColumn {
  readonly head: string
  readonly kind: 'text' | 'number' | 'day'
  /** Shown after the decimal mark; of numbers. */
  readonly decimals?: number
  readonly widthCharacters?: number
}

export interface TableRow {
  readonly cells: readonly CellValue[]
  /** A total, or the head of a group. */
  readonly isStrong?: boolean
}

/** A table to be opened in a spreadsheet: lines above it, heads, rows. Days are `YYYY-MM-DD`. */
export interface OutTable {
  readonly name: string
  readonly titles: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MS_PER_DAY = 86_400_000
const MOST_DECIMALS = 4
/** Printed on A4, as wide as the page. */
const PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
/** Limits of spreadsheets. */
const MAX_CELL_CHARACTERS = 32_767
const MAX_NAME_CHARACTERS = 31
/** An XLSX workbook with one sheet for each table (ECMA-376). Texts stay texts, whatever they begin with. */
export function writeWorkbook(tables: readonly OutTable[]): Buffer {
  const numbered = tables.map((table, index) => ({ table, id: index + 1 }))
  const sheetTypes = numbered.map(
    ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${SHEETML}.worksheet+xml"/>`,
  )
  const sheets = numbered.map(
    ({ table, id }) => `<sheet name="${escapeXml(sheetName(table.name))}" sheetId="${id}" r:id="rId${id}"/>`,
  )
  const relations = numbered.map(
    ({ id }) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  )
  return writeZip([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/>${sheetTypes.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles()],
    ...numbered.map(({ table, id }) => [`xl/worksheets/sheet${id}.xml`, worksheet(table)] as const),
  ])
}

/** The same table as CSV; each line above it is a row of one cell. */
export function writeTableCsv({ titles, columns, rows }: OutTable): string {
  const [first = [], ...others] = [...titles.map((title) => [title]), columns.map(({ head }) => head)]
  return writeCsv(first, [...others, ...rows.map(({ cells }) => cells)])
}

/** Formats in the order of the styles: plain text, head, day, then numbers by their decimals; each plain and strong. */
const STYLES = { text: 0, head: 1, day: 2, number: 3 } as const

function styles(): string {
  const formats = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => numberFormat(decimals))
  const own = formats.map(
    (format, index) => `<numFmt numFmtId="${170 + index}" formatCode="${escapeXml(format)}"/>`,
  )
  const formatIds = [0, 0, 14, ...formats.map((_, index) => 170 + index)]
  const records = [false, true].flatMap((isStrong) =>
    formatIds.map((formatId, index) => {
      const isHead = index === STYLES.head
      const font = isStrong || isHead ? 1 : 0
      const wrap = isHead ? '<alignment wrapText="1" vertical="center"/>' : ''
      return `<xf numFmtId="${formatId}" fontId="${font}" fillId="${isHead ? 2 : 0}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${wrap && ' applyAlignment="1"'}>${wrap}</xf>`
    }),
  )
  const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="Calibri"/></font>`
  const fills =
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3DDD0"/></patternFill></fill>'
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3">${fills}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${records.length}">${records.join('')}</cellXfs></styleSheet>`
}

function worksheet({ titles, columns, rows }: OutTable): string {
  const headRow = titles.length + 1
  const widths = columns.map(
    ({ widthCharacters = 14 }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthCharacters}" customWidth="1"/>`,
  )
  const lines = [
    ...titles.map((title, index) => [
      textCell(title, { column: 0, row: index + 1, style: styleOf('text', true) }),
    ]),
    columns.map(({ head }, column) => textCell(head, { column, row: headRow, style: STYLES.head })),
    ...rows.map((row, index) =>
      columns.map((column, at) => cell(column, row, { column: at, row: headRow + 1 + index })),
    ),
  ]
  const data = lines.map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`)
  const pane = `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>`
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${data.join('')}</sheetData>${PAGE}</worksheet>`
}

interface Place {
  readonly column: number
  readonly row: number
}

function cell(column: TableColumn, { cells, isStrong = false }: TableRow, place: Place): string {
  const value = cells[place.column] ?? null
  if (value === null) return ''
  const reference = `${columnLetters(place.column)}${place.row}`
  if (typeof value === 'number') {
    return `<c r="${reference}" s="${styleOf('number', isStrong, column.decimals)}"><v>${value}</v></c>`
  }
  if (column.kind === 'day' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    const days = (Date.parse(`${value}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY
    return `<c r="${reference}" s="${styleOf('day', isStrong)}"><v>${days}</v></c>`
  }
  return textCell(String(value), { ...place, style: styleOf('text', isStrong) })
}

function textCell(text: string, { column, row, style }: Place & { readonly style: number }): string {
  const kept = text.slice(0, MAX_CELL_CHARACTERS)
  const content = escapeXml(kept.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))
  return `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`
}

function styleOf(kind: keyof typeof STYLES, isStrong: boolean, decimals = 0): number {
  const strong = isStrong ? STYLES.number + MOST_DECIMALS + 1 : 0
  return strong + STYLES[kind] + (kind === 'number' ? Math.min(decimals, MOST_DECIMALS) : 0)
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/*?:[\]]/g, ' ')
      .slice(0, MAX_NAME_CHARACTERS)
      .trim() || 'Borne'
  )
}
