import type { WorksRow } from '@borne/api/contracts/works'
import { searchKey } from '@borne/geodata/geometry/search-key'
import { convertAmount, type DatedRate } from '@borne/geodata/works/convert-amount'
import type { Day } from '@borne/geodata/works/types'
import { type PortfolioColumn, type PortfolioSort, readSort } from './portfolio-columns.ts'
import type { WorksSearch } from './search.ts'
import { isRunning, WORKS_STAGES } from './stage-marks.ts'

type Filters = Pick<WorksSearch, 'q' | 'contractor' | 'donor' | 'stage' | 'alarm' | 'sort'>

export const NO_FILTERS = {
  q: undefined,
  contractor: undefined,
  donor: undefined,
  stage: undefined,
  alarm: undefined,
} as const

/** How many filters narrow the list. */
export function countFilters({ q, contractor, donor, stage, alarm }: Filters): number {
  return [q?.trim(), contractor, donor, stage, alarm].filter(Boolean).length
}

/** The contracts that the address asks for, in its order. */
export function chooseContracts(rows: readonly WorksRow[], search: Filters): WorksRow[] {
  const words = searchKey(search.q ?? '')
    .split(' ')
    .filter(Boolean)
  const chosen = rows.filter(
    (row) =>
      (!search.contractor || row.contractor?.id === search.contractor) &&
      (!search.donor || row.donors.some(({ id }) => id === search.donor)) &&
      (!search.stage || row.stage === search.stage) &&
      hasAlarm(row, search.alarm) &&
      hasWords(row, words),
  )
  return sortContracts(chosen, readSort(search.sort))
}

/** What is not known comes last, whatever the direction; equals keep the order of their references. */
export function sortContracts(
  rows: readonly WorksRow[],
  { column, isDescending }: PortfolioSort,
): WorksRow[] {
  const sign = isDescending ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: SORT_KEYS[column](row) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) {
      if (a.key !== b.key) return a.key === null ? 1 : -1
    } else {
      const order = sign * compare(a.key, b.key)
      if (order !== 0) return order
    }
    return collator.compare(a.row.reference, b.row.reference) || (a.row.id < b.row.id ? -1 : 1)
  })
  return keyed.map(({ row }) => row)
}

export interface PortfolioFigures {
  readonly running: number
  readonly late: number
  readonly alarmed: number
  /** Of the contracts that run, weighted by their amounts in ouguiyas; null when none of them can be weighed. */
  readonly builtShare: number | null
  readonly paidShare: number | null
  /** Contracts that run and weigh nothing here, because their currency has no rate. */
  readonly unweighed: number
}

/** Whatever its age: an old rate weighs better than none. */
const ANY_AGE_DAYS = 36_500

/** @param rates Of the day `on`, or the latest before it. */
export function countContracts(
  rows: readonly WorksRow[],
  rates: readonly DatedRate[],
  on: Day,
): PortfolioFigures {
  const running = rows.filter(({ stage }) => isRunning(stage))
  const weighed = running.flatMap((row) => {
    const asked = { from: row.currency, to: 'MRU', on } as const
    const worth = convertAmount(row.amountMinor, asked, { rates, maxAgeDays: ANY_AGE_DAYS })
    return 'refusal' in worth ? [] : [{ row, weight: worth.amountMinor }]
  })
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (of: (row: WorksRow) => number) =>
    total === 0 ? null : weighed.reduce((sum, { row, weight }) => sum + weight * of(row), 0) / total / 100
  return {
    running: running.length,
    late: running.filter(({ delayDays }) => (delayDays ?? 0) > 0).length,
    alarmed: rows.filter(({ alarms }) => alarms.length > 0).length,
    builtShare: mean(({ physicalPercent }) => physicalPercent ?? 0),
    paidShare: mean(({ paidPercent }) => paidPercent),
    unweighed: running.length - weighed.length,
  }
}

/** Who is named by the rows, once, by name. */
export function listNamed(
  rows: readonly WorksRow[],
  namedBy: (row: WorksRow) => readonly { id: string; name: string }[],
): { id: string; name: string }[] {
  const byId = new Map(rows.flatMap(namedBy).map(({ id, name }) => [id, { id, name }]))
  return [...byId.values()].sort((a, b) => collator.compare(a.name, b.name))
}

const SORT_KEYS: Record<PortfolioColumn, (row: WorksRow) => string | number | null> = {
  title: ({ title }) => title,
  posts: ({ posts }) => posts[0]?.name ?? null,
  contractor: ({ contractor }) => contractor?.name ?? null,
  donors: ({ donors }) => donors[0]?.code ?? null,
  stage: ({ stage }) => WORKS_STAGES.indexOf(stage),
  physical: ({ physicalPercent }) => physicalPercent,
  paid: ({ paidPercent }) => paidPercent,
  delay: ({ delayDays }) => delayDays,
  alarms: ({ alarms }) =>
    alarms.length + 1000 * alarms.filter(({ severity }) => severity === 'critical').length,
  due: ({ endsOn }) => endsOn,
  // Amounts of several currencies stand beside each other by currency: they are not added up nor compared.
  amount: ({ currency, amountMinor }) => `${currency} ${String(amountMinor).padStart(16, '0')}`,
}

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

function hasAlarm({ alarms }: WorksRow, asked: string | undefined): boolean {
  if (!asked) return true
  return asked === 'any' ? alarms.length > 0 : alarms.some(({ code }) => code === asked)
}

function hasWords(row: WorksRow, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const names = [row.reference, row.title, row.contractor?.name, ...row.posts.map(({ name }) => name)]
  const text = searchKey(names.filter(Boolean).join(' '))
  return words.every((word) => text.includes(word))
}
