import { expect, test } from 'vitest'
import { FIGURES, givenNetwork } from './given-network.ts'
import { lengthsByClass, totalMetres } from './lengths-by-class.ts'

const bundled = givenNetwork()
const newer = givenNetwork({
  id: 2,
  state: 'candidate',
  isInService: false,
  comparedWith: 1,
  figures: FIGURES,
})

test('a version that was compared knows its own lengths, the longest class first', () => {
  const lengths = lengthsByClass(newer, [newer, bundled])
  expect(lengths).toEqual([
    { highway: 'track', metres: 85_000 },
    { highway: 'tertiary', metres: 35_000 },
  ])
  expect(totalMetres(lengths)).toBe(120_000)
})

test('the bundled version is counted where another was held against it', () => {
  expect(totalMetres(lengthsByClass(bundled, [newer, bundled]))).toBe(100_000)
})

test('what nobody has counted is not known', () => {
  expect(lengthsByClass(bundled, [bundled])).toBeNull()
  expect(totalMetres(null)).toBeNull()
})
