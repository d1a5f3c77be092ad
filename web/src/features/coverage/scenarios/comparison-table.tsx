import type { Coverage } from '@borne/api/contracts/coverage'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useSegmentName } from '../segment-name.ts'
import styles from './comparison.module.css'
import { comparisonMessages } from './comparison-messages.ts'
import { signed } from './use-signed.ts'

interface ComparisonTableProps {
  before: Coverage
  after: Coverage
  names: readonly [string, string]
}

interface Row {
  readonly label: string
  readonly before: number | null
  readonly after: number | null
  format(value: number): string
  /** What may be, within the uncertainty of the sources. */
  readonly ranges?: readonly [string, string]
  readonly isTotal?: boolean
}

/** The same figures of two measures, and how far they are apart. */
export function ComparisonTable({ before, after, names }: ComparisonTableProps) {
  const m = useMessages(comparisonMessages)
  const rows = useRows(before, after)
  return (
    <div className={styles.figures}>
      <DataTable caption={m.figures}>
        <thead>
          <tr>
            <th scope="col">{m.figure}</th>
            <th scope="col" className="number">
              {names[0]}
            </th>
            <th scope="col" className="number">
              {names[1]}
            </th>
            <th scope="col" className="number">
              {m.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, format, ranges, isTotal, ...row }) => (
            <tr key={label} className={isTotal ? styles.total : undefined}>
              <th scope="row">{label}</th>
              <td className="number">
                {row.before === null ? '—' : format(row.before)}
                {ranges && <span className={styles.range}>{ranges[0]}</span>}
              </td>
              <td className="number">
                {row.after === null ? '—' : format(row.after)}
                {ranges && <span className={styles.range}>{ranges[1]}</span>}
              </td>
              <td className="number">
                {row.before === null || row.after === null ? '—' : signed(row.after - row.before, format)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function useRows(before: Coverage, after: Coverage): Row[] {
  const m = useMessages(comparisonMessages)
  const { distance, number } = useFormats()
  const nameOf = useSegmentName()
  const pair = (of: (coverage: Coverage) => number | null) => ({ before: of(before), after: of(after) })
  const reachedOn = (id: string) => (coverage: Coverage) =>
    coverage.segments.find(({ segmentId }) => segmentId === id)?.reachedMetres ?? null
  const rangeOf = ({ population: { low, high } }: Coverage) => m.range(number(low), number(high))
  const count = (value: number) => number(value)
  return [
    { label: m.whole, ...pair((one) => one.reachedBorderMetres), format: distance, isTotal: true },
    ...after.segments.map((segment) => ({
      label: nameOf(segment),
      ...pair(reachedOn(segment.segmentId)),
      format: distance,
    })),
    { label: m.rows.gaps, ...pair(({ gaps }) => gaps.length), format: count },
    { label: m.rows.longestGap, ...pair(longestGap), format: distance },
    { label: m.rows.onePost, ...pair(({ redundancy }) => redundancy.onePostMetres), format: distance },
    { label: m.rows.settlements, ...pair(({ settlements }) => settlements.length), format: count },
    {
      label: m.rows.population,
      ...pair(({ population }) => population.known),
      format: count,
      ranges: [rangeOf(before), rangeOf(after)],
    },
    { label: m.rows.unknown, ...pair(({ population }) => population.unknownCount), format: count },
    {
      label: m.rows.crossings,
      ...pair(({ crossings }) => crossings.filter(({ isWatched }) => isWatched).length),
      format: count,
    },
    {
      label: m.rows.posts,
      ...pair(({ posts }) => posts.filter(({ isUsed }) => isUsed).length),
      format: count,
    },
  ]
}

function longestGap({ gaps }: Coverage): number {
  return Math.max(0, ...gaps.map(({ lengthMetres }) => lengthMetres))
}
