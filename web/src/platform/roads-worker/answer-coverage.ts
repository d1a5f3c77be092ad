import type { CoverageWithoutRoads, ReachedRoads, TimeGrid, WhoComes } from '@borne/api/contracts/coverage'
import { applyChanges } from '@borne/geodata/coverage/apply-changes'
import type {
  ChangedGround,
  CoverageNetwork,
  CoverageQuestion,
  StartPost,
} from '@borne/geodata/coverage/coverage-types'
import { measureFigures, measureReachedRoads } from '@borne/geodata/coverage/measure-coverage'
import { measureTimeGrid } from '@borne/geodata/coverage/measure-time-grid'
import { whoComes } from '@borne/geodata/coverage/who-comes'
import type { ToldState } from '@borne/geodata/road-state/tell-state'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import { askedState, checkVersion, type HeldRoads } from './held-roads.ts'
import type { CoverageAsked, TimeGridAsked, WhoComesAsked } from './roads-asked.ts'

/**
 * What posts reach, as `POST /api/coverage/measure` tells it, the roads apart: figures are not to wait for lines.
 *
 * @throws RangeError when the graph or the inputs are of another day, network or vehicle, when a change is refused, and
 *   when a road is built: only the server makes another graph.
 */
export function answerCoverage(
  held: HeldRoads,
  asked: CoverageAsked,
): Omit<CoverageWithoutRoads, 'computeMilliseconds'> {
  const { network, posts, question } = suppose(held, asked)
  return { ...measureFigures(network, posts, question), attribution: held.inputs.attribution }
}

/** The roads that belong to the figures; @throws as `answerCoverage`. */
export function answerReachedRoads(held: HeldRoads, asked: CoverageAsked): ReachedRoads {
  const { network, posts, question } = suppose(held, asked)
  return measureReachedRoads(network, posts, question)
}

/** Who comes to a place of the border; @throws as `answerCoverage`. */
export function answerWhoComes(held: HeldRoads, asked: WhoComesAsked): Omit<WhoComes, 'computeMilliseconds'> {
  const { network, posts, question } = suppose(held, asked)
  const comers = whoComes(network, posts, question, asked.position)
  if (!comers) throw new RangeError('the inputs hold no border')
  return comers
}

/** The time to each place of the region; @throws as `answerCoverage`. */
export function answerTimeGrid(held: HeldRoads, asked: TimeGridAsked): Omit<TimeGrid, 'computeMilliseconds'> {
  const { network, posts, question } = suppose(held, asked)
  const { cellMetres } = asked
  const grid = measureTimeGrid(network, posts, question, { cellMetres, isInRegion: held.isInRegion })
  return { ...grid, attribution: held.inputs.attribution }
}

interface Supposed {
  network: CoverageNetwork
  posts: readonly StartPost[]
  question: CoverageQuestion<ToldState>
}

/** The roads, posts and question that an asked coverage comes to. */
function suppose(held: HeldRoads, asked: CoverageAsked): Supposed {
  checkVersion(held, asked.date)
  const { graph, inputs } = held
  const { borders, settlements, crossings, start } = inputs
  const ground = changedGround(held, asked)
  const changes = asked.changes.filter(({ kind }) => kind === 'road-cut' || kind === 'closure-lifted')
  const closures = changes.length > 0 ? { key: JSON.stringify(changes), closures: ground.closures } : null
  return {
    network: { graph, borders, settlements, crossings },
    posts: ground.posts,
    question: {
      minutes: asked.minutes,
      access: asked.access,
      includeUnconfirmed: asked.includeUnconfirmed,
      office: start.position,
      ...askedState(held, asked, asked.date, closures),
    },
  }
}

function changedGround({ inputs }: HeldRoads, asked: CoverageAsked): ChangedGround {
  const counts = ({ postId, isOperational, isArchived }: (typeof inputs.posts)[number]) =>
    asked.postIds === null ? isOperational && !isArchived : asked.postIds.includes(postId)
  const stored = {
    posts: inputs.posts.map(startPost),
    usedPostIds: inputs.posts.filter(counts).map(({ postId }) => postId),
    contractPosts: asked.contractPosts,
    closures: inputs.closures as RoadClosure[],
  }
  const ground = applyChanges(stored, asked.changes, asked.date ?? null)
  const [refusal] = ground.refused
  if (refusal) throw new RangeError(`change ${refusal.index + 1} is refused: ${refusal.reason}`)
  if (ground.additions.length > 0) throw new RangeError('only the server builds roads')
  return ground
}

function startPost(post: HeldRoads['inputs']['posts'][number]): StartPost {
  const { postId, name, position, isPositionUnconfirmed, isDemonstration } = post
  return { postId, name, position, isPositionUnconfirmed, isDemonstration }
}
