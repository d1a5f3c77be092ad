import type { Slide } from '../slide-contract.ts'

const MOST_MONTHS = 60
/** What «over time» goes back to when the slide replays no months. */
const USUAL_MONTHS = 12

export interface SlideDays {
  /** The day that it tells of. */
  readonly on: string
  readonly compareOn: string | null
  /** The days that the replay shows: last days of months, the slide's own at the end. */
  readonly replay: readonly string[]
  /** Those of its chart over time. */
  readonly history: readonly string[]
}

/** The days that a slide tells of; a live one tells of today. */
export function slideDays(slide: Slide, today: string): SlideDays {
  const on = slide.frozenOn !== null && slide.frozenOn < today ? slide.frozenOn : today
  const asked = slide.view?.replay ?? null
  const replay = asked ? monthEnds(asked.from, asked.to, on) : []
  const isOverTime = slide.content?.kind === 'chart' && slide.content.chart === 'posts-over-time'
  const usual = () => monthEnds(addMonths(on.slice(0, 7), 1 - USUAL_MONTHS), on.slice(0, 7), on)
  return {
    on,
    compareOn: earlier(slide.view?.compareOn ?? null, on),
    replay,
    history: isOverTime ? (replay.length > 1 ? replay : usual()) : [],
  }
}

/** Every day that the slides tell of, once each. */
export function daysOf(slides: readonly Slide[], today: string): string[] {
  const days = slides.flatMap((slide) => {
    const { on, compareOn, replay, history } = slideDays(slide, today)
    return [on, ...(compareOn === null ? [] : [compareOn]), ...replay, ...history]
  })
  return [...new Set(days)].sort()
}

const earlier = (day: string | null, on: string) => (day !== null && day < on ? day : null)

/** Last days of the months, none after `on`; of too many months, the last ones. */
function monthEnds(from: string, to: string, on: string): string[] {
  const last = to < on.slice(0, 7) ? to : on.slice(0, 7)
  const oldest = addMonths(last, 1 - MOST_MONTHS)
  const days: string[] = []
  for (let month = from > oldest ? from : oldest; month <= last; month = addMonths(month, 1)) {
    const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
      .toISOString()
      .slice(0, 10)
    days.push(end < on ? end : on)
  }
  return days
}

function addMonths(month: string, count: number): string {
  const [year = 0, ofYear = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, ofYear - 1 + count, 1)).toISOString().slice(0, 7)
}
