import type { Feature, GeoJSON } from 'geojson'
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { FIRST_LABEL } from './basemap-style.ts'
import { REGULAR } from './fonts.ts'
import { LAYER_SLOTS, type LayerDraw, type LayerSlot, type MapLayer } from './layers.ts'
import type { MapTheme } from './theme.ts'

/** Names of the basemap stay above these. */
const UNDER_LABELS: readonly string[] = ['border', 'coverage', 'network', 'ways']
/** The id by which the state of a feature is kept: MapLibre wants one that is also a property. */
const KEY = '$key'

interface SlotContent {
  slot: string
  layers: readonly MapLayer[]
}
interface Shown {
  layer: MapLayer
  specs: LayerSpecification[]
}
type StateName = 'hover' | 'selected'

/** Makes the map show what the pages ask for, with as few changes as it takes. */
export class LiveLayers {
  readonly #map: MapLibreMap
  #shown = new Map<string, Shown>()
  #order = ''

  constructor(map: MapLibreMap) {
    this.#map = map
  }

  sync(contents: Iterable<SlotContent>, theme: MapTheme, hidden: ReadonlySet<string>): void {
    const wanted = inDrawOrder(contents).filter(({ slot }) => !hidden.has(slot))
    const ids = new Set(wanted.map(({ layer }) => layer.id))
    for (const id of this.#shown.keys()) if (!ids.has(id)) this.#remove(id)
    for (const { slot, layer } of wanted) this.#put(slot, layer, theme)
    this.#arrange(wanted)
  }

  /** Style layers that answer to the pointer, top first, with the layer that they draw. */
  answering(): { styleIds: string[]; layerOf(styleId: string): MapLayer | undefined } {
    const answering = [...this.#shown.values()].filter(
      ({ layer }) => layer.onClick || layer.onHover || layer.onPoint,
    )
    const byStyleId = new Map(
      answering.flatMap(({ layer, specs }) => specs.map(({ id }) => [id, layer] as const)),
    )
    return { styleIds: [...byStyleId.keys()], layerOf: (styleId) => byStyleId.get(styleId) }
  }

  #put(slot: LayerSlot, layer: MapLayer, theme: MapTheme): void {
    const shown = this.#shown.get(layer.id)
    const source = sourceId(layer.id)
    if (!shown) {
      this.#map.addSource(source, { type: 'geojson', data: withKeys(layer.data), promoteId: KEY })
    } else if (shown.layer.data !== layer.data) {
      this.#map.getSource<GeoJSONSource>(source)?.setData(withKeys(layer.data))
    }
    const specs = layer.draw.map((draw, index) => specOf(draw, `${source}:${index}`, source, theme))
    specs.forEach((spec, index) => {
      applyLayer(this.#map, shown?.specs[index], spec, anchorOf(slot))
    })
    for (const gone of shown?.specs.slice(specs.length) ?? []) this.#map.removeLayer(gone.id)
    this.#mark(source, 'hover', shown?.layer.hoveredId, layer.hoveredId)
    this.#mark(source, 'selected', shown?.layer.selectedId, layer.selectedId)
    this.#shown.set(layer.id, { layer, specs })
  }

  #mark(source: string, name: StateName, before: MapLayer['hoveredId'], now: MapLayer['hoveredId']): void {
    if (before === now) return
    if (before != null) this.#map.setFeatureState({ source, id: before }, { [name]: false })
    if (now != null) this.#map.setFeatureState({ source, id: now }, { [name]: true })
  }

  #remove(id: string): void {
    for (const spec of this.#shown.get(id)?.specs ?? []) this.#map.removeLayer(spec.id)
    this.#map.removeSource(sourceId(id))
    this.#shown.delete(id)
  }

  #arrange(wanted: readonly { slot: LayerSlot; layer: MapLayer }[]): void {
    const order = wanted.flatMap(({ slot, layer }) =>
      (this.#shown.get(layer.id)?.specs ?? []).map(({ id }) => ({ id, before: anchorOf(slot) })),
    )
    const key = order.map(({ id }) => id).join(' ')
    if (key === this.#order) return
    this.#order = key
    for (const { id, before } of order) this.#map.moveLayer(id, before)
  }
}

function inDrawOrder(contents: Iterable<SlotContent>): { slot: LayerSlot; layer: MapLayer }[] {
  const all = [...contents]
  return LAYER_SLOTS.flatMap((slot) =>
    all
      .filter((content) => content.slot === slot)
      .flatMap(({ layers }) => layers.map((layer) => ({ slot, layer }))),
  )
}

function anchorOf(slot: LayerSlot): string | undefined {
  return UNDER_LABELS.includes(slot) ? FIRST_LABEL : undefined
}

function sourceId(layerId: string): string {
  return `live:${layerId}`
}

function specOf(draw: LayerDraw, id: string, source: string, theme: MapTheme): LayerSpecification {
  const { paintFor, paint, layout, ...rest } = draw as LayerDraw & { paint?: object; layout?: object }
  const font = draw.type === 'symbol' ? { 'text-font': [REGULAR] } : {}
  return {
    ...rest,
    id,
    source,
    layout: { ...font, ...layout },
    paint: { ...paint, ...paintFor?.(theme) },
  } as LayerSpecification
}

/** Adds a layer, or changes only what differs from how it was. */
export function applyLayer(
  map: MapLibreMap,
  before: LayerSpecification | undefined,
  now: LayerSpecification,
  anchor?: string,
): void {
  if (before?.type !== now.type) {
    if (before) map.removeLayer(before.id)
    map.addLayer(now, anchor)
    return
  }
  for (const [name, value] of changes(before.paint, now.paint))
    map.setPaintProperty(now.id, name as never, value)
  for (const [name, value] of changes(before.layout, now.layout))
    map.setLayoutProperty(now.id, name as never, value)
  const filterOf = (spec: LayerSpecification) => ('filter' in spec ? spec.filter : undefined)
  if (JSON.stringify(filterOf(before)) !== JSON.stringify(filterOf(now)))
    map.setFilter(now.id, filterOf(now) ?? null)
}

function changes(before: object = {}, now: object = {}): [string, never][] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  const propertyOf = (of: object, name: string) => (of as Record<string, unknown>)[name]
  return [...names]
    .filter((name) => JSON.stringify(propertyOf(before, name)) !== JSON.stringify(propertyOf(now, name)))
    .map((name) => [name, propertyOf(now, name) as never])
}

function keyOf(feature: Feature, index: number): string | number {
  return feature.id ?? index
}

function withKeys(data: GeoJSON): GeoJSON {
  if (data.type !== 'FeatureCollection') return data
  const features = data.features.map((feature, index) => ({
    ...feature,
    properties: { ...feature.properties, [KEY]: keyOf(feature, index) },
  }))
  return { ...data, features }
}

/** The feature as the page gave it: a rendered one is cut at tiles and has lost its nested values. */
export function givenFeature(layer: MapLayer, rendered: Feature): Feature {
  if (layer.data.type === 'Feature') return layer.data
  if (layer.data.type !== 'FeatureCollection') return rendered
  const key = rendered.properties?.[KEY]
  return layer.data.features.find((feature, index) => keyOf(feature, index) === key) ?? rendered
}
