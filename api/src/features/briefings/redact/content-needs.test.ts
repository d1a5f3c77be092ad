import { expect, test } from 'vitest'
import type { AudienceRules } from '../audience-contract.ts'
import { audienceScope } from './audience-scope.ts'
import { whyNotContent } from './content-needs.ts'

const rules = (posts: AudienceRules['posts']): AudienceRules => ({
  posts,
  gridMetres: 0,
  fields: ['names', 'progress', 'dates', 'money'],
  layers: ['border', 'posts'],
})
const why = (name: Parameters<typeof whyNotContent>[0], posts: AudienceRules['posts']) =>
  whyNotContent(name, audienceScope(rules(posts), null), rules(posts))

test('who is told of working posts alone gets no figure that would be 0 for that reason', () => {
  for (const name of ['posts-under-works', 'posts-planned', 'contracts-open', 'amount-paid'] as const) {
    expect(why(name, 'operational')).toBe('not-operational')
    expect(why(name, 'all')).toBeNull()
  }
  expect(why('posts-operational', 'operational')).toBeNull()
  expect(why('posts-operational', 'none')).toBe('no-posts')
  expect(why('border-total', 'none')).toBeNull()
})
