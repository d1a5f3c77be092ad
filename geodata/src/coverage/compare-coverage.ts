import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import type {
  BorderProfile,
  CoverageDifference,
  CoverageFigures,
  CoverageGap,
  DifferentStretch,
} from './coverage-types.ts'

type Measured = CoverageFigures<unknown>
/** Along a segment, in metres. */
type Stretch = readonly [from: number, to: number]

/**
 * What changes from one measure to another of the same border.
 *
 * Stretches are cut where the pieces of the border are, so that gained less lost is exactly the difference of the lengths
 * in reach.
 *
 * @throws RangeError when the measures are of other segments or lengths.
 */
export function compareCoverage(before: Measured, after: Measured): CoverageDifference {
  if (!isSameBorder(before, after)) throw new RangeError('the measures are of different borders')
  const gained = stretchesOnlyIn(after, before).map((stretch) => tellStretch(stretch, after, before, after))
  const lost = stretchesOnlyIn(before, after).map((stretch) => tellStretch(stretch, before, before, after))
  const sumOf = (stretches: readonly DifferentStretch[], segmentId?: string) =>
    stretches
      .filter((stretch) => segmentId === undefined || stretch.segmentId === segmentId)
      .reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)
  return {
    borderMetres: after.borderMetres,
    beforeMetres: before.reachedBorderMetres,
    afterMetres: after.reachedBorderMetres,
    gainedMetres: sumOf(gained),
    lostMetres: sumOf(lost),
    segments: after.segments.map(({ segmentId, name, lengthMetres, reachedMetres }, i) => ({
      segmentId,
      name,
      lengthMetres,
      beforeMetres: before.segments[i]!.reachedMetres,
      afterMetres: reachedMetres,
      gainedMetres: sumOf(gained, segmentId),
      lostMetres: sumOf(lost, segmentId),
    })),
    gained,
    lost,
    gapsOpened: gapsOnlyIn(after, before),
    gapsClosed: gapsOnlyIn(before, after),
    settlementsGained: onlyIn(after.settlements, before.settlements),
    settlementsLost: onlyIn(before.settlements, after.settlements),
    crossingsGained: onlyIn(watchedIn(after), watchedIn(before)),
    crossingsLost: onlyIn(watchedIn(before), watchedIn(after)),
    population: { before: before.population, after: after.population },
  }
}

function isSameBorder(a: Measured, b: Measured): boolean {
  return (
    a.segments.length === b.segments.length &&
    a.segments.every(({ segmentId, lengthMetres }, i) => {
      const other = b.segments[i]!
      return other.segmentId === segmentId && other.lengthMetres === lengthMetres
    })
  )
}

function onlyIn<T extends { id: string }>(some: readonly T[], others: readonly T[]): T[] {
  const ids = new Set(others.map(({ id }) => id))
  return some.filter(({ id }) => !ids.has(id))
}

function watchedIn({ crossings }: Measured) {
  return crossings.filter(({ isWatched }) => isWatched)
}

function gapsOnlyIn(some: Measured, other: Measured): CoverageGap[] {
  return some.gaps.filter(
    (gap) =>
      !other.gaps.some(
        ({ segmentId, fromMetres, toMetres }) =>
          segmentId === gap.segmentId && fromMetres < gap.toMetres && toMetres > gap.fromMetres,
      ),
  )
}

interface FoundStretch {
  segmentId: string
  from: number
  to: number
}

function stretchesOnlyIn(some: Measured, other: Measured): FoundStretch[] {
  return some.segments.flatMap(({ segmentId }) =>
    subtract(reachedOn(some, segmentId), reachedOn(other, segmentId)).map(([from, to]) => ({
      segmentId,
      from,
      to,
    })),
  )
}

/** Stretches of a segment in reach, joined where they touch. */
function reachedOn({ border }: Measured, segmentId: string): Stretch[] {
  const joined: [number, number][] = []
  for (const { properties } of border.features) {
    if (properties.segmentId !== segmentId || !properties.inReach) continue
    const last = joined.at(-1)
    if (last && last[1] === properties.fromMetres) last[1] = properties.toMetres
    else joined.push([properties.fromMetres, properties.toMetres])
  }
  return joined
}

function subtract(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap(([from, to]) => {
    const rest: Stretch[] = []
    let at = from
    for (const [start, end] of others) {
      if (end <= at || start >= to) continue
      if (start > at) rest.push([at, start])
      at = end
    }
    if (at < to) rest.push([at, to])
    return rest
  })
}

function tellStretch(
  { segmentId, from, to }: FoundStretch,
  drawn: Measured,
  before: Measured,
  after: Measured,
): DifferentStretch {
  return {
    segmentId,
    fromMetres: from,
    toMetres: to,
    lengthMetres: to - from,
    coordinates: drawStretch(drawn, segmentId, from, to),
    before: soonestOn(before, segmentId, from, to),
    after: soonestOn(after, segmentId, from, to),
  }
}

function drawStretch({ border }: Measured, segmentId: string, from: number, to: number): Position[] {
  return border.features
    .filter(({ properties }) => properties.segmentId === segmentId)
    .flatMap(({ geometry, properties: { fromMetres, toMetres } }, i) => {
      const start = Math.max(from, fromMetres)
      const end = Math.min(to, toMetres)
      if (start >= end) return []
      const shareOf = (metres: number) => (metres - fromMetres) / (toMetres - fromMetres)
      const line = sliceLine(geometry.coordinates as Position[], shareOf(start), shareOf(end))
      return start > from && i > 0 ? line.slice(1) : line
    })
}

function soonestOn({ profiles, posts }: Measured, segmentId: string, from: number, to: number) {
  const profile: BorderProfile | undefined = profiles.find((one) => one.segmentId === segmentId)
  let soonest: { postId: string; seconds: number } | null = null
  profile?.atMetres.forEach((at, piece) => {
    const seconds = profile.p50Seconds[piece] ?? null
    if (at < from || at > to || seconds === null || (soonest && soonest.seconds <= seconds)) return
    soonest = { postId: posts[profile.postIndexes[piece]!]!.postId, seconds }
  })
  return soonest
}
