import { setImmediate } from 'node:timers/promises'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { openZip, type Zip, ZipError } from './open-zip.ts'
import { ProblemError, problem } from './problems.ts'
import { type CellValue, excessive, SHEET_LIMITS, type Sheet, SheetBuilder } from './sheet.ts'

const PIECE_CHARACTERS = 1_000_000
const MS_PER_DAY = 86_400_000
/** Day 0 of the two calendars; the first one has a 29 February 1900, which only days after it can ignore. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const
/** Formats of days that need no words of their own in the file (ECMA-376, 18.8.30). */
const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 30, 36, 50, 57]

/**
 * The visible sheets of an XLSX file.
 *
 * @throws problem `sheet-broken`, `sheet-format`, `sheet-too-large` or `sheet-doctype`.
 */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  try {
    const { unpackedBytes } = SHEET_LIMITS
    const zip = openZip(bytes, { parts: 2_000, partBytes: unpackedBytes, totalBytes: 2 * unpackedBytes })
    return await readSheetsOf(zip)
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause
    if (cause instanceof ZipError && cause.reason === 'excessive') throw excessive('32 Mo')
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw problem('sheet-broken', { file: 'XLSX', reason: reason.slice(0, 200) }, { cause, field: 'file' })
  }
}

async function readSheetsOf(zip: Zip): Promise<Sheet[]> {
  const book = await readBook(zip)
  if (book.sheets.length > SHEET_LIMITS.sheets) throw excessive(`${SHEET_LIMITS.sheets} feuilles`)
  const texts = await readSharedTexts(zip)
  const dateStyles = await readDateStyles(zip)
  const sheets: Sheet[] = []
  for (const { name, part } of book.sheets) {
    sheets.push(await readSheet(zip, part, { name, texts, dateStyles, epoch: book.epoch }))
  }
  return sheets
}

interface Book {
  readonly epoch: number
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
}

async function readBook(zip: Zip): Promise<Book> {
  const named: { name: string; relation: string }[] = []
  let epoch: number = EPOCHS[1900]
  const isBook = await readPart(zip, 'xl/workbook.xml', {
    open({ name, attributes }) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epoch = EPOCHS[1904]
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      named.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' })
    },
  })
  if (!isBook) throw problem('sheet-format', { file: 'zip' }, { field: 'file' })
  const parts = new Map<string, string>()
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open({ name, attributes: { Id = '', Target = '' } }) {
      if (name === 'Relationship') parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets = named.map(({ name, relation }) => ({ name, part: parts.get(relation) ?? '' }))
  return { epoch, sheets }
}

async function readSharedTexts(zip: Zip): Promise<string[]> {
  const texts: string[] = []
  const reader = textReader('si', (text) => texts.push(unescapeText(text)))
  await readPart(zip, 'xl/sharedStrings.xml', reader)
  return texts
}

/** Collects the texts inside each `holder`: a text may be in runs; how it is pronounced (`rPh`) is left out. */
function textReader(holder: string, done: (text: string) => void): PartReader {
  let text = ''
  let isText = false
  let phonetic = 0
  return {
    open({ name }) {
      if (name === holder) text = ''
      if (name === 'rPh') phonetic += 1
      isText = name === 't' && phonetic === 0
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') phonetic -= 1
      if (name === holder) done(text)
    },
  }
}

/** Which of the styles show a number as a day. */
async function readDateStyles(zip: Zip): Promise<Set<number>> {
  const dateFormats = new Set(BUILT_IN_DATES)
  const dateStyles = new Set<number>()
  let isInStyles = false
  let style = 0
  await readPart(zip, 'xl/styles.xml', {
    open({ name, attributes }) {
      if (name === 'cellXfs') isInStyles = true
      if (name === 'numFmt' && showsDay(attributes.formatCode ?? '')) {
        dateFormats.add(Number(attributes.numFmtId))
      }
      if (name !== 'xf' || !isInStyles) return
      if (dateFormats.has(Number(attributes.numFmtId))) dateStyles.add(style)
      style += 1
    },
    close(name) {
      if (name === 'cellXfs') isInStyles = false
    },
  })
  return dateStyles
}

/** A format with a year or a day in it, once quoted words, colours and currencies are taken out. */
function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}

interface SheetContext {
  readonly name: string
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly epoch: number
}

async function readSheet(zip: Zip, part: string, context: SheetContext): Promise<Sheet> {
  const builder = new SheetBuilder()
  let rowNumber = 0
  let cells: CellValue[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  const found = await readPart(zip, part, {
    open({ name, attributes }) {
      if (name === 'row') {
        rowNumber = Number(attributes.r ?? rowNumber + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      }
      isValue = name === 'v' || name === 't'
    },
    text(piece) {
      if (isValue) value += piece
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c' && value !== '') cells[column] = cellValue(unescapeText(value), type, style, context)
      if (name === 'row') builder.add(rowNumber, cells)
    },
  })
  if (!found) throw new Error(`no part ${part}`)
  return builder.build(context.name)
}

/** Of A1: 0. Beyond the widest table there is nothing to keep. */
function columnOf(reference: string): number {
  const letters = reference.match(/^[A-Z]{1,3}/)?.[0] ?? ''
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (column < 0 || column >= SHEET_LIMITS.columns) throw excessive(`${SHEET_LIMITS.columns} colonnes`)
  return column
}

function cellValue(value: string, type: string, style: number, context: SheetContext): CellValue {
  if (type === 's') return context.texts[Number(value)] ?? null
  if (type === 'b') return value === '1'
  if (type === 'd') return value.slice(0, 10)
  const number = Number(value)
  if (type !== 'n' || !Number.isFinite(number)) return value
  if (!context.dateStyles.has(style)) return number
  const instant = context.epoch + Math.floor(number) * MS_PER_DAY
  return Math.abs(instant) < 8.64e15 ? new Date(instant).toISOString().slice(0, 10) : number
}

/** `_x000D_` is how these files write what XML cannot (ECMA-376, 22.4.2.4). */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

interface PartReader {
  open?(tag: SaxesTagPlain): void
  text?(piece: string): void
  close?(name: string): void
}

/** Reads a part tag by tag, in pieces between which others have their turn. False when the file has no such part. */
async function readPart(zip: Zip, name: string, reader: PartReader): Promise<boolean> {
  const bytes = await zip.read(name)
  if (!bytes) return false
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => {
    throw problem('sheet-doctype', {}, { field: 'file' })
  })
  parser.on('error', (error) => {
    throw error
  })
  const local = (tag: string) => tag.slice(tag.indexOf(':') + 1)
  parser.on('opentag', (tag) => reader.open?.({ ...tag, name: local(tag.name) } as SaxesTagPlain))
  parser.on('text', (text) => reader.text?.(text))
  parser.on('closetag', (tag) => reader.close?.(local(tag.name)))
  const xml = new TextDecoder('utf-8').decode(bytes)
  for (let at = 0; at < xml.length; at += PIECE_CHARACTERS) {
    parser.write(xml.slice(at, at + PIECE_CHARACTERS))
    await setImmediate()
  }
  parser.close()
  return true
}
