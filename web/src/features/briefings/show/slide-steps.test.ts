import { expect, test } from 'vitest'
import { givenMap, givenPost, givenState } from './given-presentation.ts'
import { firstStep, nextStep, type SlideSteps, slideSteps } from './slide-steps.ts'

const tour = givenMap({ move: 'tour' })
const months = ['2026-09', '2026-10', '2026-11']
const replay = months.map((month) => ({ month, posts: [] }))

/** From the first step that is played to the one where it rests. */
function played(steps: SlideSteps): (string | number | null)[] {
  const places = [firstStep(steps)]
  while (places.at(-1) !== steps.rest) places.push(nextStep(steps, places.at(-1)!))
  return places.map((at) => steps.all[at]!.spot?.id ?? steps.all[at]!.month)
}

test('a tour goes to each post that has a position, from west to east, and back to the overview', () => {
  const nowhere = givenPost({ id: 'p9', position: null })
  const states = [givenState({ posts: [...givenState().posts, nowhere] })]
  const steps = slideSteps({ map: { ...tour, states } })!
  expect(steps.rest).toBe(0)
  expect(played(steps)).toEqual(['p1', 'p2', 'p3', null])
})

test('a replay goes from its first month to its last', () => {
  const steps = slideSteps({ map: givenMap({ replay }) })!
  expect(steps.rest).toBe(2)
  expect(played(steps)).toEqual([0, 1, 2])
})

test('a tour comes before the replay of its slide', () => {
  expect(played(slideSteps({ map: { ...tour, replay } })!)).toEqual(['p1', 'p2', 'p3', 0, 1, 2])
})

test('nothing goes on where there is no map, no post, or one month', () => {
  expect(slideSteps({ map: null })).toBeNull()
  expect(slideSteps({ map: givenMap() })).toBeNull()
  expect(slideSteps({ map: { ...tour, states: [givenState({ posts: [] })] } })).toBeNull()
  expect(slideSteps({ map: givenMap({ replay: replay.slice(0, 1) }) })).toBeNull()
})
