import type { PresentedChart } from '@borne/api/contracts/briefings'

const FILLS: Record<string, string> = {
  planned: 'var(--muted)',
  actual: 'var(--accent)',
  paid: 'var(--operational)',
  forecast: 'color-mix(in srgb, var(--accent) 22%, var(--paper))',
  operational: 'var(--operational)',
  'under-works': 'var(--under-works)',
  suspended: 'var(--suspended)',
  closed: 'var(--closed)',
}
const PLAIN = ['var(--accent)', '#8a5a00', '#5b3fa8', '#00795a', '#7a3b3b']

/** «planned» is a status too: of posts, not of values. */
export function colourOf({ series }: PresentedChart, index: number): string {
  const role = series[index]!.role
  const isOfStatus = series.some((each) => ['operational', 'under-works', 'closed'].includes(each.role))
  if (role === 'planned' && isOfStatus) return 'var(--planned)'
  return FILLS[role] ?? PLAIN[index % PLAIN.length]!
}
