import type { TrackDetail } from '@borne/api/contracts/tracks'
import type { Formats } from '../../ui/formats.ts'

type Count = (count: string, n: number) => string

export interface ReportWords {
  read: Count
  kept(count: string): string
  joint(first: string, more: string): string
  outliers: string
  jumps: Count
  duplicates: Count
  clock: Count
  badPositions: Count
  alone: Count
  thinned: Count
  halts: Count
  haltTime(duration: string): string
  gaps: Count
  matched(share: string, on: string, off: string): string
  passages: Count
  untimed: string
  proposed: Count
  notProposed: string
  tooShort: Count
  tooSlow: Count
  repeated: Count
  outside: Count
}

type Told = Pick<TrackDetail, 'report' | 'matchedMetres' | 'unmatchedMetres'>

/** The report in plain sentences: what was read and left out, where it ran, what it teaches and proposes. */
export function tellReport(
  { report, matchedMetres, unmatchedMetres }: Told,
  words: ReportWords,
  formats: Pick<Formats, 'number' | 'distance' | 'duration' | 'percent'>,
): string[] {
  if (!report) return []
  const { cleaning, reading, proposals, passages } = report
  const tell = (count: Count, n: number) => count(formats.number(n), n)
  const some = (counts: readonly (readonly [Count, number])[]) =>
    counts.filter(([, n]) => n > 0).map(([count, n]) => tell(count, n))
  const outliers = some([
    [words.jumps, cleaning.jumps],
    [words.duplicates, cleaning.duplicates + cleaning.sameInstant],
    [words.clock, wrongClocks(report)],
    [words.badPositions, reading.badPositions],
    [words.alone, cleaning.alone],
    [words.thinned, cleaning.thinned],
  ])
  const halts = some([[words.halts, cleaning.halts]])
  const gaps = some([[words.gaps, cleaning.gaps + cleaning.leaps]])
  const standing = cleaning.halts > 0 ? [words.haltTime(formats.duration(cleaning.haltSeconds))] : []
  const dropped = some([
    [words.tooShort, proposals.tooShort],
    [words.tooSlow, proposals.tooSlow],
    [words.repeated, proposals.repeated],
    [words.outside, proposals.outside],
  ])
  const total = (matchedMetres ?? 0) + (unmatchedMetres ?? 0)
  return [
    sentence(
      [tell(words.read, cleaning.read), words.kept(formats.number(cleaning.kept))],
      words,
      words.outliers,
      outliers,
    ),
    sentence([...halts, ...standing, ...gaps], words),
    ...(total > 0
      ? [
          sentence(
            [
              words.matched(
                formats.percent((matchedMetres ?? 0) / total),
                formats.distance(matchedMetres),
                formats.distance(unmatchedMetres),
              ),
            ],
            words,
          ),
        ]
      : []),
    sentence([cleaning.isTimed ? tell(words.passages, passages) : words.untimed], words),
    sentence([tell(words.proposed, proposals.proposed)], words, words.notProposed, dropped),
  ].filter(Boolean)
}

type Report = NonNullable<Told['report']>

/** Points whose time cannot be right; where no point has one, nothing is wrong with any. */
export function wrongClocks({ cleaning, reading }: Report): number {
  if (!cleaning.isTimed) return reading.badInstants
  return cleaning.withoutInstant + cleaning.beforeYear2000 + cleaning.inFuture + cleaning.backwards
}

function sentence(
  parts: readonly string[],
  words: ReportWords,
  heading = '',
  more: readonly string[] = [],
): string {
  if (parts.length === 0) return ''
  const first = parts.join(', ')
  return `${more.length > 0 ? words.joint(first, `${heading} ${more.join(', ')}`) : first}.`
}
