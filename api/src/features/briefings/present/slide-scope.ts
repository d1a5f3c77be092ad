import type { ContractFact, CoverageFact, DayFacts, Facts, PostFact } from '../facts.ts'
import type { PostFilter, Slide } from '../slide-contract.ts'
import { type SlideDays, slideDays } from './slide-days.ts'

/** What one slide is made from. */
export interface SlideScope {
  readonly slide: Slide
  readonly facts: Facts
  readonly days: SlideDays
  /** The day of the slide. */
  readonly day: DayFacts
  /** The posts that it shows, by name. */
  readonly posts: readonly PostFact[]
  /** The contracts of these posts: running ones first, then by reference. */
  readonly contracts: readonly ContractFact[]
  readonly coverage: CoverageFact | null
  readonly naming: PostNaming
}

export const RUNNING: ReadonlySet<ContractFact['stage']> = new Set(['started', 'stopped', 'pre-accepted'])

/** The presentation's own names of posts. */
export interface PostNaming {
  readonly idOf: (postId: string) => string
  readonly nameOf: (post: Pick<PostFact, 'id' | 'name'>) => string
}

export function slideScope(slide: Slide, facts: Facts, naming: PostNaming): SlideScope {
  const today = facts.madeAt.slice(0, 10)
  const days = slideDays(slide, today)
  const day = dayOf(facts, days.on)
  const posts = choosePosts(day, slide, today)
  const ids = new Set(posts.map((post) => post.id))
  const donorId = slide.view?.posts.donorId
  return {
    slide,
    facts,
    days,
    day,
    posts: byName(posts, naming),
    contracts: day.contracts
      .filter(
        (contract) =>
          contract.postIds.some((id) => ids.has(id)) && (!donorId || contract.donorIds.includes(donorId)),
      )
      .sort(compareContracts),
    coverage: facts.coverage.get(slide.id) ?? null,
    naming,
  }
}

export function dayOf(facts: Facts, on: string): DayFacts {
  return facts.days.get(on) ?? { on, posts: [], contracts: [], closures: [] }
}

/**
 * The posts of a day that the filter of the slide lets through. One that was archived since is shown where the slide
 * names it, or tells of a day before.
 */
export function choosePosts(day: DayFacts, slide: Slide, today: string): PostFact[] {
  const filter = slide.view?.posts ?? {}
  const named = new Set([...(filter.postIds ?? []), slide.view?.selectedPostId ?? ''])
  return day.posts.filter((post) => {
    if (post.isArchived && !named.has(post.id) && day.on >= today) return false
    return passes(post, filter)
  })
}

/** P1, P2…: by the ids of the register, which tell nothing, so that the numbers do not tell the order of the names. */
export function namePosts(facts: Facts): PostNaming {
  const ids = new Set([...facts.days.values()].flatMap((day) => day.posts.map((post) => post.id)))
  const numbers = new Map([...ids].sort().map((id, index) => [id, index + 1]))
  return {
    idOf: (postId) => `p${numbers.get(postId) ?? 0}`,
    nameOf: ({ id, name }) => name ?? `P${numbers.get(id) ?? 0}`,
  }
}

function byName(posts: readonly PostFact[], naming: PostNaming): PostFact[] {
  return [...posts].sort(
    (a, b) =>
      naming.nameOf(a).localeCompare(naming.nameOf(b), 'fr', { numeric: true }) || (a.id < b.id ? -1 : 1),
  )
}

function compareContracts(a: ContractFact, b: ContractFact): number {
  const running = Number(RUNNING.has(b.stage)) - Number(RUNNING.has(a.stage))
  return running || (a.reference ?? '').localeCompare(b.reference ?? '', 'fr') || (a.id < b.id ? -1 : 1)
}

function passes(post: PostFact, filter: PostFilter): boolean {
  return (
    (!filter.statuses?.length || filter.statuses.includes(post.status)) &&
    (!filter.kind || post.kind === filter.kind) &&
    (!filter.moughataa || post.moughataa === filter.moughataa) &&
    (!filter.donorId || post.donorIds.includes(filter.donorId)) &&
    (!filter.postIds?.length || filter.postIds.includes(post.id))
  )
}
