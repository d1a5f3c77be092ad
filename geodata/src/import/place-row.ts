import type { Position } from '../geometry/position.ts'

/** A secondary place, whatever source it comes from. */
export interface PlaceRow {
  /** Begins with the name of its data set, so that sources never meet: `health-facilities/h1`. */
  id: string
  kind: 'health' | 'public' | 'airport' | 'water' | 'relief' | 'other'
  /** In the words of the source. */
  subkind: string
  name: string | null
  iso3: string | null
  /** Source of this one point, where a file mixes several. */
  source: string
  position: Position
}
