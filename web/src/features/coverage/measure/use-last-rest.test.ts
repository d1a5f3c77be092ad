import { expect, test } from 'vitest'
import { nextRests } from './use-last-rest.ts'

const at = (minutes: number, reachedBorderMetres: number) => ({ minutes, reachedBorderMetres })

test('remembers what was measured where the slider stood before', () => {
  const first = nextRests(null, at(60, 100), 'q')
  expect(first.before).toBeNull()
  const second = nextRests(first, at(90, 150), 'q')
  expect(second.before).toEqual(at(60, 100))
  expect(nextRests(second, at(90, 150), 'q')).toBe(second)
})

test('starts anew when anything else of the question has changed', () => {
  const first = nextRests(null, at(60, 100), 'q')
  expect(nextRests(first, at(90, 150), 'other').before).toBeNull()
})
