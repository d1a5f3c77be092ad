import type { PostOnDay } from '@borne/api/contracts/roads'

/** What becomes of the way to a post, from the other day to this one. */
export type PostFate = 'cut-off' | 'opened' | 'longer' | 'shorter' | 'same' | 'never'

export interface RankedPost extends PostOnDay {
  readonly fate: PostFate
}

/** Less than a minute is no difference that a person would tell. */
const SAME_SECONDS = 60

export function fateOf({ seconds, againstSeconds }: PostOnDay): PostFate {
  if (seconds === null) return againstSeconds === null ? 'never' : 'cut-off'
  if (againstSeconds === null) return 'opened'
  if (Math.abs(seconds - againstSeconds) < SAME_SECONDS) return 'same'
  return seconds > againstSeconds ? 'longer' : 'shorter'
}

/** Posts that are cut off first, then the others by their time, at last those to which no way is known on either day. */
export function rankPosts(posts: readonly PostOnDay[]): RankedPost[] {
  const placeOf = { 'cut-off': 0, opened: 1, longer: 1, shorter: 1, same: 1, never: 2 }
  return posts
    .map((post) => ({ ...post, fate: fateOf(post) }))
    .sort(
      (a, b) =>
        placeOf[a.fate] - placeOf[b.fate] ||
        (a.seconds ?? a.againstSeconds ?? 0) - (b.seconds ?? b.againstSeconds ?? 0) ||
        a.name.localeCompare(b.name, 'fr'),
    )
}
