import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLASS_WEIGHT, learnSpeeds, type Passage, PROFILE_WEIGHT } from './learn-speeds.ts'

const OPTIONS = { classOf: (edge: number) => (edge < 10 ? 'track' : 'primary'), priorSpreadOf: () => 0.3 }

/** An edge that the profile crosses in 100 s. */
function passage(edge: number, seconds: number, stated: Partial<Passage> = {}): Passage {
  return { edge, share: 1, seconds, haltSeconds: 0, priorSeconds: 100, ...stated }
}

test('three passages by hand', () => {
  const { byEdge, byClass, used } = learnSpeeds([passage(1, 150), passage(1, 200), passage(1, 210)], OPTIONS)
  // Median ln 2. Class: 3 / 13 of it; edge: (3 ln 2 + 3 × class) / 6.
  const ofClass = (3 * Math.log(2)) / (3 + PROFILE_WEIGHT)
  expect(byClass.get('track')!.logFactor).toBeCloseTo(ofClass, 12)
  const learned = byEdge.get(1)!
  expect(learned.logFactor).toBeCloseTo((3 * Math.log(2) + CLASS_WEIGHT * ofClass) / 6, 12)
  // Deviations 0, ln 1.05, ln(4/3): median ln 1.05. (5 × 0.3² + 2 × (1.4826 ln 1.05)²) / 7, widened by 1 + 1/6.
  const variance = (5 * 0.09 + 2 * (1.4826 * Math.log(1.05)) ** 2) / 7
  expect(learned.logSpread).toBeCloseTo(Math.sqrt((variance * 7) / 6), 12)
  expect(learned.passages).toBe(3)
  expect(used).toBe(3)
})

test('halts, outliers and short parts teach nothing and are counted', () => {
  const learning = learnSpeeds(
    [
      passage(1, 120),
      passage(1, 501),
      passage(1, 19),
      passage(1, 120, { haltSeconds: 130, seconds: 250 }),
      passage(1, 12, { share: 0.1, priorSeconds: 10 }),
      passage(1, 2, { priorSeconds: 2 }),
      passage(2, 700),
    ],
    OPTIONS,
  )
  expect(learning).toMatchObject({ used: 1, outliers: 3, withHalt: 1, tooShort: 2 })
  expect([...learning.byEdge.keys()]).toEqual([1])
})

test('a part counts by its share', () => {
  const half = { share: 0.5, priorSeconds: 50 }
  const whole = learnSpeeds([passage(1, 200)], OPTIONS).byEdge.get(1)!
  const part = learnSpeeds([passage(1, 100, half)], OPTIONS).byEdge.get(1)!
  expect(part.logFactor).toBeGreaterThan(0)
  expect(part.logFactor).toBeLessThan(whole.logFactor)
  const two = learnSpeeds([passage(1, 100, half), passage(1, 100, half)], OPTIONS).byEdge.get(1)!
  expect(two.logFactor).toBeCloseTo(whole.logFactor, 12)
})

test('edges of a class learn from each other, classes do not', () => {
  const many = Array.from({ length: 40 }, (_, i) => passage(2 + (i % 5), 200))
  const alone = learnSpeeds([passage(1, 100)], OPTIONS).byEdge.get(1)!
  const among = learnSpeeds([...many, passage(1, 100)], OPTIONS).byEdge.get(1)!
  const apart = learnSpeeds([...many, passage(11, 100)], OPTIONS).byEdge.get(11)!
  expect(alone.logFactor).toBe(0)
  expect(among.logFactor).toBeGreaterThan(0.3)
  expect(apart.logFactor).toBe(0)
})

test('with many passages an edge is as its median, whatever its class', () => {
  fc.assert(
    fc.property(fc.double({ min: 40, max: 250, noNaN: true }), (typical) => {
      const passages = Array.from({ length: 2_001 }, (_, i) => passage(1, typical * (0.8 + 0.0002 * i)))
      const others = Array.from({ length: 500 }, () => passage(2, 300))
      const { logFactor, logSpread } = learnSpeeds([...passages, ...others], OPTIONS).byEdge.get(1)!
      expect(Math.abs(logFactor - Math.log(typical / 100))).toBeLessThan(0.01)
      expect(logSpread).toBeGreaterThan(0.1)
      expect(logSpread).toBeLessThan(0.2)
    }),
    { numRuns: 20 },
  )
})

test('one passage moves an edge by a bounded part from its class', () => {
  const most = Math.log(5) * (1 / (1 + CLASS_WEIGHT) + 1 / (1 + PROFILE_WEIGHT))
  fc.assert(
    fc.property(fc.double({ min: 20, max: 500, noNaN: true }), (seconds) => {
      const { byEdge } = learnSpeeds([passage(1, seconds)], OPTIONS)
      expect(Math.abs(byEdge.get(1)!.logFactor)).toBeLessThanOrEqual(most)
    }),
  )
})

test('one passage more, however odd, moves a well-known edge little', () => {
  const known = Array.from({ length: 21 }, (_, i) => passage(1, 110 + i))
  const before = learnSpeeds(known, OPTIONS).byEdge.get(1)!.logFactor
  fc.assert(
    fc.property(fc.double({ min: 20, max: 500, noNaN: true }), (seconds) => {
      const after = learnSpeeds([...known, passage(1, seconds)], OPTIONS).byEdge.get(1)!.logFactor
      expect(Math.abs(after - before)).toBeLessThan(0.01)
    }),
  )
})

test('a prior time that is none is refused', () => {
  expect(() => learnSpeeds([passage(7, 100, { priorSeconds: 0 })], OPTIONS)).toThrow(/edge 7/)
})
