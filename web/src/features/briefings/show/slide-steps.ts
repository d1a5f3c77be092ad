import type { PresentedMap, PresentedPost, PresentedSlide } from '@borne/api/contracts/briefings'
import { tourStops } from './show-camera.ts'

/** What the map shows for a while. */
export interface SlideStep {
  /** Where the tour has come; null: the overview. */
  readonly spot: PresentedPost | null
  /** Place in the replay; null: as things are on the day of the slide. */
  readonly month: number | null
  readonly milliseconds: number
}

/** What goes on within a slide: a tour from post to post, then works from month to month. */
export interface SlideSteps {
  readonly all: readonly SlideStep[]
  /** Where it stands when nothing plays. */
  readonly rest: number
}

const TOUR_STOP_MS = 5500
/** A replay takes about so long, however many months it has. */
const REPLAY_MS = 12_000
const LEAST_MONTH_MS = 500
const MOST_MONTH_MS = 1500

/** Null where nothing goes on. */
export function slideSteps({ map }: Pick<PresentedSlide, 'map'>): SlideSteps | null {
  if (!map) return null
  const stops = tourStops(map).map((spot) => ({ spot, month: null, milliseconds: TOUR_STOP_MS }))
  const months = replaySteps(map)
  const overview = { spot: null, month: null, milliseconds: TOUR_STOP_MS }
  const tour = stops.length > 0 ? [overview, ...stops] : []
  if (tour.length + months.length === 0) return null
  return { all: [...tour, ...months], rest: months.length > 0 ? tour.length + months.length - 1 : 0 }
}

function replaySteps({ replay }: PresentedMap): SlideStep[] {
  const count = replay?.length ?? 0
  if (count < 2) return []
  const milliseconds = Math.min(MOST_MONTH_MS, Math.max(LEAST_MONTH_MS, REPLAY_MS / count))
  return Array.from({ length: count }, (_, month) => ({ spot: null, month, milliseconds }))
}

/** The first step that is played: the overview is seen already. */
export function firstStep({ all }: SlideSteps): number {
  return all[0]!.month === null ? 1 : 0
}

/** The next step of what plays; once it comes to rest, it is over. */
export function nextStep({ all, rest }: SlideSteps, at: number): number {
  return at + 1 < all.length ? at + 1 : rest
}
