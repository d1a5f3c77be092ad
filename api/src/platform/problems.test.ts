import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DatabaseError } from './database-error.ts'
import { toProblem } from './errors.ts'
import { preferredLanguage, problem, problemBody } from './problems.ts'

describe('the language of a problem', () => {
  test.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['de,en;q=0.4,fr;q=0.6', 'fr'],
    ['ar', 'fr'],
    ['en;q=0', 'fr'],
  ])('%s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })
})

test('a body follows RFC 9457 and carries what the caller needs to go on', () => {
  const body = problemBody(problem('route-not-found', { path: '/x' }, { extra: { hint: 1 } }), 'en', {
    requestId: 'r1',
  })
  expect(body).toEqual({
    type: '/api/problems/route-not-found',
    code: 'route-not-found',
    title: 'Unknown address',
    detail: 'There is nothing at /x.',
    status: 404,
    requestId: 'r1',
    extra: { hint: 1 },
  })
})

describe('what was thrown becomes a problem', () => {
  test('a full disk is told as such', () => {
    expect(toProblem(Object.assign(new Error('write'), { code: 'ENOSPC' }), 'fr').statusCode).toBe(507)
  })

  test('a database error keeps its details', () => {
    const error = new DatabaseError('data-folder-locked', 'locked', { folder: '/d', pid: 12 })
    expect(problemBody(toProblem(error, 'fr'), 'fr').detail).toContain('processus 12')
  })

  test('anything else says nothing of the inside', () => {
    const body = problemBody(toProblem(new Error('password=hunter2'), 'fr'), 'fr', { requestId: 'r2' })
    expect(body.status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('hunter2')
    expect(body.detail).toContain('r2')
  })

  test('an error of a foreign schema is no reason to answer 400', () => {
    const failed = z.object({ name: z.string() }).safeParse({})
    expect(toProblem(failed.error, 'fr').code).toBe('internal-error')
  })
})
