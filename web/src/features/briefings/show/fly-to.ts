import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Camera } from '../../../map/camera-address.ts'
import { FULL_SHARPNESS, judgeFrame } from './flight-sharpness.ts'

const FLIGHT = { curve: 1.3, speed: 0.75, maxDuration: 4000 }

/** What this machine can draw, learned from one flight for the next. */
let learned = FULL_SHARPNESS.share

/** Flies there. While it flies the map gives up pixels where frames would come too slowly; when it stands it is sharp. */
export function flyTo(map: MapLibreMap, camera: Camera): void {
  // One that is still on its way lands first, and is sharp again.
  map.stop()
  const whole = map.getPixelRatio()
  let sharpness = { share: learned, frames: [] as readonly number[] }
  const onMove = () => {
    const before = sharpness.share
    sharpness = judgeFrame(sharpness, performance.now())
    if (sharpness.share !== before) map.setPixelRatio(whole * sharpness.share)
  }
  performance.mark('borne:flight')
  map.flyTo({ ...camera, ...FLIGHT, essential: true })
  if (learned < 1) map.setPixelRatio(whole * learned)
  map.on('move', onMove)
  map.once('moveend', () => {
    map.off('move', onMove)
    learned = sharpness.share
    if (learned < 1) map.setPixelRatio(whole)
    performance.mark('borne:landing')
  })
}
