import { problem } from './problems.ts'
import { splitRows } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { excessive, SHEET_LIMITS, type Sheet, SheetBuilder } from './sheet.ts'

const SEPARATORS = [';', ',', '\t'] as const
const LINES_LOOKED_AT = 50
/** What old binary spreadsheets and encrypted ones begin with. */
const COMPOUND_FILE = 'd0cf11e0'

/**
 * Reads XLSX, or CSV in UTF-8, UTF-16 or windows-1252 (what spreadsheets of French offices write), separated by
 * semicolons, commas or tabs. What a file is, its first bytes tell, not its name.
 *
 * @throws problem `sheet-…` when the file as a whole cannot be used.
 */
export async function readSheets(bytes: Buffer, fileName: string): Promise<Sheet[]> {
  if (bytes.length > SHEET_LIMITS.fileBytes) throw excessive(`${SHEET_LIMITS.fileBytes / 1024 / 1024} Mo`)
  const start = bytes.toString('hex', 0, 4)
  if (start.startsWith('504b')) return readWorkbook(bytes)
  const text = start === COMPOUND_FILE ? undefined : decodeText(bytes)
  if (text === undefined || text.includes('\0')) {
    throw problem('sheet-format', { file: fileName }, { field: 'file' })
  }
  return [readText(text, fileName)]
}

/** windows-1252 gives every byte a meaning, so it comes last. */
function decodeText(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2)
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function readText(text: string, fileName: string): Sheet {
  const builder = new SheetBuilder()
  try {
    for (const [index, cells] of splitRows(text, guessSeparator(text)).entries()) {
      builder.add(index + 1, cells)
    }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw problem('sheet-broken', { file: fileName, reason: cause.message }, { cause, field: 'file' })
  }
  return builder.build('CSV')
}

/** The one that most lines have; titles above a table have none. */
function guessSeparator(text: string): string {
  const lines = text.slice(0, 100_000).split(/\r?\n|\r/, LINES_LOOKED_AT)
  const linesWith = (separator: string) => lines.filter((line) => line.includes(separator)).length
  const [best = ';'] = SEPARATORS.toSorted((a, b) => linesWith(b) - linesWith(a))
  return best
}
