import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, type MapOptions, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { type Camera, REGION_BBOX, REGION_PADDING, ZOOM_RANGE } from './camera-address.ts'
import { drawIcon } from './icons.ts'

setWorkerUrl(workerUrl)

/** Beyond this nothing is drawn, so there is nothing to look for. */
const MAX_BOUNDS: [number, number, number, number] = [-19, 9.6, -1, 29.9]

interface MapSetting {
  container: HTMLElement
  style: StyleSpecification
  camera: Camera | undefined
  title: string
  /** Where it is shown rather than worked with. */
  more?: Pick<MapOptions, 'interactive' | 'cooperativeGestures' | 'keyboard' | 'pixelRatio'>
}

/** A map: north up, flat, and asking only its own server. */
export function createMap({ container, style, camera, title, more }: MapSetting): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style,
    ...(camera ?? { bounds: REGION_BBOX, fitBoundsOptions: { padding: REGION_PADDING } }),
    minZoom: ZOOM_RANGE.min,
    maxZoom: ZOOM_RANGE.max,
    ...more,
    maxBounds: MAX_BOUNDS,
    maxPitch: 0,
    // A printed sheet has more pixels than any screen.
    maxCanvasSize: [8192, 8192],
    dragRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    locale: { 'Map.Title': title },
    transformRequest: (url) => ({ url: new URL(url, location.origin).href }),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.setMissingStyleImageResolver((id) => {
    const image = drawIcon(id)
    if (image) map.addImage(id, image, { pixelRatio: 2 })
  })
  return map
}

/** Icons wear the colours of the theme: after a change they are drawn again. */
export function redrawIcons(map: MapLibreMap): void {
  for (const id of map.listImages()) {
    const image = drawIcon(id)
    if (image) map.updateImage(id, image)
  }
}
