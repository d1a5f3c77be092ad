import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateArrival, type TimedStretch } from './eta.ts'

const stretch = (seconds: number, logSpread: number, passages = 0, lengthMetres = 1000): TimedStretch => ({
  seconds,
  logSpread,
  lengthMetres,
  passages,
})
const anyStretch = fc.record({
  seconds: fc.double({ min: 0, max: 10_000, noNaN: true }),
  logSpread: fc.double({ min: 0, max: 2, noNaN: true }),
  lengthMetres: fc.double({ min: 0, max: 50_000, noNaN: true }),
  passages: fc.integer({ min: 0, max: 50 }),
})
const way = fc.array(anyStretch, { minLength: 1, maxLength: 30 })
const correlation = fc.double({ min: 0, max: 1, noNaN: true })

test('one stretch keeps its median, and its ninth decile is the lognormal one', () => {
  const { p50Seconds, p90Seconds } = estimateArrival([stretch(600, 0.4)])
  expect(p50Seconds).toBeCloseTo(600, 6)
  expect(p90Seconds).toBeCloseTo(600 * Math.exp(0.4 * 1.2815515655), 4)
})

test('two stretches by hand', () => {
  // mean 100 × e^0.08 = 108.3287; deviation 108.3287 × √(e^0.16 − 1) = 45.1251, each.
  // Independent: mean 216.6574, variance 2 × 2036.28 = 4072.56, σ² = ln(1 + 0.086760) = 0.083201.
  const pair = [stretch(100, 0.4), stretch(100, 0.4)]
  const independent = estimateArrival(pair, 0)
  expect(independent.p50Seconds).toBeCloseTo(216.6574 * Math.exp(-0.0416), 1)
  expect(independent.p90Seconds).toBeCloseTo(207.83 * Math.exp(1.28155 * 0.28845), 0)
  const together = estimateArrival(pair, 1)
  expect(together.p50Seconds).toBeCloseTo(200, 6)
  expect(together.p90Seconds).toBeCloseTo(200 * Math.exp(0.4 * 1.2815515655), 4)
})

test('what is certain has no spread, and an empty way takes no time', () => {
  expect(estimateArrival([stretch(60, 0), stretch(40, 0)])).toMatchObject({
    p50Seconds: 100,
    p90Seconds: 100,
  })
  expect(estimateArrival([])).toEqual({ p50Seconds: 0, p90Seconds: 0, leastPassages: 0, taughtShare: 0 })
})

test('says how much was taught', () => {
  const eta = estimateArrival([stretch(10, 0.3, 4, 3000), stretch(10, 0.3, 0, 1000), stretch(10, 0, 0, 0)])
  expect(eta).toMatchObject({ leastPassages: 0, taughtShare: 0.75 })
  expect(estimateArrival([stretch(10, 0.3, 4), stretch(10, 0.3, 2)]).leastPassages).toBe(2)
})

test.each([
  [stretch(-1, 0.1), 0.5],
  [stretch(Number.NaN, 0.1), 0.5],
  [stretch(1, -0.1), 0.5],
  [stretch(1, 0.1), 1.5],
])('%j with correlation %d is refused', (wrong, rho) => {
  expect(() => estimateArrival([wrong], rho)).toThrow(RangeError)
})

test('the ninth decile is never before the median, and a longer way never arrives earlier', () => {
  fc.assert(
    fc.property(way, anyStretch, correlation, (stretches, more, rho) => {
      const eta = estimateArrival(stretches, rho)
      const longer = estimateArrival([...stretches, more], rho)
      expect(eta.p90Seconds).toBeGreaterThanOrEqual(eta.p50Seconds)
      expect(longer.p50Seconds).toBeGreaterThanOrEqual(eta.p50Seconds * (1 - 1e-9))
      expect(longer.p90Seconds).toBeGreaterThanOrEqual(eta.p90Seconds * (1 - 1e-9))
    }),
  )
})

test('what goes together more is later at worst', () => {
  fc.assert(
    fc.property(way, correlation, correlation, (stretches, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      const spread = (rho: number) => {
        const eta = estimateArrival(stretches, rho)
        return eta.p50Seconds > 0 ? eta.p90Seconds / eta.p50Seconds : 1
      }
      expect(spread(more)).toBeGreaterThanOrEqual(spread(less) - 1e-9)
    }),
  )
})
