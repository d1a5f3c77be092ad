import type { AudienceRules } from '../audience-contract.ts'
import type { ContractFact, Facts } from '../facts.ts'
import { audienceScope, isContractTold } from './audience-scope.ts'
import type { Secrets } from './redact-text.ts'
import { toldPostIds } from './told-posts.ts'

const MINOR_UNITS = 100
/** Shorter titles are words of the trade: «Réhabilitation». */
const LEAST_TITLE_WORDS = 3

/** What is in the facts, and may not stand in a text for this audience. */
export function findSecrets(facts: Facts, rules: AudienceRules, donorId: string | null): Secrets {
  const scope = audienceScope(rules, donorId)
  const names = new Set<string>()
  const toldNames = new Set<string>()
  const amounts = new Set<number>()
  const shown = new Set(toldPostIds(facts, rules, donorId))
  const isSomePostWithheld = [...facts.days.values()].some(({ posts }) =>
    posts.some(({ id }) => !shown.has(id)),
  )
  for (const day of facts.days.values()) {
    const told = new Set(day.posts.filter((post) => scope.whyNot(post) === null).map(({ id }) => id))
    for (const post of day.posts) {
      const isTold = told.has(post.id) && scope.has('names')
      addAll(isTold ? toldNames : names, [post.name, post.nameAr])
      if (!isTold) addAll(names, post.aliases)
    }
    for (const contract of day.contracts) {
      const isTold = isContractTold(contract, told, rules, donorId)
      const isNamed = isTold && scope.has('contractor')
      addAll(isNamed ? toldNames : names, [contract.contractor, contract.reference])
      if (!isNamed && isTelling(contract.title)) addAll(names, [contract.title])
      if (isTold && scope.has('money')) continue
      for (const amount of amountsOf(contract)) amounts.add(amount)
    }
  }
  for (const { postId, name } of facts.names) {
    const isOfTold = postId !== null && scope.has('names') && shown.has(postId)
    if (!isOfTold) names.add(name)
  }
  return {
    names: [...names],
    toldNames: [...toldNames],
    amounts: [...amounts],
    isMoneyWithheld: !scope.has('money'),
    arePositionsWithheld: scope.isCoarse || !scope.draws('posts') || isSomePostWithheld,
  }
}

function addAll(to: Set<string>, names: readonly (string | null)[]): void {
  for (const name of names) if (name) to.add(name)
}

/** The amount, and what of it was done or paid on some day. */
function amountsOf({ amountMinor, curve, paidPercent, physicalPercent }: ContractFact): number[] {
  if (amountMinor === null) return []
  const amount = amountMinor / MINOR_UNITS
  const percents = [paidPercent, physicalPercent, ...curve.flatMap(({ earned, paid }) => [earned, paid])]
  const parts = percents.flatMap((percent) => (percent ? [(amount * percent) / 100] : []))
  return [amount, ...parts]
}

const isTelling = (title: string | null): boolean =>
  (title ?? '').split(/\s+/).filter(Boolean).length >= LEAST_TITLE_WORDS
