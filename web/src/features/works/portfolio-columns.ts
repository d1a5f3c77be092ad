/** What the portfolio tells of a contract, in the order of the table. */
export const PORTFOLIO_COLUMNS = [
  'title',
  'posts',
  'contractor',
  'donors',
  'stage',
  'physical',
  'paid',
  'delay',
  'alarms',
  'due',
  'amount',
] as const
export type PortfolioColumn = (typeof PORTFOLIO_COLUMNS)[number]

export const NUMBER_COLUMNS: ReadonlySet<PortfolioColumn> = new Set([
  'physical',
  'paid',
  'delay',
  'alarms',
  'amount',
])

export interface PortfolioSort {
  readonly column: PortfolioColumn
  readonly isDescending: boolean
}

/** What slips most comes first: absent from the address. */
const DEFAULT: PortfolioSort = { column: 'delay', isDescending: true }

/** The columns that the address asks for, in the order of the table; the contract itself is always there. */
export function readColumns(cols: string | undefined): readonly PortfolioColumn[] {
  if (cols === undefined) return PORTFOLIO_COLUMNS
  const asked = new Set(cols.split(','))
  return PORTFOLIO_COLUMNS.filter((column) => column === 'title' || asked.has(column))
}

/** Absent where all columns are shown. */
export function writeColumns(columns: readonly PortfolioColumn[]): string | undefined {
  const kept = PORTFOLIO_COLUMNS.filter((column) => column === 'title' || columns.includes(column))
  return kept.length === PORTFOLIO_COLUMNS.length ? undefined : kept.join(',')
}

export function readSort(sort: string | undefined): PortfolioSort {
  const isDescending = sort?.startsWith('-') ?? false
  const name = isDescending ? sort?.slice(1) : sort
  const column = PORTFOLIO_COLUMNS.find((known) => known === name)
  return column ? { column, isDescending } : DEFAULT
}

export function writeSort({ column, isDescending }: PortfolioSort): string | undefined {
  if (column === DEFAULT.column && isDescending === DEFAULT.isDescending) return undefined
  return `${isDescending ? '-' : ''}${column}`
}
