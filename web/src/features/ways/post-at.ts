import type { BorderPosts } from '@borne/api/contracts/posts'

/** Half the width of a post's mark and a little more, for a finger. */
const NEAR_PIXELS = 14
const METRES_PER_PIXEL_AT_ZOOM_0 = 78_271.517

/**
 * The post whose mark lies under a click on the map.
 *
 * @param zoom Zoom of the map (tiles of 512 pixels).
 */
export function postAt(
  posts: BorderPosts['features'],
  [lon, lat]: readonly [number, number],
  zoom: number,
): string | null {
  const metresPerPixel = (METRES_PER_PIXEL_AT_ZOOM_0 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom
  let nearest: string | null = null
  let least = NEAR_PIXELS * metresPerPixel
  for (const { id, geometry } of posts) {
    if (geometry?.type !== 'Point') continue
    const [postLon = 0, postLat = 0] = geometry.coordinates
    const east = (postLon - lon) * Math.cos((lat * Math.PI) / 180)
    const metres = Math.hypot(east, postLat - lat) * 111_195
    if (metres > least) continue
    least = metres
    nearest = String(id)
  }
  return nearest
}
