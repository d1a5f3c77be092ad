import type { Feature } from 'geojson'
import type { Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl'
import { asked, type MapPick } from './asked.ts'
import type { MapLayer } from './layers.ts'
import { givenFeature, type LiveLayers } from './live-layers.ts'
import { metresPerPixel } from './scale.ts'
import { surroundingsOf } from './surroundings.ts'

const REACH_PIXELS = matchMedia('(pointer: coarse)').matches ? 14 : 5

interface Found {
  layer: MapLayer
  feature: Feature
}

/** Clicks, hovers and asked points. Returns what undoes it. */
export function listenToPointer(map: MapLibreMap, live: LiveLayers): () => void {
  let hovered: Found | undefined
  const hover = (found: Found | undefined) => {
    if (hovered?.layer === found?.layer && hovered?.feature === found?.feature) return
    if (hovered && hovered.layer.onHover !== found?.layer.onHover) hovered.layer.onHover?.(null)
    found?.layer.onHover?.(found.feature)
    hovered = found
  }
  const onMove = (event: MapMouseEvent) => {
    const pick = lastPick()
    pick?.onMove?.(lonLat(event.lngLat.wrap()), surroundingsOf(map, event.lngLat))
    // What lies under the thing that is dragged is not pointed at.
    if (!pick && event.originalEvent.buttons !== 0) return
    const found = pick ? undefined : find(map, live, event)
    hover(found)
    found?.layer.onPoint?.(
      found.feature,
      lonLat(event.lngLat.wrap()),
      metresPerPixel(event.lngLat.lat, map.getZoom()),
    )
    map.getCanvas().style.cursor = pick ? (pick.cursor ?? 'crosshair') : found?.layer.onClick ? 'pointer' : ''
  }
  const onClick = (event: MapMouseEvent) => {
    const at = lonLat(event.lngLat.wrap())
    const pick = lastPick()
    if (pick) return pick.onPick(at, surroundingsOf(map, event.lngLat))
    const found = find(map, live, event)
    found?.layer.onClick?.(found.feature, at)
  }
  const onLeave = ({ originalEvent }: MapMouseEvent) => {
    // A marker that stands on the map is no way out of it.
    if (map.getCanvasContainer().contains(originalEvent.relatedTarget as Node | null)) return
    hover(undefined)
    lastPick()?.onMove?.(null, null)
  }
  const onDoubleClick = (event: MapMouseEvent) => {
    const finish = lastPick()?.onFinish
    if (!finish) return
    event.preventDefault()
    finish()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const pick = lastPick()
    if (!pick) return
    if (event.key === (pick.onFinish ? ' ' : 'Enter')) {
      event.preventDefault()
      const centre = map.getCenter()
      pick.onPick(lonLat(centre.wrap()), surroundingsOf(map, centre))
    } else if (pick.onFinish && event.key === 'Enter') {
      event.preventDefault()
      pick.onFinish()
    }
  }
  map.on('mousemove', onMove)
  map.on('click', onClick)
  map.on('dblclick', onDoubleClick)
  map.on('mouseout', onLeave)
  map.getCanvas().addEventListener('keydown', onKeyDown)
  return () => {
    map.off('mousemove', onMove)
    map.off('click', onClick)
    map.off('dblclick', onDoubleClick)
    map.off('mouseout', onLeave)
    map.getCanvas().removeEventListener('keydown', onKeyDown)
  }
}

function lastPick(): MapPick | undefined {
  return [...asked.picks.values()].at(-1)
}

function find(map: MapLibreMap, live: LiveLayers, { point: { x, y } }: MapMouseEvent): Found | undefined {
  const { styleIds, layerOf } = live.answering()
  if (styleIds.length === 0) return undefined
  const box: [PointLike, PointLike] = [
    [x - REACH_PIXELS, y - REACH_PIXELS],
    [x + REACH_PIXELS, y + REACH_PIXELS],
  ]
  const [exact] = map.queryRenderedFeatures([x, y], { layers: styleIds })
  const rendered = exact ?? map.queryRenderedFeatures(box, { layers: styleIds })[0]
  const layer = rendered && layerOf(rendered.layer.id)
  return layer && { layer, feature: givenFeature(layer, rendered) }
}

function lonLat({ lng, lat }: { lng: number; lat: number }): [number, number] {
  return [lng, lat]
}
