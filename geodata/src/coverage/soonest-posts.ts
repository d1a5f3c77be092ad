import { CLOSED } from '../road-network/shortest-path.ts'
import type { SpotTimes } from './times-from.ts'

/** Which post comes soonest to each spot, whatever the minutes. Times are hundredths of a second. */
export interface SoonestPosts {
  /** `CLOSED` = nobody comes. */
  readonly p50: Int32Array
  /** Of the post that is soonest by `p50`. */
  readonly p90: Int32Array
  /** Place in the posts; of those that come at once the first. -1 = nobody comes. */
  readonly post: Int16Array
  /** Of the next post by `p50`: at this time two come. `CLOSED` = none does. */
  readonly second: Int32Array
}

/** The same, with how many posts come within a limit. */
export interface PostsInTime extends SoonestPosts {
  /** 0, 1, or 2 for two and more. */
  readonly count: Uint8Array
}

/** The soonest of some posts at every spot. */
export function findSoonest(times: readonly SpotTimes[], spotCount: number): SoonestPosts {
  const soonest = {
    p50: new Int32Array(spotCount).fill(CLOSED),
    p90: new Int32Array(spotCount).fill(CLOSED),
    post: new Int16Array(spotCount).fill(-1),
    second: new Int32Array(spotCount).fill(CLOSED),
  }
  const { p50, p90, post, second } = soonest
  for (let i = 0; i < times.length; i++) {
    const own = times[i]!
    for (let spot = 0; spot < spotCount; spot++) {
      const cost = own.p50[spot]!
      if (cost >= second[spot]!) continue
      if (cost >= p50[spot]!) {
        second[spot] = cost
        continue
      }
      second[spot] = p50[spot]!
      p50[spot] = cost
      p90[spot] = own.p90[spot]!
      post[spot] = i
    }
  }
  return soonest
}

/** Counts who comes in time. @param limitCentiseconds Included. */
export function countInTime(soonest: SoonestPosts, limitCentiseconds: number): PostsInTime {
  const { p50, second } = soonest
  const limit = Math.min(limitCentiseconds, CLOSED - 1)
  const count = new Uint8Array(p50.length)
  for (let spot = 0; spot < count.length; spot++) {
    if (p50[spot]! <= limit) count[spot] = second[spot]! <= limit ? 2 : 1
  }
  return { ...soonest, count }
}

/** Whole seconds; null = nobody comes. */
export function toSeconds(centiseconds: number): number | null {
  return centiseconds === CLOSED ? null : Math.round(centiseconds / 100)
}
