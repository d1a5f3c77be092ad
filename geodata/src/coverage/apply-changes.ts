import { sphericalLengthMetres } from '../geometry/distance.ts'
import type { RoadAddition } from '../road-network/types.ts'
import type { IsoDate, RoadClosure } from '../road-state/types.ts'
import type {
  ChangedGround,
  ChangeRefusal,
  CoverageChange,
  IdleChange,
  StartPost,
  StoredGround,
} from './coverage-types.ts'

/** A change that is supposed is as sure on every day. */
const NEVER_FADES_DAYS = 1e9

/** What the changes made so far amount to. */
interface Draft {
  readonly stored: StoredGround
  readonly on: IsoDate | null
  readonly used: Set<string>
  readonly places: StartPost[]
  readonly lifted: Set<string>
  readonly cuts: RoadClosure[]
  readonly additions: RoadAddition[]
}

/** What came of one change; null = it was made. */
type Outcome = { refused: ChangeRefusal } | { idle: IdleChange } | null

/**
 * What a scenario makes of what is stored, on a day; nothing given is changed. Changes are made one after the other.
 *
 * Works done count from their day on, and without a day. A cut is a closure at its position that acts on the day; whether
 * it touches a road is told by the compiled state (`unboundClosureIds`). A road that is built lies in Mauritania.
 *
 * @param on The day of the question; null = no day, for which closures mean nothing.
 * @returns `posts` are those that count, in the order stored, the places after them. What was refused was not made.
 */
export function applyChanges(
  stored: StoredGround,
  changes: readonly CoverageChange[],
  on: IsoDate | null,
): ChangedGround {
  const draft: Draft = {
    stored,
    on,
    used: new Set(stored.usedPostIds),
    places: [],
    lifted: new Set(),
    cuts: [],
    additions: [],
  }
  const refused: ChangedGround['refused'] = []
  const idle: ChangedGround['idle'] = []
  changes.forEach((change, index) => {
    const outcome = apply(draft, change)
    if (outcome && 'refused' in outcome) refused.push({ index, reason: outcome.refused })
    if (outcome && 'idle' in outcome) idle.push({ index, reason: outcome.idle })
  })
  const { used, places, lifted, cuts, additions } = draft
  return {
    posts: [...stored.posts, ...places].filter(({ postId }) => used.has(postId)),
    closures: [...stored.closures.filter(({ id }) => !lifted.has(id)), ...cuts],
    additions,
    refused,
    idle,
  }
}

function apply(draft: Draft, change: CoverageChange): Outcome {
  switch (change.kind) {
    case 'post-opens':
      return openPost(draft, change.postId)
    case 'place-opens':
      return openPlace(draft, change)
    case 'post-closes':
      return closePost(draft, change.postId)
    case 'works-done':
      return finishWorks(draft, change)
    case 'road-built':
      return buildRoad(draft, change)
    case 'road-cut':
      return cutRoad(draft, change)
    case 'closure-lifted':
      return liftClosure(draft, change.closureId)
  }
}

function isKnown({ stored, places }: Draft, postId: string): boolean {
  return [...stored.posts, ...places].some((post) => post.postId === postId)
}

function openPost(draft: Draft, postId: string): Outcome {
  if (!isKnown(draft, postId)) return { refused: 'post-unknown' }
  if (draft.used.has(postId)) return { idle: 'already-counts' }
  draft.used.add(postId)
  return null
}

function closePost(draft: Draft, postId: string): Outcome {
  if (!isKnown(draft, postId)) return { refused: 'post-unknown' }
  return draft.used.delete(postId) ? null : { idle: 'does-not-count' }
}

function openPlace(
  draft: Draft,
  { placeId, name, position }: CoverageChange & { kind: 'place-opens' },
): Outcome {
  if (isKnown(draft, placeId)) return { refused: 'place-known' }
  draft.places.push({
    postId: placeId,
    name,
    position,
    isPositionUnconfirmed: false,
    isDemonstration: false,
  })
  draft.used.add(placeId)
  return null
}

function finishWorks(draft: Draft, { contractId, on }: CoverageChange & { kind: 'works-done' }): Outcome {
  const contract = draft.stored.contractPosts.find((known) => known.contractId === contractId)
  if (!contract) return { refused: 'contract-unknown' }
  const known = contract.postIds.filter((postId) => isKnown(draft, postId))
  if (known.length === 0) return { idle: 'contract-without-posts' }
  if (draft.on !== null && on > draft.on) return { idle: 'not-yet' }
  if (known.every((postId) => draft.used.has(postId))) return { idle: 'already-counts' }
  for (const postId of known) draft.used.add(postId)
  return null
}

function buildRoad(
  { additions }: Draft,
  { roadId, name, highway, ground, coordinates }: CoverageChange & { kind: 'road-built' },
): Outcome {
  const isUnfit = coordinates.length < 2 || sphericalLengthMetres(coordinates) === 0
  if (isUnfit || highway === 'ferry' || highway === 'river') return { refused: 'road-unfit' }
  additions.push({
    id: roadId,
    highway,
    ground,
    name,
    iso3: 'MRT',
    validFrom: null,
    validUntil: null,
    coordinates,
  })
  return null
}

function cutRoad({ on, cuts }: Draft, { cutId, position }: CoverageChange & { kind: 'road-cut' }): Outcome {
  if (on === null) return { refused: 'needs-day' }
  const startsAt = `${on}T00:00:00Z`
  cuts.push({
    id: cutId,
    geometry: { type: 'Point', coordinates: position },
    effect: 'cut',
    speedFactor: 1,
    cause: 'other',
    startsAt,
    endsAt: null,
    confirmedAt: startsAt,
    halfLifeDays: NEVER_FADES_DAYS,
  })
  return null
}

function liftClosure({ stored, on, lifted }: Draft, closureId: string): Outcome {
  if (on === null) return { refused: 'needs-day' }
  if (!stored.closures.some(({ id }) => id === closureId)) return { refused: 'closure-unknown' }
  if (lifted.has(closureId)) return { idle: 'does-not-count' }
  lifted.add(closureId)
  return null
}
