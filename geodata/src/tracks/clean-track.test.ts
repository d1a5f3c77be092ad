import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at } from '../road-network/road.fixture.ts'
import { cleanTrack } from './clean-track.ts'
import { CLEANING_DEFAULTS, type CleaningReport, type CleanTrack } from './cleaning.ts'
import { toTrackPoints } from './track-points.ts'

const START = Date.UTC(2026, 2, 1, 8)
const NOW = Date.UTC(2026, 2, 2)

/** Kilometres east and north, and seconds after the start; null = no instant. */
type Stated = [x: number, y: number, seconds: number | null]

function clean(...segments: Stated[][]): CleanTrack {
  const points = toTrackPoints(
    segments.map((segment) =>
      segment.map(([x, y, seconds]) => ({
        position: at(x, y),
        instantMs: seconds === null ? null : START + 1000 * seconds,
      })),
    ),
  )
  return cleanTrack(points, { ...CLEANING_DEFAULTS, nowMs: NOW })
}

/** At 36 km/h: 100 m each 10 seconds. */
function driven(from: number, to: number, startSeconds = 0): Stated[] {
  return Array.from({ length: to - from + 1 }, (_, i) => [(from + i) / 10, 0, startSeconds + 10 * i])
}

const secondsOf = ({ points }: CleanTrack) => [...points.instantMs].map((ms) => (ms - START) / 1000)

function removedOf(r: CleaningReport): number {
  const byClock = r.withoutInstant + r.beforeYear2000 + r.inFuture + r.backwards + r.sameInstant
  return byClock + r.duplicates + r.jumps + r.inHalts + r.thinned + r.alone
}

test('a faultless track stays as it is', () => {
  const { points, report, dwellSeconds } = clean(driven(0, 20))
  expect(points.count).toBe(21)
  expect(removedOf(report)).toBe(0)
  expect([...dwellSeconds].every((seconds) => seconds === 0)).toBe(true)
})

test('clocks before 2000, in the future and behind are left out, each counted', () => {
  const track = driven(0, 10)
  track[3]![2] = -30 * 365 * 86_400
  track[5]![2] = 2 * 86_400
  track[7]![2] = 12
  track[8]![2] = null
  const { report, ...kept } = clean(track)
  expect(report).toMatchObject({ beforeYear2000: 1, inFuture: 1, backwards: 1, withoutInstant: 1, kept: 7 })
  expect(secondsOf(kept as CleanTrack)).toEqual([0, 10, 20, 40, 60, 90, 100])
})

test('one leap of the clock into the day costs one point, not all that follow', () => {
  const track = driven(0, 10)
  track[2]![2] = 3_000
  expect(clean(track).report).toMatchObject({ backwards: 1, kept: 10 })
})

test('a segment written from its end is turned, and segments are put in order', () => {
  const late = driven(11, 15, 110)
  const cleaned = clean(late.toReversed(), driven(0, 10))
  expect(secondsOf(cleaned)).toEqual(Array.from({ length: 16 }, (_, i) => 10 * i))
  expect([...cleaned.points.segmentStart]).toEqual([0, 16])
})

test('a track that is there twice counts once', () => {
  const { report } = clean(driven(0, 10), driven(0, 10))
  expect(report).toMatchObject({ read: 22, kept: 11 })
  expect(report.duplicates + report.backwards).toBe(11)
})

test('the same instant at the same place and at another', () => {
  const track = driven(0, 5)
  track.splice(3, 0, [0.2, 0, 20], [0.25, 0.05, 20])
  expect(clean(track).report).toMatchObject({ duplicates: 1, sameInstant: 1, kept: 6 })
})

test('a position that leaps away and back is a jump', () => {
  const track = driven(0, 10)
  track[4]![1] = 5
  track[5]![1] = 5
  expect(clean(track).report).toMatchObject({ jumps: 2, leaps: 0, kept: 9 })
})

test('the noise of dense points is no jump', () => {
  const track: Stated[] = Array.from({ length: 30 }, (_, i) => [0.01 * i, i % 2 === 0 ? 0 : 0.09, i])
  expect(clean(track).report.jumps).toBe(0)
})

test('a leap for good cuts the track', () => {
  const { points, report } = clean([...driven(0, 30), ...driven(331, 360, 310)])
  expect(report).toMatchObject({ leaps: 1, jumps: 0, kept: 61 })
  expect([...points.segmentStart]).toEqual([0, 31, 61])
})

test('a halt becomes its first point, with the seconds stood', () => {
  const halt: Stated[] = Array.from({ length: 61 }, (_, i) => [1 + 0.01 * (i % 3), 0, 100 + 5 * i])
  const { points, dwellSeconds, report } = clean([...driven(0, 9), ...halt, ...driven(12, 20, 410)])
  expect(report).toMatchObject({ halts: 1, haltSeconds: 300, inHalts: 60, gaps: 0 })
  expect(dwellSeconds[10]).toBe(300)
  expect(points.lon[10]).toBeCloseTo(at(1.01, 0)[0], 4)
  expect(points.segmentStart).toHaveLength(2)
})

test('a silence on one place is a halt, a silence elsewhere a gap', () => {
  const night = clean([...driven(0, 10), ...driven(10, 20, 30_000)])
  expect(night.report).toMatchObject({ halts: 1, gaps: 0, haltSeconds: 29_900 })
  const lost = clean([...driven(0, 10), ...driven(80, 90, 3_000)])
  expect(lost.report).toMatchObject({ halts: 0, gaps: 1 })
  expect([...lost.points.segmentStart]).toEqual([0, 11, 22])
})

test('a track without instants keeps its order and its segments', () => {
  const untimed = (track: Stated[]) => track.map(([x, y]): Stated => [x, y, null])
  const { points, report } = clean(untimed(driven(0, 5)), untimed([...driven(5, 9), ...driven(9, 9)]))
  expect(report).toMatchObject({ isTimed: false, duplicates: 1, kept: 11 })
  expect([...points.segmentStart]).toEqual([0, 6, 11])
  expect(points.instantMs.every(Number.isNaN)).toBe(true)
})

test('where most clocks are wrong, none is trusted', () => {
  const track = driven(0, 9).map(([x, y, s], i): Stated => [x, y, i < 6 ? -40 * 365 * 86_400 : s])
  expect(clean(track).report).toMatchObject({ isTimed: false, beforeYear2000: 0, kept: 10 })
})

test('whatever the record, every point is kept or counted, and clocks go on', () => {
  const stated = fc.tuple(
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 2_000 }) },
      { weight: 1, arbitrary: fc.constantFrom(null, 1e6, -1e9) },
    ),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(stated, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 }),
      (s) => {
        const { points, report } = clean(...(s as Stated[][]))
        expect(report.kept + removedOf(report)).toBe(report.read)
        expect(points.count).toBe(report.kept)
        for (let i = 1; i < points.count; i++) {
          if (report.isTimed) expect(points.instantMs[i]).toBeGreaterThan(points.instantMs[i - 1]!)
        }
      },
    ),
  )
})
