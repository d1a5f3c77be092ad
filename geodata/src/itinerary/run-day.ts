import type { Span } from './mission-clock.ts'
import type { PlanSeconds } from './types.ts'

/** Standard deviations between the middle and the ninth tenth of a normal distribution. */
const P90 = 1.2816

/** A team's day as it is driven: legs, visits between them, and what holds on the road. */
export interface DayCourse {
  /** The hours in which one may drive; both ends of the day where nothing limits them. */
  readonly opens: PlanSeconds
  readonly closes: PlanSeconds
  /** In which nobody drives, in order and apart. */
  readonly pauses: readonly Span[]
  readonly stretches: readonly { readonly driveSeconds: number; readonly restSeconds: number }[]
  readonly legs: readonly { readonly driveSeconds: number; readonly p90Seconds: number }[]
  /** `begins`: when a visit may begin, in order and apart; null = at any time, none = not that day, whenever. */
  readonly visits: readonly { readonly serviceSeconds: number; readonly begins: readonly Span[] | null }[]
}

/** When what happens, and how late in all: seconds past hours that are missed and past the end of the day. */
export interface DayRun {
  readonly legs: { departs: PlanSeconds; arrives: PlanSeconds; lateBy90: number }[]
  readonly visits: { begins: PlanSeconds; ends: PlanSeconds }[]
  readonly lateSeconds: number
  /** The same for the tenth that is slowest. */
  readonly lateSeconds90: number
}

/**
 * Drives a day from a departure on, each leg and visit as early as it can be.
 *
 * Rests are taken where a stretch is full, unless a stop was long enough; a leg waits on the road while nobody drives. The
 * delays of the legs add up as if independent, and waiting takes them away.
 *
 * @param hold Later begin of one visit, to see what it breaks.
 */
export function runDay(
  course: DayCourse,
  departs: PlanSeconds,
  hold?: { visit: number; seconds: number },
): DayRun {
  const wheel = new Wheel(course, departs)
  const legs: DayRun['legs'] = []
  const visits: DayRun['visits'] = []
  let ready = departs
  let lateSeconds = 0
  let lateSeconds90 = 0
  let delay = 0
  for (const [index, { driveSeconds, p90Seconds }] of course.legs.entries()) {
    const leg = wheel.drive(ready, driveSeconds)
    delay = Math.hypot(delay, Math.max(0, p90Seconds - driveSeconds) / P90)
    legs.push({ ...leg, lateBy90: P90 * delay })
    if (driveSeconds > 0) {
      lateSeconds += Math.max(0, leg.arrives - course.closes)
      lateSeconds90 += Math.max(0, leg.arrives + P90 * delay - course.closes)
    }
    const visit = course.visits[index]
    if (!visit) break
    const arrives = leg.arrives + (hold?.visit === index ? hold.seconds : 0)
    const { begins, late } = beginAt(visit.begins, arrives)
    lateSeconds += late
    lateSeconds90 += beginAt(visit.begins, arrives + P90 * delay).late
    delay = Math.max(0, delay - (begins - arrives) / P90)
    ready = begins + visit.serviceSeconds
    visits.push({ begins, ends: ready })
  }
  return { legs, visits, lateSeconds, lateSeconds90 }
}

function beginAt(spans: readonly Span[] | null, arrives: PlanSeconds): { begins: PlanSeconds; late: number } {
  if (spans === null) return { begins: arrives, late: 0 }
  const span = spans.find(({ closes }) => arrives <= closes)
  if (span) return { begins: Math.max(arrives, span.opens), late: 0 }
  const last = spans.at(-1)
  return { begins: arrives, late: last ? arrives - last.closes : 0 }
}

/** How long somebody has been at the wheel since each kind of rest. */
class Wheel {
  readonly #course: DayCourse
  readonly #driven: Float64Array
  #stoppedAt: PlanSeconds

  constructor(course: DayCourse, time: PlanSeconds) {
    this.#course = course
    this.#driven = new Float64Array(course.stretches.length)
    this.#stoppedAt = time
  }

  drive(ready: PlanSeconds, seconds: number): { departs: PlanSeconds; arrives: PlanSeconds } {
    if (seconds === 0) return { departs: ready, arrives: ready }
    const departs = this.#afterPause(Math.max(ready, this.#course.opens))
    this.#rest(departs - this.#stoppedAt)
    let time = departs
    for (let left = seconds; ; ) {
      const run = Math.min(left, this.#untilPause(time), this.#untilFull())
      time += run
      left -= run
      for (let i = 0; i < this.#driven.length; i++) this.#driven[i]! += run
      if (left <= 0) break
      const resumes = this.#afterPause(this.#untilFull() > 0 ? time : time + this.#restWhenFull())
      this.#rest(resumes - time)
      time = resumes
    }
    this.#stoppedAt = time
    return { departs, arrives: time }
  }

  #rest(seconds: number): void {
    for (const [i, { restSeconds }] of this.#course.stretches.entries()) {
      if (seconds >= restSeconds) this.#driven[i] = 0
    }
  }

  #untilFull(): number {
    let least = Infinity
    for (const [i, { driveSeconds }] of this.#course.stretches.entries())
      least = Math.min(least, driveSeconds - this.#driven[i]!)
    return least
  }

  #restWhenFull(): number {
    const full = this.#course.stretches.filter(({ driveSeconds }, i) => this.#driven[i]! >= driveSeconds)
    return Math.max(...full.map(({ restSeconds }) => restSeconds))
  }

  #untilPause(time: PlanSeconds): number {
    const next = this.#course.pauses.find(({ opens }) => opens >= time)
    return next ? next.opens - time : Infinity
  }

  #afterPause(time: PlanSeconds): PlanSeconds {
    const pause = this.#course.pauses.find(({ opens, closes }) => opens <= time && time < closes)
    return pause ? pause.closes : time
  }
}
