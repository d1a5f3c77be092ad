import type { CoverageWithoutRoads, ReachedRoads, TimeGrid, WhoComes } from '@borne/api/contracts/coverage'
import type { RoadDay, RoadInputs } from '@borne/api/contracts/roads'
import type { Way } from '@borne/api/contracts/ways'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import { compareDays, type PlacedPost } from '@borne/geodata/road-state/compare-days'
import { answerCoverage, answerReachedRoads, answerTimeGrid, answerWhoComes } from './answer-coverage.ts'
import { answerMissions } from './answer-mission.ts'
import { answerWay } from './answer-way.ts'
import { askedState, checkVersion, type HeldRoads, holdRoads } from './held-roads.ts'
import type { MissionExchanges } from './missions-asked.ts'
import type { CoverageAsked, DayAsked, TimeGridAsked, WayAsked, WhoComesAsked } from './roads-asked.ts'

/** The roads in memory: they answer as the server does, to the last figure. */
export interface OpenRoads {
  takeInputs(inputs: RoadInputs): void
  /** @throws RangeError when the graph or the inputs are of another day, network or vehicle. */
  coverage(asked: CoverageAsked): CoverageWithoutRoads
  reachedRoads(asked: CoverageAsked): ReachedRoads
  whoComes(asked: WhoComesAsked): WhoComes
  timeGrid(asked: TimeGridAsked): TimeGrid
  day(asked: DayAsked): RoadDay
  way(asked: WayAsked): Way
  mission<K extends keyof MissionExchanges>(kind: K, asked: MissionExchanges[K][0]): MissionExchanges[K][1]
}

/** @throws PackedRoadsError when the bytes are not those of a graph. */
export function openRoads(buffer: ArrayBuffer): OpenRoads {
  const { graph, hierarchy } = unpackRoads(buffer)
  attachHierarchy(graph, hierarchy)
  let held: HeldRoads | null = null
  let missions: ReturnType<typeof answerMissions> | null = null
  const get = (): HeldRoads => {
    if (!held) throw new RangeError('the inputs have not come')
    return held
  }
  return {
    takeInputs(inputs) {
      held = holdRoads(graph, inputs)
      missions = null
    },
    coverage: (asked) => timed(() => answerCoverage(get(), asked)),
    reachedRoads: (asked) => answerReachedRoads(get(), asked),
    whoComes: (asked) => timed(() => answerWhoComes(get(), asked)),
    timeGrid: (asked) => timed(() => answerTimeGrid(get(), asked)),
    day: (asked) => timed(() => answerDay(get(), asked)),
    way: (asked) => timed(() => answerWay(get(), asked)),
    mission(kind, asked) {
      missions ??= answerMissions(get())
      return missions[kind](asked)
    },
  }
}

function answerDay(held: HeldRoads, asked: DayAsked): Omit<RoadDay, 'computeMilliseconds'> {
  const { graph, inputs, isInRegion } = held
  checkVersion(held, asked.date)
  const day = askedState(held, asked, asked.date)
  const other = askedState(held, asked, asked.against)
  const posts = inputs.posts.flatMap((post): PlacedPost[] =>
    post.position && !post.isArchived ? [{ ...post, position: post.position }] : [],
  )
  const compared = compareDays({ graph, isInRegion, start: inputs.start }, day, other, posts)
  return { ...compared, attribution: inputs.attribution }
}

function timed<T extends object>(compute: () => T): T & { computeMilliseconds: number } {
  const startedAt = performance.now()
  const result = compute()
  return { ...result, computeMilliseconds: Math.round((performance.now() - startedAt) * 100) / 100 }
}
