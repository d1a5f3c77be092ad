import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import type { ChartCell, ChartTable } from '../../../ui/chart-frame.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { messages } from '../messages.ts'
import { useSegmentName } from '../segment-name.ts'
import { profileMessages } from './profile-messages.ts'
import type { ProfileRow } from './profile-rows.ts'

/** The points of the chart as rows. */
export function useProfileTable(coverage: CoverageWithoutRoads, rows: readonly ProfileRow[]): ChartTable {
  const { columns } = useMessages(profileMessages)
  const { demonstration } = useMessages(messages)
  const { number } = useFormats()
  const nameOf = useSegmentName()
  const names = new Map(coverage.segments.map((segment) => [segment.segmentId, nameOf(segment)]))
  const isDemonstration = coverage.posts.some((post) => post.isUsed && post.isDemonstration)
  const figure = (decimals: number) => ({
    isNumber: true,
    format: (value: ChartCell) => number(value as number | null, decimals),
  })
  return {
    columns: [
      { label: columns.kilometre, ...figure(2) },
      { label: columns.segment },
      { label: columns.p50, ...figure(0) },
      { label: columns.p90, ...figure(0) },
      { label: columns.post },
    ],
    rows: rows.map(({ metres, segmentId, p50, p90, postIndex }) => [
      Math.round(metres) / 1000,
      names.get(segmentId) ?? segmentId,
      p50,
      p90,
      postIndex === null ? null : (coverage.posts[postIndex]?.name ?? null),
    ]),
    notes: [...(isDemonstration ? [demonstration] : []), coverage.attribution],
  }
}
