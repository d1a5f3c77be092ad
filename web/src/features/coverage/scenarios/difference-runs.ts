import type { Coverage } from '@borne/api/contracts/coverage'

export type DifferenceKind = 'gained' | 'lost' | 'kept' | 'out'

/** A stretch of a segment on which two measures differ in the same way, or agree. */
export interface DifferenceRun {
  readonly segmentId: string
  /** Along the segment from its start. */
  readonly fromMetres: number
  readonly toMetres: number
  readonly kind: DifferenceKind
}

type Measured = Pick<Coverage, 'profiles' | 'segments' | 'minutes'>

/**
 * The border as runs of what is gained, lost, in reach before and after, and out of reach before and after; they fill each
 * segment that both measures hold in the same pieces.
 */
export function differenceRuns(before: Measured, after: Measured): DifferenceRun[] {
  return after.segments.flatMap(({ segmentId, lengthMetres }) => {
    const profileOf = ({ profiles }: Measured) => profiles.find((one) => one.segmentId === segmentId)
    const [one, other] = [profileOf(before), profileOf(after)]
    if (!one || !other || one.atMetres.length !== other.atMetres.length) return []
    const runs: DifferenceRun[] = []
    let fromMetres = 0
    for (let piece = 0; piece < other.atMetres.length; piece++) {
      const isLast = piece + 1 === other.atMetres.length
      const toMetres = isLast ? lengthMetres : (other.atMetres[piece]! + other.atMetres[piece + 1]!) / 2
      const kind = kindOf(
        isReached(one.p50Seconds[piece], before.minutes),
        isReached(other.p50Seconds[piece], after.minutes),
      )
      const last = runs.at(-1)
      if (last?.kind === kind) runs[runs.length - 1] = { ...last, toMetres }
      else runs.push({ segmentId, fromMetres, toMetres, kind })
      fromMetres = toMetres
    }
    return runs
  })
}

function isReached(seconds: number | null | undefined, minutes: number): boolean {
  return seconds !== null && seconds !== undefined && seconds <= minutes * 60
}

function kindOf(wasReached: boolean, isReachedNow: boolean): DifferenceKind {
  if (wasReached) return isReachedNow ? 'kept' : 'lost'
  return isReachedNow ? 'gained' : 'out'
}

/** The stretches of one kind, the longest first. */
export function longestRuns(runs: readonly DifferenceRun[], kind: DifferenceKind): DifferenceRun[] {
  return runs
    .filter((run) => run.kind === kind)
    .sort((a, b) => b.toMetres - b.fromMetres - (a.toMetres - a.fromMetres))
}
