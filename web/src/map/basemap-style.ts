import type { StyleSpecification } from 'maplibre-gl'
import { FONT_FACES } from './fonts.ts'
import { PALETTE } from './palette.ts'
import { borderLayers, groundLayers, limitLayers, veilLayer } from './style-ground.ts'
import { countryLabels, placeLayers, spotLayers, unitLabels, waterLabels } from './style-labels.ts'
import type { LabelLanguage, StyleInput } from './style-parts.ts'
import { roadLabels, roadLayers } from './style-roads.ts'
import type { MapTheme } from './theme.ts'

interface BasemapStyleInput {
  theme: MapTheme
  labels: LabelLanguage
  /** Of the tiles: a new version is a new address. */
  version: string
  /** Address of the tiles, where they do not come from the route of the basemap. */
  tilesUrl?: string
  /** Ring around Guidimakha; outside it the map is veiled. */
  outline?: readonly number[][]
}

/** Live layers of areas and lines go under this one, so that names stay readable. */
export const FIRST_LABEL = 'wadi-name-point'
/** Live surfaces go under this one: the veil, the border and all that is drawn live stay above. */
export const OVER_SURFACES = 'veil'
const FAR_ZOOM = 6
const CLOSEST_TILES = 13

/**
 * The quiet map under everything: sand, pale water, a strong border, Guidimakha clear and the rest veiled.
 * Pure: the same input gives the same style, with the same layers in the same order for every input.
 */
export function basemapStyle({
  theme,
  labels,
  version,
  tilesUrl = `/api/basemap/{z}/{x}/{y}.mvt?v=${version}`,
  outline = [],
}: BasemapStyleInput): StyleSpecification {
  const input: StyleInput = { colours: PALETTE[theme], labels }
  const tiles = [tilesUrl]
  return {
    version: 8,
    name: 'Borne',
    'font-faces': FONT_FACES,
    sources: {
      far: { type: 'vector', tiles, minzoom: 4, maxzoom: FAR_ZOOM },
      region: { type: 'vector', tiles, minzoom: 4, maxzoom: CLOSEST_TILES },
      veil: { type: 'geojson', data: veil(outline) },
    },
    layers: [
      ...groundLayers(input),
      ...limitLayers(input),
      ...roadLayers(input),
      veilLayer(input),
      ...borderLayers(input),
      ...waterLabels(input),
      ...roadLabels(input),
      ...unitLabels(input),
      ...spotLayers(input),
      ...placeLayers(input),
      ...countryLabels(input),
    ],
  }
}

/** All the map may show, with Guidimakha as a hole. */
function veil(outline: readonly number[][]) {
  const world = [
    [-30, 0],
    [10, 0],
    [10, 40],
    [-30, 40],
    [-30, 0],
  ]
  const coordinates = outline.length > 3 ? [world, outline as number[][]] : [world]
  return { type: 'Polygon' as const, coordinates }
}
