import type { NetworkSegment } from '../road-network/places.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import type { BorderProfile, CoveredSegment, Redundancy } from './coverage-types.ts'
import type { BorderSamples, SampledSegment } from './sample-border.ts'
import { type PostsInTime, type SoonestPosts, toSeconds } from './soonest-posts.ts'

/** Sums the pieces of a segment that some post comes to in time. */
export function describeSegments(
  segments: readonly NetworkSegment[],
  { segments: sampled, metres }: BorderSamples,
  { count }: PostsInTime,
): CoveredSegment[] {
  return sampled.map((part, i) => {
    const { name, neighbour, moughataa, geometryVersion } = segments[i]!
    let reachedMetres = 0
    for (let piece = part.first; piece < part.first + part.count; piece++) {
      if (count[piece]! > 0) reachedMetres += metres[piece]!
    }
    const { id: segmentId, lengthMetres } = part
    const reachedShare = shareOf(reachedMetres, lengthMetres)
    return {
      segmentId,
      name,
      neighbour,
      moughataa,
      geometryVersion,
      lengthMetres,
      reachedMetres,
      reachedShare,
    }
  })
}

/** Times along a segment, piece by piece. */
export function profileOf(
  { id, first, count }: SampledSegment,
  { fromMetres, metres }: BorderSamples,
  { p50, p90, post }: SoonestPosts,
): BorderProfile {
  const pieces = Array.from({ length: count }, (_, i) => first + i)
  return {
    segmentId: id,
    atMetres: pieces.map((piece) => Math.round(fromMetres[piece]! + metres[piece]! / 2)),
    p50Seconds: pieces.map((piece) => toSeconds(p50[piece]!)),
    p90Seconds: pieces.map((piece) => toSeconds(p90[piece]!)),
    postIndexes: pieces.map((piece) => (post[piece]! < 0 ? null : post[piece]!)),
  }
}

/** Border that one post alone reaches in time: what is lost if it closes. */
export function measureRedundancy(
  { metres }: BorderSamples,
  { count, post }: PostsInTime,
  postIds: readonly string[],
): Redundancy {
  const lost = postIds.map(() => 0)
  let onePostMetres = 0
  let morePostsMetres = 0
  for (let piece = 0; piece < metres.length; piece++) {
    if (count[piece]! > 1) morePostsMetres += metres[piece]!
    if (count[piece] !== 1) continue
    onePostMetres += metres[piece]!
    // Who comes in time where nobody else does is the soonest.
    lost[post[piece]!]! += metres[piece]!
  }
  const byPost = postIds.map((postId, i) => ({ postId, lostMetres: lost[i]! }))
  return { onePostMetres, morePostsMetres, byPost: byPost.sort((a, b) => b.lostMetres - a.lostMetres) }
}

/** Median over the length of the pieces that a post is the soonest to come to; null where there are none. */
export function medianSeconds({ metres }: BorderSamples, { p50, post }: SoonestPosts, postIndex: number) {
  const own: number[] = []
  for (let piece = 0; piece < metres.length; piece++) {
    if (post[piece] === postIndex && p50[piece]! < CLOSED) own.push(piece)
  }
  own.sort((a, b) => p50[a]! - p50[b]!)
  const whole = own.reduce((sum, piece) => sum + metres[piece]!, 0)
  let passed = 0
  for (const piece of own) {
    passed += metres[piece]!
    if (passed >= whole / 2) return toSeconds(p50[piece]!)
  }
  return null
}

export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
