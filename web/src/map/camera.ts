import { asked, type CameraTarget } from './asked.ts'

const camera = { show: (target: CameraTarget) => asked.show(target) }

/**
 * Brings a thing into view beside the panel. It does not move when the thing is already well in view, nor, on
 * the first page of a shared link, away from the camera that the link names.
 */
export function useMapCamera(): { show(target: CameraTarget): void } {
  return camera
}
