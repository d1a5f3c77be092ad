import { expect, test } from 'vitest'
import { ApiProblem } from '../platform/api.ts'
import { silenceProblem } from '../platform/parse-problem.ts'
import { isWorthRetrying } from './query-client.ts'

test('silence and a server that starts are asked again, a refusal is not', () => {
  const silence = silenceProblem('/api/posts', 'fr')
  expect(isWorthRetrying(new ApiProblem(silence))).toBe(true)
  expect(isWorthRetrying(new ApiProblem({ ...silence, status: 503 }))).toBe(true)
  expect(isWorthRetrying(new ApiProblem({ ...silence, status: 404 }))).toBe(false)
  expect(isWorthRetrying(new TypeError('a bug'))).toBe(false)
})
