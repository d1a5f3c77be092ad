import type { BorderAccess, CoverageChange } from '@borne/geodata/coverage/coverage-types'
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
/** A question about the coverage, as `CoverageQuestion` of the API, with changes to what is stored. */
export interface CoverageAsked extends RoadsAsked {
  /** Null: every operational post. */
  readonly postIds: readonly string[] | null
  readonly minutes: number
  readonly access: BorderAccess
  readonly includeUnconfirmed: boolean
  readonly changes: readonly CoverageChange[]
  /** The posts that works make, where a change tells of works. */
  readonly contractPosts: readonly { readonly contractId: string; readonly postIds: readonly string[] }[]
}
export interface WhoComesAsked extends CoverageAsked {
  readonly position: Position
}
export interface TimeGridAsked extends CoverageAsked {
  readonly cellMetres: number
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
