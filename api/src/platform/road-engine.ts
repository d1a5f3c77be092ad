import type { Position } from '@borne/geodata/geometry/position'
import type { Mode } from '@borne/geodata/road-network/road-codes'
import type { IsoDate } from '@borne/geodata/road-state/types'
import type { MultiPolygon, Polygon } from 'geojson'
import type { EngineLimit } from '../contract-kit/network.ts'

export interface EngineQuestion {
  date: IsoDate
  mode: Mode
  /** No way leads through these. */
  avoidAreas?: readonly Polygon[]
}

export interface EngineRoute {
  lengthMetres: number
  seconds: number
  coordinates: Position[]
  /** From the asked points to the ends of `coordinates`; in no length and no time. */
  fromOffRoadMetres: number
  toOffRoadMetres: number
  /** Lengths and times by class of road, in order of travel; null where the engine does not tell. */
  legs: readonly { highway: string; lengthMetres: number; seconds: number }[] | null
}

/** `seconds[from][to]` and `metres[from][to]` of the way that is the shortest in time; `Infinity` = no way. */
export interface EngineMatrix {
  seconds: number[][]
  metres: number[][]
}

export interface EngineIsochrone {
  minutes: number
  area: Polygon | MultiPolygon
}

/** Answers questions to a road network that is past our own engine: of a country or a continent. */
export interface RoadEngine {
  readonly name: 'valhalla'
  /** Its users are shown them. */
  readonly limits: readonly EngineLimit[]
  /** null = no way is known. */
  findRoute(from: Position, to: Position, question: EngineQuestion): Promise<EngineRoute | null>
  findMatrix(
    froms: readonly Position[],
    tos: readonly Position[],
    question: EngineQuestion,
  ): Promise<EngineMatrix>
  /** In the order of `minutes`; an area that holds nothing is left out. */
  findIsochrones(
    from: Position,
    minutes: readonly number[],
    question: EngineQuestion,
  ): Promise<EngineIsochrone[]>
}
