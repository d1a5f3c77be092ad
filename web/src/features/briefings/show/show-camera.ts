import type { PresentedMap, PresentedPost } from '@borne/api/contracts/briefings'
import type { Camera } from '../../../map/camera-address.ts'
import { metresPerPixel } from '../../../map/scale.ts'

/** Pixels of a map as views are saved from it. On a smaller one the same ground is shown. */
const SAVED = { width: 760, height: 600 }
const TOUR_ZOOM = 11.5
/** A cell of coarse positions takes at most this share of the map. */
const CELL_SHARE = 0.3

/** The camera of a view on a map of so many pixels. */
export function fitCamera({ center, zoom }: Camera, width: number, height: number): Camera {
  const share = Math.min(1, width / SAVED.width, height / SAVED.height)
  return { center, zoom: Math.max(4, zoom + Math.log2(Math.max(share, 0.05))) }
}

/** Posts that a tour goes to, from west to east along the border. */
export function tourStops({ move, states }: PresentedMap): PresentedPost[] {
  if (move !== 'tour') return []
  const posts = states.at(-1)?.posts ?? []
  return posts
    .filter(({ position }) => position !== null)
    .toSorted((one, other) => one.position![0] - other.position![0] || one.position![1] - other.position![1])
}

/** Close to a post, but no closer than its position is told. */
export function tourCamera(post: PresentedPost, overview: Camera, width: number): Camera {
  const center = post.position ?? overview.center
  const widest = (2 * post.precisionMetres) / (CELL_SHARE * width)
  const perPixel = Math.max(metresPerPixel(center[1], TOUR_ZOOM), widest)
  const zoom = TOUR_ZOOM - Math.log2(perPixel / metresPerPixel(center[1], TOUR_ZOOM))
  return { center, zoom: Math.max(overview.zoom, zoom) }
}
