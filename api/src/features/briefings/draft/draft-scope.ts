import type { ContractFact, CoverageFact, DayFacts, Facts, PhotoFact, PostFact } from '../facts.ts'

/** Ids of the slides by which the facts of both days are asked for. */
export const BEFORE = 'before'
export const AFTER = 'after'

export interface DraftQuestion {
  /** Whose posts and works it is about; null: of all. */
  readonly donorId: string | null
  readonly from: string
  readonly to: string
}

/** A photo, and from where it was taken when that was told: photos of one viewpoint make the better pairs. */
export interface DraftPhoto extends PhotoFact {
  readonly viewpoint: string | null
}

/** A post on both days; one that was not in the register before has no `before`. */
export interface PostChange {
  readonly id: string
  readonly name: string
  readonly before: PostFact | null
  readonly after: PostFact
}

/** What a first version is written from: posts, works and photos of the donor alone, where there is one. */
export interface DraftScope extends DraftQuestion {
  readonly posts: readonly PostChange[]
  /** At the end of the period; `before` is the same contract at its beginning. */
  readonly contracts: readonly (ContractFact & { readonly before: ContractFact | null })[]
  readonly photos: readonly DraftPhoto[]
  /** No `before`: it could not be measured, as where no post was operational. */
  readonly coverage: { readonly before: CoverageFact | null; readonly after: CoverageFact } | null
}

export function draftScope(
  facts: Facts,
  photos: readonly DraftPhoto[],
  { donorId, from, to }: DraftQuestion,
): DraftScope {
  const isOfDonor = (thing: { readonly donorIds: readonly string[] }) =>
    donorId === null || thing.donorIds.includes(donorId)
  const before = new Map(dayOf(facts, from).posts.map((post) => [post.id, post]))
  const posts = dayOf(facts, to)
    .posts.filter((post) => !post.isArchived && isOfDonor(post))
    .map((post) => ({
      id: post.id,
      name: post.name ?? '—',
      before: before.get(post.id) ?? null,
      after: post,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.id < b.id ? -1 : 1))
  const contractsBefore = new Map(dayOf(facts, from).contracts.map((contract) => [contract.id, contract]))
  const ids = new Set(posts.map(({ id }) => id))
  const areAllIn = ({ postIds }: { readonly postIds: readonly string[] }) =>
    postIds.length > 0 && postIds.every((id) => ids.has(id))
  const covered = facts.coverage.get(AFTER)
  return {
    donorId,
    from,
    to,
    posts,
    contracts: dayOf(facts, to)
      .contracts.filter((contract) => isOfDonor(contract) && areAllIn(contract))
      .map((contract) => ({ ...contract, before: contractsBefore.get(contract.id) ?? null })),
    photos: photos.filter(areAllIn),
    coverage: covered ? { before: facts.coverage.get(BEFORE) ?? null, after: covered } : null,
  }
}

function dayOf(facts: Facts, on: string): Pick<DayFacts, 'posts' | 'contracts'> {
  return facts.days.get(on) ?? { posts: [], contracts: [] }
}

/** Posts that are operational at the end of the period and were not at its beginning. */
export const openedIn = ({ posts }: DraftScope): PostChange[] =>
  posts.filter(({ before, after }) => after.status === 'operational' && before?.status !== 'operational')

/** Posts that were running, or under works, and are suspended or closed now. */
export const haltedIn = ({ posts }: DraftScope): PostChange[] =>
  posts.filter(
    ({ before, after }) =>
      (after.status === 'suspended' || after.status === 'closed') &&
      before !== null &&
      before.status !== after.status,
  )
