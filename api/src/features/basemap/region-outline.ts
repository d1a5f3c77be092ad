import type { Polygon, Position } from 'geojson'

const METRES_PER_DEGREE = 111_320

/**
 * Guidimakha as the map shows it: the border line itself where the wilaya touches a neighbour country, and the
 * administrative boundary elsewhere. The two sources disagree by up to 1.8 km, and a veil that does not end
 * at the drawn border would look like a claim.
 *
 * @param border Border lines of the wilaya, end to end, from the Senegal river upstream to the north-east.
 * @param wilaya Administrative polygon, degrees.
 * @returns One closed ring, simplified to about 25 m.
 */
export function regionOutline(border: readonly Position[][], wilaya: Polygon): Position[] {
  const line = border.flat()
  const ring = wilaya.coordinates[0]!.slice(0, -1)
  const start = nearestIndex(ring, line.at(-1)!)
  const end = nearestIndex(ring, line[0]!)
  const forward = walk(ring, start, end, 1)
  const backward = walk(ring, start, end, -1)
  const inland = meanDistance(forward, line) > meanDistance(backward, line) ? forward : backward
  return [...simplify(line, 25), ...simplify(inland, 25), line[0]!]
}

function walk(ring: Position[], start: number, end: number, step: 1 | -1): Position[] {
  const path: Position[] = []
  for (let index = start; ; index = (index + step + ring.length) % ring.length) {
    path.push(ring[index]!)
    if (index === end) return path
  }
}

function nearestIndex(ring: Position[], to: Position): number {
  let best = 0
  ring.forEach((position, index) => {
    if (squared(position, to) < squared(ring[best]!, to)) best = index
  })
  return best
}

/** Over a sample of the path: enough to tell the inland side from the border side. */
function meanDistance(path: Position[], line: Position[]): number {
  const step = Math.max(1, Math.floor(path.length / 40))
  const sample = path.filter((_, index) => index % step === 0)
  const nearest = (position: Position) =>
    Math.min(...line.filter((_, index) => index % 10 === 0).map((on) => Math.sqrt(squared(on, position))))
  return sample.reduce((sum, position) => sum + nearest(position), 0) / sample.length
}

/** Douglas–Peucker with a tolerance in metres, on a plane local to the region. */
export function simplify(line: Position[], toleranceMetres: number): Position[] {
  const tolerance = (toleranceMetres / METRES_PER_DEGREE) ** 2
  const isKept = new Set([0, line.length - 1])
  const stack: [number, number][] = [[0, line.length - 1]]
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span
    let farthest = -1
    let most = tolerance
    for (let index = from + 1; index < to; index++) {
      const off = squaredToSegment(line[index]!, line[from]!, line[to]!)
      if (off > most) {
        most = off
        farthest = index
      }
    }
    if (farthest < 0) continue
    isKept.add(farthest)
    stack.push([from, farthest], [farthest, to])
  }
  return line.filter((_, index) => isKept.has(index))
}

function squared(a: Position, b: Position): number {
  const shrink = Math.cos((a[1]! * Math.PI) / 180)
  return ((a[0]! - b[0]!) * shrink) ** 2 + (a[1]! - b[1]!) ** 2
}

function squaredToSegment(point: Position, from: Position, to: Position): number {
  const length = squared(from, to)
  if (length === 0) return squared(point, from)
  const shrink = Math.cos((point[1]! * Math.PI) / 180) ** 2
  const along =
    ((point[0]! - from[0]!) * (to[0]! - from[0]!) * shrink + (point[1]! - from[1]!) * (to[1]! - from[1]!)) /
    length
  const share = Math.min(1, Math.max(0, along))
  return squared(point, [from[0]! + share * (to[0]! - from[0]!), from[1]! + share * (to[1]! - from[1]!)])
}
