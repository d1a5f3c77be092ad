import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresPerDegree } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { indexSpots, isNearSpots, leaveEdge } from './leave-edge.ts'

/** A bent road of about 3 km. */
const LINE = [at(0, 0), at(1, 0.4), at(2, 0), at(2, 1)]
const GRAPH = buildRoadGraph({ edges: [road({ coordinates: LINE })] })
/** Over the whole edge: five minutes. */
const WHOLE = 30_000
const STEPS = 3000

/** Places along the road at equal distances, on the plane around a spot. */
function placesAlong(spot: Position): { fraction: number; offMetres: number }[] {
  const [perLon, perLat] = metresPerDegree(spot[1])
  const lengths = LINE.slice(1).map(([lon, lat], i) => {
    const [perLonHere] = metresPerDegree((lat + LINE[i]![1]) / 2)
    return Math.hypot((lon - LINE[i]![0]) * perLonHere, (lat - LINE[i]![1]) * perLat)
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    let rest = (step / STEPS) * total
    let piece = 0
    while (piece < lengths.length - 1 && rest > lengths[piece]!) rest -= lengths[piece++]!
    const [a, b] = [LINE[piece]!, LINE[piece + 1]!]
    const t = Math.min(1, rest / lengths[piece]!)
    const x = (a[0] + t * (b[0] - a[0]) - spot[0]) * perLon
    const y = (a[1] + t * (b[1] - a[1]) - spot[1]) * perLat
    return { fraction: step / STEPS, offMetres: Math.hypot(x, y) }
  })
}

const SPOT = fc
  .tuple(fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: -1.5, max: 2, noNaN: true }))
  .map(([x, y]) => at(x, y))

test('an edge is left where a search over three thousand places of it takes least', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      SPOT,
      fc.integer({ min: 1, max: 2500 }),
      fc.option(fc.integer({ min: 2, max: 80 })),
      share,
      share,
      (spot, maxMetres, kmh, from, stop) => {
        const spots = indexSpots([spot], { maxMetres, kmh })
        const found: number[] = []
        const run = { from, stop, isForward: stop >= from, whole: WHOLE }
        leaveEdge(GRAPH, spots, 0, [run], (_, __, cost) => found.push(cost))
        const offPerMetre = kmh === null ? 0 : 360 / kmh
        const onRun = placesAlong(spot).filter(
          ({ fraction }) => fraction >= Math.min(from, stop) && fraction <= Math.max(from, stop),
        )
        const near = onRun.filter(({ offMetres }) => offMetres <= maxMetres)
        const costOf = (place: (typeof near)[number]) =>
          Math.abs(place.fraction - from) * WHOLE + offPerMetre * place.offMetres
        const least = Math.min(...near.map(costOf))
        // A step of the search is a metre: what it misses is at most that.
        const step = WHOLE / STEPS + offPerMetre * 1.2 + 1
        if (near.length > 0) expect(found).toHaveLength(1)
        if (found.length === 0) return
        expect(isNearSpots(GRAPH, spots, 0)).toBe(true)
        if (near.length > 0) expect(found[0]).toBeLessThanOrEqual(least + 1)
        const isOnTheRim = !near.some((place) => place.offMetres < maxMetres - 3)
        if (!isOnTheRim) expect(found[0]).toBeGreaterThanOrEqual(least - step)
      },
    ),
    { numRuns: 300 },
  )
})

test('with no time off the road it is left where it first comes near enough, else where both together take least', () => {
  const straight = buildRoadGraph({ edges: [road({ coordinates: [at(0, 0), at(4, 0)] })] })
  const [perLon] = metresPerDegree(at(0, 0)[1])
  const length = (at(4, 0)[0] - at(0, 0)[0]) * perLon
  const run = { from: 0, stop: 1, isForward: true, whole: (length * 360) / 40 }
  const leave = (kmh: number | null) => {
    let left = { cost: -1, fraction: -1 }
    const spots = indexSpots([at(2, 0.3)], { maxMetres: 1000, kmh })
    leaveEdge(straight, spots, 0, [run], (_, __, cost, ___, fraction) => {
      left = { cost, fraction }
    })
    return left
  }
  const off = (at(2, 0.3)[1] - at(0, 0)[1]) * metresPerDegree(0)[1]
  const half = Math.sqrt(1000 ** 2 - off ** 2)
  expect(leave(null).fraction * length).toBeCloseTo(length / 2 - half, 0)
  // By Snell's law: at 4 km/h beside a road of 40 km/h one walks off at the sine of a tenth.
  expect(leave(4).fraction * length).toBeCloseTo(length / 2 - (off * 0.1) / Math.sqrt(0.99), 0)
  expect(leave(60).fraction * length).toBeCloseTo(length / 2 - half, 0)
})
