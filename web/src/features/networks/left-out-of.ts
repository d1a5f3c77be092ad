import type { NetworkReport } from '@borne/api/contracts/networks'

const COUNTS = ['nodesMissing', 'waysCut', 'conditionalWays', 'documentedLeftOut', 'gapsLeftOut'] as const

/** What was left out of an extract, by its reason, the most first; what never happened is not told. */
export function leftOutOf(report: NetworkReport): { reason: string; count: number }[] {
  const reasons = { ...report.waysLeftOut, ...report.restrictionsLeftOut }
  return [
    ...Object.entries(reasons).map(([reason, count]) => ({ reason, count })),
    ...COUNTS.map((reason) => ({ reason, count: report[reason] })),
  ]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}
