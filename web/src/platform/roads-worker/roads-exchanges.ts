import type { CoverageWithoutRoads, ReachedRoads, TimeGrid, WhoComes } from '@borne/api/contracts/coverage'
import type { RoadDay, RoadInputs } from '@borne/api/contracts/roads'
import type { Way } from '@borne/api/contracts/ways'
import type { MissionExchanges } from './missions-asked.ts'
import type { CoverageAsked, DayAsked, TimeGridAsked, WayAsked, WhoComesAsked } from './roads-asked.ts'

/** What the worker of the roads is asked. */
export type RoadsExchanges = {
  /** The bytes of a graph, which become the worker's. */
  graph: [ArrayBuffer, null]
  inputs: [RoadInputs, null]
  coverage: [CoverageAsked, CoverageWithoutRoads]
  'reached-roads': [CoverageAsked, ReachedRoads]
  'who-comes': [WhoComesAsked, WhoComes]
  'time-grid': [TimeGridAsked, TimeGrid]
  day: [DayAsked, RoadDay]
  way: [WayAsked, Way]
} & MissionExchanges
