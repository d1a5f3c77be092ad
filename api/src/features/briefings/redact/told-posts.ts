import type { AudienceRules } from '../audience-contract.ts'
import type { Facts } from '../facts.ts'
import { audienceScope } from './audience-scope.ts'

/** The posts that the audience is told of on some day: coverage is measured for them alone. */
export function toldPostIds(
  facts: Pick<Facts, 'days'>,
  rules: AudienceRules,
  donorId: string | null,
): string[] {
  const { whyNot } = audienceScope(rules, donorId)
  const told = [...facts.days.values()].flatMap(({ posts }) => posts.filter((post) => whyNot(post) === null))
  return [...new Set(told.map(({ id }) => id))].sort()
}
