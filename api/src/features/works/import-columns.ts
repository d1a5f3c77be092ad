import { problem } from '../../platform/problems.ts'
import { type CellValue, columnLetters, type Sheet, type SheetRow } from '../../platform/sheet.ts'
import type { ImportMapping, ImportRole } from './import-contract.ts'
import { type DecimalMark, guessDecimalMark } from './read-number.ts'

const ROWS_LOOKED_AT = 60
const SAMPLES = 3

/** What a kind of table has: heads by role, in the order in which they are tried, and which columns hold numbers. */
export interface TableKind<Role extends ImportRole> {
  readonly heads: Readonly<Record<Role, RegExp>>
  readonly numeric: readonly Role[]
}

/** A table with its columns known: guessed, or as a person says. */
export interface FoundTable<Role extends ImportRole> {
  readonly sheet: Sheet
  readonly headRow: number
  readonly columns: Partial<Readonly<Record<Role, number>>>
  readonly decimalMark: DecimalMark | undefined
  /** Below the heads. */
  readonly rows: readonly SheetRow[]
}

/** Lower case, without accents and marks: `N° d’ordre` is `n d ordre`. */
export function normalizeHead(cell: CellValue): string {
  return String(cell ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/**
 * Finds the table in a file: the sheet and the row that have most of the heads.
 *
 * @throws problem `import-sheet-unknown` when the mapping names a sheet that the file lacks.
 */
export function findTable<Role extends ImportRole>(
  sheets: readonly Sheet[],
  kind: TableKind<Role>,
  mapping: ImportMapping,
): FoundTable<Role> {
  const candidates =
    mapping.sheet === undefined ? sheets : sheets.filter(({ name }) => name === mapping.sheet)
  const [first] = candidates
  if (!first) {
    const known = sheets.map(({ name }) => name).join(', ')
    throw problem('import-sheet-unknown', { name: mapping.sheet ?? '', known }, { field: 'mapping' })
  }
  const best = candidates
    .flatMap((sheet) =>
      headCandidates(sheet, mapping).map((row) => ({ sheet, row, columns: readHeads(row, kind) })),
    )
    .reduce<Candidate<Role> | undefined>(
      (most, next) => (scoreOf(next) > scoreOf(most) ? next : most),
      undefined,
    )
  const sheet = best?.sheet ?? first
  const headRow = best?.row.number ?? 0
  const columns = (mapping.columns as FoundTable<Role>['columns']) ?? best?.columns ?? {}
  const rows = sheet.rows.filter(({ number }) => number > headRow)
  const decimalMark = mapping.decimalMark ?? guessDecimalMark(numericTexts(rows, kind, columns))
  return { sheet, headRow, columns, decimalMark, rows }
}

interface Candidate<Role extends ImportRole> {
  readonly sheet: Sheet
  readonly row: SheetRow
  readonly columns: FoundTable<Role>['columns']
}

function headCandidates({ rows }: Sheet, { headRow }: ImportMapping): readonly SheetRow[] {
  if (headRow === 0) return []
  return headRow === undefined
    ? rows.slice(0, ROWS_LOOKED_AT)
    : rows.filter(({ number }) => number === headRow)
}

function scoreOf(candidate: Candidate<ImportRole> | undefined): number {
  return candidate ? Object.keys(candidate.columns).length : -1
}

/** Each role takes the first column whose head it knows and that no role before it took. */
function readHeads<Role extends ImportRole>(
  { cells }: SheetRow,
  kind: TableKind<Role>,
): FoundTable<Role>['columns'] {
  const heads = cells.map((cell) => (typeof cell === 'string' ? normalizeHead(cell) : ''))
  const taken = new Set<number>()
  const columns: Partial<Record<Role, number>> = {}
  for (const role of Object.keys(kind.heads) as Role[]) {
    const index = heads.findIndex((head, at) => head !== '' && !taken.has(at) && kind.heads[role].test(head))
    if (index < 0) continue
    taken.add(index)
    columns[role] = index
  }
  return columns
}

function numericTexts<Role extends ImportRole>(
  rows: readonly SheetRow[],
  kind: TableKind<Role>,
  columns: FoundTable<Role>['columns'],
): string[] {
  const indexes = kind.numeric.flatMap((role) => columns[role] ?? [])
  return rows.flatMap(({ cells }) =>
    indexes.flatMap((index) => (typeof cells[index] === 'string' ? [cells[index]] : [])),
  )
}

/** The fields that every preview has for its table. */
export function describeTable<Role extends ImportRole>(sheets: readonly Sheet[], table: FoundTable<Role>) {
  const { sheet, headRow, columns, decimalMark, rows } = table
  const heads = sheet.rows.find(({ number }) => number === headRow)?.cells ?? []
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length))
  const roles = new Map(Object.entries(columns).map(([role, index]) => [index, role as Role]))
  return {
    sheets: sheets.map(({ name, rows: { length } }) => ({ name, rowCount: length })),
    sheet: sheet.name,
    headRow,
    decimalMark: decimalMark ?? null,
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      letters: columnLetters(index),
      head: String(heads[index] ?? '').slice(0, 100),
      role: roles.get(index) ?? null,
      samples: samplesOf(rows, index),
    })),
  }
}

function samplesOf(rows: readonly SheetRow[], index: number): string[] {
  const values = rows.flatMap(({ cells }) => cells[index] ?? [])
  return values.slice(0, SAMPLES).map((value) => String(value).slice(0, 60))
}
