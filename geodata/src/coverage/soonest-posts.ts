import { CLOSED } from '../road-network/shortest-path.ts'
import type { SpotTimes } from './times-from.ts'

/** Which post comes soonest to each spot, and how many come in time. Times are hundredths of a second. */
export interface SoonestPosts {
  /** `CLOSED` = nobody comes. */
  readonly p50: Int32Array
  /** Of the post that is soonest by `p50`. */
  readonly p90: Int32Array
  /** Place in the posts; of those that come at once the first. -1 = nobody comes. */
  readonly post: Int16Array
  /** How many posts come within the limit. */
  readonly count: Uint16Array
}

/** The soonest of some posts at every spot. */
export function findSoonest(
  times: readonly SpotTimes[],
  spotCount: number,
  limitCentiseconds: number,
): SoonestPosts {
  const soonest = {
    p50: new Int32Array(spotCount).fill(CLOSED),
    p90: new Int32Array(spotCount).fill(CLOSED),
    post: new Int16Array(spotCount).fill(-1),
    count: new Uint16Array(spotCount),
  }
  const { p50, p90, post, count } = soonest
  for (let i = 0; i < times.length; i++) {
    const own = times[i]!
    for (let spot = 0; spot < spotCount; spot++) {
      const cost = own.p50[spot]!
      if (cost <= limitCentiseconds && cost < CLOSED) count[spot]!++
      if (cost >= p50[spot]!) continue
      p50[spot] = cost
      p90[spot] = own.p90[spot]!
      post[spot] = i
    }
  }
  return soonest
}

/** Whole seconds; null = nobody comes. */
export function toSeconds(centiseconds: number): number | null {
  return centiseconds === CLOSED ? null : Math.round(centiseconds / 100)
}
