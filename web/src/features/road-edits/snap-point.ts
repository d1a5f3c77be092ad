import { nearestOnLine } from '@borne/geodata/geometry/along-line'
import { sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Surroundings } from '../../map/asked.ts'
import type { ShapePoint } from '../../map/shape.ts'

/** What a point was taken to: a road or a track of the map, or the end of a road that people drew. */
export type SnappedTo = 'road' | 'track' | 'drawn'

export interface SnappedPoint {
  readonly at: ShapePoint
  /** Null where nothing is near. */
  readonly to: SnappedTo | null
}

/** Farther out the map draws roads too roughly to join them. */
export const SNAP_FROM_ZOOM = 11
const TRACK_CLASSES: readonly string[] = ['track', 'path']
/** About a metre. */
const DECIMALS = 5

/**
 * Takes a point to what is drawn near it.
 *
 * @param ends Ends of roads that people drew: the network joins them there and nowhere else.
 * @param reachPixels How near on the screen.
 */
export function snapPoint(
  at: ShapePoint,
  around: Surroundings,
  ends: readonly ShapePoint[],
  reachPixels: number,
): SnappedPoint {
  if (around.zoom < SNAP_FROM_ZOOM) return { at: rounded(at), to: null }
  const reachMetres = reachPixels * around.metresPerPixel
  const end = nearestOf(ends, at)
  if (end && end.metres <= reachMetres) return { at: end.place, to: 'drawn' }
  let nearest: SnappedPoint = { at: rounded(at), to: null }
  let least = reachMetres
  for (const { highway, line } of around.roadsWithin(reachPixels)) {
    const { position, metres } = nearestOnLine(line, at)
    if (metres > least) continue
    least = metres
    nearest = {
      at: rounded([position[0], position[1]]),
      to: TRACK_CLASSES.includes(highway) ? 'track' : 'road',
    }
  }
  return nearest
}

function nearestOf(places: readonly ShapePoint[], at: ShapePoint) {
  let nearest: { place: ShapePoint; metres: number } | null = null
  for (const place of places) {
    const metres = sphericalMetres(place, at)
    if (!nearest || metres < nearest.metres) nearest = { place, metres }
  }
  return nearest
}

function rounded([lon, lat]: ShapePoint): ShapePoint {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))]
}
