import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { useState } from 'react'

export interface MeasuredAt {
  readonly minutes: number
  readonly reachedBorderMetres: number
}

interface Rests {
  /** All that was asked but the minutes. */
  readonly question: string
  readonly last: MeasuredAt
  readonly before: MeasuredAt | null
}

/**
 * What was measured where the slider stood before. While it moves that is where it stood last; once it rests, the place
 * before that. Null after anything else of the question has changed.
 *
 * @param isResting The slider rests and the answer is that of its place.
 */
export function useLastRest(
  coverage: CoverageWithoutRoads | undefined,
  question: string,
  isResting: boolean,
): MeasuredAt | null {
  const [rests, setRests] = useState<Rests | null>(null)
  if (coverage && isResting) {
    const next = nextRests(rests, coverage, question)
    if (next !== rests) setRests(next)
  }
  if (!coverage || rests?.question !== question) return null
  return coverage.minutes === rests.last.minutes ? rests.before : rests.last
}

/** The same rests where the slider stands as it did. */
export function nextRests(rests: Rests | null, measured: MeasuredAt, question: string): Rests {
  const last = { minutes: measured.minutes, reachedBorderMetres: measured.reachedBorderMetres }
  if (rests?.question !== question) return { question, last, before: null }
  if (rests.last.minutes === last.minutes) return rests
  return { question, last, before: rests.last }
}
