import type { Way } from '@borne/api/contracts/ways'
import { noFuel } from '@borne/geodata/road-network/measure-fuel'

/**
 * The way with one of its others in its place. What is not known of an other (its legs' list of turns, its shares)
 * is left out rather than told of the wrong way.
 *
 * @param other Counted from 1; undefined, or one that there is not: the proposed way.
 */
export function takeOther(way: Way, other: number | undefined): Way {
  const taken = other === undefined ? undefined : way.alternatives[other - 1]
  if (!taken) return way
  const { lengthMetres, seconds, litres, p90Seconds, pieces } = taken
  return {
    ...way,
    lengthMetres,
    seconds,
    litres,
    p90Seconds,
    pieces,
    byGrade: null,
    bySurface: null,
    byGround: null,
    legs: way.legs.map((leg) => ({
      ...leg,
      lengthMetres,
      seconds,
      litres,
      byGround: noFuel(null),
      p90Seconds,
      taught: null,
      turns: [],
    })),
  }
}
