import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { circleAround } from '@borne/geodata/geometry/circle-around'
import type { CameraTarget } from '../../map/asked.ts'

const POST_ZOOM = 11

/** What of the map a post's page shows: its point, or the whole circle in which it may lie. */
export function cameraTarget(
  post: Pick<BorderPostDetail, 'position' | 'positionConfidence' | 'uncertaintyMetres'>,
): CameraTarget | null {
  const { position, positionConfidence, uncertaintyMetres } = post
  if (!position) return null
  if (positionConfidence !== 'unconfirmed' || !uncertaintyMetres) return { center: position, zoom: POST_ZOOM }
  const [ring] = circleAround(position, uncertaintyMetres, 4).coordinates as [[number, number][]]
  const [north, west, south, east] = ring as [
    [number, number],
    [number, number],
    [number, number],
    [number, number],
  ]
  return { bbox: [west[0], south[1], east[0], north[1]] }
}
