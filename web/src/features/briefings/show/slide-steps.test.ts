import { expect, test } from 'vitest'
import { givenMap, givenPost, givenState } from './given-presentation.ts'
import { mapAtStep, nextStep, slideSteps } from './slide-steps.ts'

const tour = givenMap({ move: 'tour' })
const months = ['2026-09', '2026-10', '2026-11']
const replay = givenMap({ replay: months.map((month) => ({ month, posts: [] })) })

test('a tour goes from the overview to each post that has a position, from west to east, and back', () => {
  const nowhere = givenPost({ id: 'p9', position: null })
  const map = givenMap({ move: 'tour', states: [givenState({ posts: [...givenState().posts, nowhere] })] })
  const steps = slideSteps({ map })!
  expect(steps).toMatchObject({ kind: 'tour', count: 4, rest: 0 })
  expect([0, 1, 2, 3].map((at) => mapAtStep(map, steps, at).spotId)).toEqual([null, 'p1', 'p2', 'p3'])
  expect([1, 2, 3].map((at) => nextStep(steps, at))).toEqual([2, 3, 0])
})

test('a replay ends at its last month', () => {
  const steps = slideSteps({ map: replay })!
  expect(steps).toMatchObject({ kind: 'replay', count: 3, rest: 2 })
  expect(mapAtStep(replay, steps, 1)).toEqual({ month: 1, spotId: null })
  expect(nextStep(steps, 1)).toBe(2)
  expect(nextStep(steps, 2)).toBeNull()
})

test('nothing goes on where there is no map, no post, or one month', () => {
  expect(slideSteps({ map: null })).toBeNull()
  expect(slideSteps({ map: givenMap() })).toBeNull()
  expect(slideSteps({ map: { ...tour, states: [givenState({ posts: [] })] } })).toBeNull()
  expect(slideSteps({ map: { ...replay, replay: replay.replay!.slice(0, 1) } })).toBeNull()
})
