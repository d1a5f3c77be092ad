import type { PresentedMap, PresentedSlide } from '@borne/api/contracts/briefings'
import { tourStops } from './show-camera.ts'

/** What goes on within a slide: a tour from post to post, or works from month to month. */
export interface SlideSteps {
  readonly kind: 'tour' | 'replay'
  readonly count: number
  /** Where it stands when nothing plays. */
  readonly rest: number
  readonly millisecondsEach: number
}

const TOUR_STOP_MS = 5500
/** A replay takes about so long, however many months it has. */
const REPLAY_MS = 12_000
const LEAST_MONTH_MS = 500
const MOST_MONTH_MS = 1500

export function slideSteps({ map }: Pick<PresentedSlide, 'map'>): SlideSteps | null {
  if (!map) return null
  const months = map.replay?.length ?? 0
  if (months > 1) {
    const each = Math.min(MOST_MONTH_MS, Math.max(LEAST_MONTH_MS, REPLAY_MS / months))
    return { kind: 'replay', count: months, rest: months - 1, millisecondsEach: each }
  }
  const stops = tourStops(map).length
  return stops > 0 ? { kind: 'tour', count: stops + 1, rest: 0, millisecondsEach: TOUR_STOP_MS } : null
}

/** What the map shows at a step. */
export function mapAtStep(
  map: PresentedMap | null,
  steps: SlideSteps | null,
  at: number,
): { month: number | null; spotId: string | null } {
  if (!map || !steps) return { month: null, spotId: null }
  if (steps.kind === 'replay') return { month: at, spotId: null }
  return { month: null, spotId: at === 0 ? null : (tourStops(map)[at - 1]?.id ?? null) }
}

/** The next step of what plays; null when it has come to its end. */
export function nextStep({ kind, count }: SlideSteps, at: number): number | null {
  if (at + 1 < count) return at + 1
  return kind === 'tour' && at > 0 ? 0 : null
}
