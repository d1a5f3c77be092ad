import { expect, test } from 'vitest'
import { parseProblem, silenceProblem } from './parse-problem.ts'

test('a problem of the server is taken as it is', () => {
  const body = {
    type: '/api/problems/post-not-found',
    code: 'post-not-found',
    title: 'Poste introuvable',
    detail: 'Aucun poste.',
    status: 404,
    requestId: 'r-1',
    extra: { version: 3 },
  }
  expect(parseProblem(404, JSON.stringify(body), '/api/posts/x', 'fr')).toEqual(body)
})

test.each(['', '<html>Bad gateway</html>', '"text"', 'null', '{"code": 7}'])(
  'what is no problem becomes one that names the status: %s',
  (text) => {
    const problem = parseProblem(502, text, '/api/posts', 'fr')
    expect(problem).toMatchObject({ code: 'answer-unreadable', status: 502, instance: '/api/posts' })
    expect(problem.detail).toContain('502')
  },
)

test('no answer is told in the language of the person', () => {
  expect(silenceProblem('/api/posts', 'fr').title).toBe('Le serveur ne répond pas')
  expect(silenceProblem('/api/posts', 'en')).toMatchObject({ code: 'no-answer', status: 0 })
})
