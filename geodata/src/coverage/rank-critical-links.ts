import { conditionsOf } from '../road-network/arc-costs.ts'
import type { NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import type { Bound } from '../road-state/bind-geometry.ts'
import type { RoadClosure } from '../road-state/types.ts'
import { addEndsOnEdge, EndList } from './approach-spots.ts'
import { type BorderFlows, findFlows, reachPieces } from './border-flows.ts'
import type { CoverageNetwork, CoverageQuestion, CriticalLink, StartPost } from './coverage-types.ts'
import { type LinkCandidate, linksOn } from './link-candidates.ts'
import { type OpenCoverage, openCoverage } from './open-coverage.ts'
import { placePosts, usedPosts } from './place-posts.ts'

/** Links that are tried at most, unless told otherwise. */
const MOST_TRIED = 300

export interface RankedLinks {
  /** Those that lose border, most first. */
  links: CriticalLink[]
  triedCount: number
  untriedCount: number
  /** No untried link loses more than this. */
  untriedMostMetres: number
}

export interface LinksAsk {
  /** Closures that do not act on the day but may: each is tried as a cut. */
  readonly mayClose: readonly RoadClosure[]
  readonly most?: number
  /** Asked before each trial: no more are made once it says so. */
  readonly isTimeUp?: () => boolean
}

/**
 * Which single links lose border if they close: fords (where a road meets a watercourse without a bridge), bridges, ferries,
 * and closures that may come.
 *
 * Only links on the quickest ways to border in reach can lose any, and no more than what is reached over them: they are
 * tried in the order of that bound, each measured exactly with the link cut.
 *
 * @returns `lostMetres` is what no post reaches any more within the minutes; `postIds` are those that came first to it.
 */
export function rankCriticalLinks(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  question: Omit<CoverageQuestion<unknown>, 'state' | 'office'>,
  { mayClose, most = MOST_TRIED, isTimeUp = () => false }: LinksAsk,
): RankedLinks {
  const opened = openCoverage(network, question)
  const placed = placePosts(opened, posts, { ...question, office: null })
  const used = usedPosts(placed)
  const starts = used.map(({ point }) => point)
  const limit = Math.floor(question.minutes * 6000)
  const flows = findFlows(opened, starts, limit)
  const candidates = linksOn(network.graph, [...flows.metresOver.keys()], mayClose)
    .map((candidate) => ({ candidate, bound: boundOf(candidate, flows) }))
    .filter(({ bound }) => bound > 0)
    .sort((a, b) => b.bound - a.bound)
  const links: CriticalLink[] = []
  let tried = 0
  while (tried < candidates.length && tried < most && !isTimeUp()) {
    const link = tryLink(opened, starts, limit, flows, candidates[tried]!.candidate)
    if (link.lostMetres > 0) {
      const { cuts: _, ...told } = candidates[tried]!.candidate
      const postIds = link.starts.map((start) => used[start]!.postId)
      links.push({ ...told, lostMetres: link.lostMetres, postIds })
    }
    tried++
  }
  return {
    links: links.sort((a, b) => b.lostMetres - a.lostMetres),
    triedCount: tried,
    untriedCount: candidates.length - tried,
    untriedMostMetres: candidates[tried]?.bound ?? 0,
  }
}

/** What is reached over the edges of a link: no more can be lost. */
function boundOf({ cuts }: LinkCandidate, { metresOver }: BorderFlows): number {
  return [...cuts.keys()].reduce((sum, edge) => sum + (metresOver.get(edge) ?? 0), 0)
}

/** The border that is out of reach once a link is cut, and the starts that came first to it. */
function tryLink(
  opened: OpenCoverage,
  starts: readonly SnappedPoint[],
  limit: number,
  flows: BorderFlows,
  { cuts }: LinkCandidate,
): { lostMetres: number; starts: number[] } {
  const { network, options, border, samples } = opened
  const withCut = cutOptions(network, options, cuts)
  const mended = new EndList()
  for (const edge of cuts.keys()) addEndsOnEdge(mended, network.graph, border, edge, withCut)
  const isReached = new Uint8Array(samples.metres.length)
  const inForce = {
    ends: border.ends,
    isVoid: (edge: number) => cuts.has(edge),
    mended: mended.sortBySpot(samples.metres.length),
  }
  reachPieces(opened, withCut, starts, limit, inForce, (piece) => {
    isReached[piece] = 1
  })
  let lostMetres = 0
  const losers = new Set<number>()
  for (let piece = 0; piece < isReached.length; piece++) {
    if (flows.start[piece]! < 0 || isReached[piece] === 1) continue
    lostMetres += samples.metres[piece]!
    losers.add(flows.start[piece]!)
  }
  return { lostMetres, starts: [...losers].sort((a, b) => a - b) }
}

function cutOptions({ graph }: CoverageNetwork, options: NetworkOptions, cuts: Bound): NetworkOptions {
  const conditions = conditionsOf(graph, options)
  const all = new Map(conditions.cuts)
  for (const [edge, intervals] of cuts) all.set(edge, [...(all.get(edge) ?? []), ...intervals])
  return { ...options, conditions: { ...conditions, cuts: all } }
}
