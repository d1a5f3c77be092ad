import { crossingOf } from './crossing.ts'
import type { Position } from './position.ts'

/**
 * Where the rim of an area meets itself elsewhere than where it began.
 *
 * @param corners The rim without its closing position; three or more.
 * @returns null when it goes round once and nothing else.
 */
export function findSelfMeeting(corners: readonly Position[]): Position | null {
  const count = corners.length
  const side = (index: number): [Position, Position] => [corners[index]!, corners[(index + 1) % count]!]
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const meeting = meetingOf(side(i), side(j), {
        follows: j === i + 1,
        closes: i === 0 && j === count - 1,
      })
      if (meeting) return meeting
    }
  }
  return null
}

/**
 * Where a line meets itself elsewhere than from one piece to the next; a line that ends where it began may.
 *
 * @param line Two or more positions, none twice in a row.
 * @returns null when it does not.
 */
export function findLineMeeting(line: readonly Position[]): Position | null {
  const [first, last] = [line[0]!, line.at(-1)!]
  const isRound = first[0] === last[0] && first[1] === last[1]
  const count = line.length - 1
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const [one, other] = [i, j].map((at): [Position, Position] => [line[at]!, line[at + 1]!])
      const follows = j === i + 1
      const closes = isRound && i === 0 && j === count - 1
      const meeting = meetingOf(one!, other!, { follows, closes })
      if (meeting) return meeting
    }
  }
  return null
}

/** Where two sides of a rim meet, but for the corner that neighbours share. */
function meetingOf(
  [a, b]: [Position, Position],
  [c, d]: [Position, Position],
  { follows, closes }: { follows: boolean; closes: boolean },
): Position | null {
  if (follows) return isOn(d, a, b) ? d : isOn(a, c, d) ? a : null
  if (closes) return isOn(c, a, b) ? c : isOn(b, c, d) ? b : null
  // Parallel sides have no crossing of their own, but may lie on each other.
  return crossingOf(a, b, c, d) ?? [c, d].find((end) => isOn(end, a, b)) ?? (isOn(a, c, d) ? a : null)
}

function isOn([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean {
  const isWithin =
    x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
  return isWithin && Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) < 1e-14
}
