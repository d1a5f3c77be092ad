import type { PresentedChart } from '../presentation-contract.ts'

type Role = PresentedChart['series'][number]['role']

export const INK = '1C2733'
export const MUTED = '5B6775'
export const LINE = 'E3DDD0'
export const PAPER = 'F8F5EE'
export const ACCENT = '0F5C8C'

interface SeriesLook {
  /** Six hexadecimal digits. */
  readonly colour: string
  readonly isDashed: boolean
  readonly isFaint: boolean
}

/** Of several plain series each gets another one. */
const PLAIN = ['0F5C8C', '8B8474', '440154', '21908C', '5B6775', '7A7A7A'] as const

const LOOKS: Readonly<Record<Exclude<Role, 'plain'>, SeriesLook>> = {
  planned: { colour: '7A7A7A', isDashed: true, isFaint: false },
  actual: { colour: '0F5C8C', isDashed: false, isFaint: false },
  paid: { colour: '009E73', isDashed: false, isFaint: false },
  forecast: { colour: '0F5C8C', isDashed: false, isFaint: true },
  'under-works': { colour: 'E69F00', isDashed: false, isFaint: false },
  operational: { colour: '009E73', isDashed: false, isFaint: false },
  suspended: { colour: 'D55E00', isDashed: false, isFaint: false },
  closed: { colour: '3B3B3B', isDashed: false, isFaint: false },
}

/** How a series is drawn in every file. A surface has no dashes. */
export function lookOf(role: Role, place: number, kind: PresentedChart['kind']): SeriesLook {
  if (role === 'plain') return { colour: PLAIN[place % PLAIN.length]!, isDashed: false, isFaint: false }
  const look = LOOKS[role]
  return kind === 'line' ? look : { ...look, isDashed: false }
}

/** Statuses are parts of one whole. */
export function isStacked({ kind, series }: PresentedChart): boolean {
  const isOfStatus = (role: Role) =>
    ['planned', 'under-works', 'operational', 'suspended', 'closed'].includes(role)
  return kind !== 'line' && series.length > 1 && series.every(({ role }) => isOfStatus(role))
}
