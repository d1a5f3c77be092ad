import type { AudienceRules, SharedField, Withheld } from '../audience-contract.ts'
import type { ContractFact, Facts, PostFact } from '../facts.ts'
import { type AudienceScope, audienceScope, isContractTold, isPhotoTold } from './audience-scope.ts'
import { toldPostIds } from './told-posts.ts'

/** What of the facts the audience does not get, and why: told to whoever shares, never to the audience. */
export function listWithheld(facts: Facts, rules: AudienceRules, donorId: string | null): Withheld[] {
  const scope = audienceScope(rules, donorId)
  const told = new Set(toldPostIds(facts, rules, donorId))
  return [
    ...withheldPosts(facts, scope, told),
    ...withheldContracts(facts, rules, donorId),
    ...withheldFields(facts, scope, told),
    ...withheldPhotos(facts, scope, told),
    ...coarsePositions(facts, scope, told),
  ]
}

/** Each post once, with the last reason. */
function withheldPosts({ days }: Facts, scope: AudienceScope, told: ReadonlySet<string>): Withheld[] {
  const reasons = new Map<string, Withheld['why']>()
  for (const { posts } of days.values())
    for (const post of posts) {
      const why = scope.whyNot(post)
      if (why && !told.has(post.id)) reasons.set(post.id, why)
    }
  return [...Map.groupBy(reasons, ([, why]) => why)].map(([why, posts]) =>
    withheldOf('post', null, posts.length, why),
  )
}

function withheldContracts({ days }: Facts, rules: AudienceRules, donorId: string | null): Withheld[] {
  if (!rules.fields.includes('progress')) return []
  const scope = audienceScope(rules, donorId)
  const all = new Set<string>()
  const told = new Set<string>()
  for (const { posts, contracts } of days.values()) {
    const toldPosts = new Set(posts.filter((post) => scope.whyNot(post) === null).map(({ id }) => id))
    for (const contract of contracts) {
      all.add(contract.id)
      if (isContractTold(contract, toldPosts, rules, donorId)) told.add(contract.id)
    }
  }
  const why =
    rules.posts === 'of-donor' ? 'not-of-donor' : rules.posts === 'none' ? 'no-posts' : 'not-operational'
  return all.size > told.size ? [withheldOf('table', 'works', all.size - told.size, why)] : []
}

const POST_FIELDS: Readonly<Partial<Record<SharedField, (post: PostFact) => unknown>>> = {
  names: ({ name }) => name,
  progress: ({ progressPercent }) => progressPercent,
  dates: ({ statusSince }) => statusSince,
  agency: ({ agency }) => agency,
  legal: ({ legalStatus }) => legalStatus,
  staffing: ({ staffCount }) => staffCount,
}
const CONTRACT_FIELDS: Readonly<Partial<Record<SharedField, (contract: ContractFact) => unknown>>> = {
  progress: () => true,
  dates: ({ startedOn, endsOn, receivedOn }) => startedOn ?? endsOn ?? receivedOn,
  contractor: ({ contractor, reference }) => contractor ?? reference,
  money: ({ amountMinor, paidPercent }) => amountMinor ?? paidPercent,
}

/** Fields that no rule names and that the told posts and their works have. */
function withheldFields(
  { days, coverage }: Facts,
  scope: AudienceScope,
  told: ReadonlySet<string>,
): Withheld[] {
  const all = [...days.values()]
  const posts = all.flatMap((day) => day.posts).filter(({ id }) => told.has(id))
  const contracts = all
    .flatMap((day) => day.contracts)
    .filter(({ postIds }) => postIds.some((id) => told.has(id)))
  const countOf = (name: SharedField) => {
    const [ofPost, ofContract] = [POST_FIELDS[name], CONTRACT_FIELDS[name]]
    const having = new Set([
      ...posts.filter((post) => ofPost && isThere(ofPost(post))).map(({ id }) => id),
      ...contracts.filter((contract) => ofContract && isThere(ofContract(contract))).map(({ id }) => id),
    ])
    const people = name === 'population' ? [...coverage.values()].filter((fact) => fact.population).length : 0
    return having.size + people
  }
  const names: SharedField[] = [
    'names',
    'progress',
    'dates',
    'agency',
    'legal',
    'contractor',
    'money',
    'staffing',
    'population',
  ]
  return names
    .filter((name) => !scope.has(name))
    .map((name) => withheldOf('field', name, countOf(name), 'field-not-shared'))
    .filter(({ count }) => count > 0)
}

const isThere = (value: unknown) => value !== null && value !== undefined

function withheldPhotos({ photos }: Facts, scope: AudienceScope, told: ReadonlySet<string>): Withheld[] {
  const count = photos.filter((photo) => !isPhotoTold(photo, told, scope)).length
  if (count === 0) return []
  const ofPosts = scope.donorId ? 'not-of-donor' : 'not-operational'
  return [withheldOf('photo', null, count, scope.has('photos') ? ofPosts : 'field-not-shared')]
}

function coarsePositions({ days }: Facts, scope: AudienceScope, told: ReadonlySet<string>): Withheld[] {
  const placed = new Set(
    [...days.values()].flatMap(({ posts }) =>
      posts.filter(({ id, position }) => told.has(id) && position !== null).map(({ id }) => id),
    ),
  )
  if (placed.size === 0) return []
  if (!scope.draws('posts')) return [withheldOf('layer', 'posts', placed.size, 'layer-not-shared')]
  return scope.isCoarse
    ? [withheldOf('precision', String(scope.gridMetres), placed.size, 'coarse-positions')]
    : []
}

export function withheldOf(
  what: Withheld['what'],
  name: string | null,
  count: number,
  why: Withheld['why'],
  slideId: string | null = null,
): Withheld {
  return { slideId, what, name, count, why }
}
