import type { Position } from '@borne/geodata/geometry/position'

/** What every question to the roads carries, as the parameters of the API with their defaults written out. */
export interface RoadsAsked {
  /** Absent: the dry season without closures. */
  readonly date?: string | undefined
  readonly vehicle: string
  readonly crossing: boolean
  readonly documented: boolean
  readonly presumed: boolean
  readonly presumedMetres: number
}
export interface ReachAsked extends RoadsAsked {
  /** Ids separated by commas; absent: every operational post. */
  readonly posts?: string | undefined
  readonly minutes: number
  readonly offRoadMetres: number
  readonly includeUnconfirmed: boolean
}
export interface DayAsked extends RoadsAsked {
  readonly date: string
  readonly against?: string | undefined
}
export interface WayAsked extends RoadsAsked {
  /** Two or more: the id of a post, or a position. */
  readonly stops: readonly (string | Position)[]
  readonly by: 'time' | 'distance'
  readonly alternatives: boolean
  /** Vehicle that waits beyond a crossing by pirogue; absent: no such crossing. */
  readonly onward?: string | undefined
  /** The corners of each area, not closed. */
  readonly areas: readonly (readonly Position[])[]
}
