import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import { wholeSpan } from './gantt-row.ts'
import { barOf, type GanttScale } from './gantt-scale.ts'

export interface GanttArrow {
  readonly key: string
  readonly path: string
  readonly isCritical: boolean
}

const STUB = 5

/** One line for each dependency between two rows that are drawn: out of the one, down or up, into the other. */
export function ganttArrows(
  rows: readonly GanttRow[],
  scale: GanttScale,
  yOf: (index: number) => number,
): GanttArrow[] {
  const places = new Map(rows.map((row, index) => [row.code, { row, index }]))
  return rows.flatMap((row, index) =>
    row.predecessors.flatMap(({ code, type }) => {
      const before = places.get(code)
      const [spanBefore, span] = [before && wholeSpan(before.row), wholeSpan(row)]
      if (!before || !spanBefore || !span) return []
      const [out, into] = [barOf(scale, spanBefore), barOf(scale, span)]
      const leavesEnd = type[0] === 'F'
      const entersStart = type[1] === 'S'
      return {
        key: `${code} ${type} ${row.code}`,
        path: arrowPath(
          { x: leavesEnd ? out.x + out.width : out.x, y: yOf(before.index), side: leavesEnd ? 1 : -1 },
          { x: entersStart ? into.x : into.x + into.width, y: yOf(index), side: entersStart ? -1 : 1 },
        ),
        isCritical: before.row.isCritical && row.isCritical,
      }
    }),
  )
}

/** `side`: 1 leaves or enters on the right, −1 on the left. */
interface ArrowEnd {
  readonly x: number
  readonly y: number
  readonly side: 1 | -1
}

function arrowPath(out: ArrowEnd, into: ArrowEnd): string {
  const [outX, intoX] = [out.x + out.side * STUB, into.x + into.side * STUB]
  const isForward = out.side === 1 && into.side === -1 && outX <= intoX
  const isSameSide = out.side === into.side
  if (isForward) return line([out.x, out.y], [intoX, out.y], [intoX, into.y], [into.x, into.y])
  if (isSameSide) {
    const x = out.side === 1 ? Math.max(outX, intoX) : Math.min(outX, intoX)
    return line([out.x, out.y], [x, out.y], [x, into.y], [into.x, into.y])
  }
  // Back in time: around, between the two rows.
  const between = into.y + (out.y < into.y ? -1 : 1) * ROUND
  return line(
    [out.x, out.y],
    [outX, out.y],
    [outX, between],
    [intoX, between],
    [intoX, into.y],
    [into.x, into.y],
  )
}

/** Half a row, about: the way around runs between two bars. */
const ROUND = 15

function line(...points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
