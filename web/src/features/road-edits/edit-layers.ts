import type { EditKind, RoadEdit } from '@borne/api/contracts/road-edits'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import { PALETTE } from '../../map/palette.ts'
import type { MapTheme } from '../../map/theme.ts'
import { NETWORK_CHANGE_COLOURS, type NetworkChange } from '../../ui/network-change-scale.ts'

export const CHANGE_OF_KIND: Record<EditKind, NetworkChange> = {
  add: 'added',
  remove: 'removed',
  change: 'reclassed',
}
/** What is only proposed is dashed. */
export const PROPOSED_DASHES = [2.2, 1.4]
export const REJECTED_OPACITY = 0.4

interface DrawnEdits {
  edits: readonly RoadEdit[]
  selectedId: string | null
  /** Written along a line: its name, or what it says of the road. */
  labelOf(edit: RoadEdit): string
  onOpen?: ((edit: RoadEdit) => void) | undefined
}

/** Corrections of the network: dashed while proposed, solid once accepted, faint when rejected. */
export function editLayers({ edits, selectedId, labelOf, onOpen }: DrawnEdits): MapLayer[] {
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: edits.map(
      (edit): Feature => ({
        type: 'Feature',
        id: edit.id,
        geometry: edit.geometry as Feature['geometry'],
        properties: { state: edit.state, change: CHANGE_OF_KIND[edit.kind], label: labelOf(edit) },
      }),
    ),
  }
  return [
    {
      id: 'road-edits',
      data,
      draw: [SELECTED, ...STATES.flatMap(lineDraws), LABEL],
      selectedId,
      ...(onOpen
        ? {
            onClick: (feature: Feature) => {
              const edit = edits.find(({ id }) => id === feature.id)
              if (edit) onOpen(edit)
            },
          }
        : {}),
    },
  ]
}

/** What is to be decided on is drawn last, on top. */
const STATES = ['rejected', 'accepted', 'proposed'] as const satisfies readonly RoadEdit['state'][]

export function editWidth(scale: number) {
  return ['interpolate', ['linear'], ['zoom'], 7, 2 * scale, 10, 3.2 * scale, 14, 6 * scale] as never
}

function colourFor(theme: MapTheme) {
  const { added, removed, reclassed } = NETWORK_CHANGE_COLOURS[theme]
  return ['match', ['get', 'change'], 'added', added, 'removed', removed, reclassed]
}

function lineDraws(state: (typeof STATES)[number]): LayerDraw[] {
  const filter = ['==', ['get', 'state'], state] as never
  const opacity = state === 'rejected' ? REJECTED_OPACITY : 1
  return [
    {
      type: 'line',
      filter,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paintFor: (theme) => ({
        'line-color': PALETTE[theme].halo,
        'line-width': editWidth(1.8),
        'line-opacity': 0.85 * opacity,
      }),
    },
    {
      type: 'line',
      filter,
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paintFor: (theme) => ({
        'line-color': colourFor(theme),
        'line-width': editWidth(1),
        'line-opacity': opacity,
        ...(state === 'proposed' ? { 'line-dasharray': PROPOSED_DASHES } : {}),
      }),
    },
  ]
}

const SELECTED: LayerDraw = {
  type: 'line',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paintFor: (theme) => ({
    'line-color': theme === 'day' ? '#0f5c8c' : '#74bbe9',
    'line-width': editWidth(3.6),
    'line-opacity': ['case', ['boolean', ['feature-state', 'selected'], false], 0.5, 0],
  }),
}

const LABEL: LayerDraw = {
  type: 'symbol',
  minzoom: 9,
  filter: ['!=', ['get', 'label'], ''] as never,
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 320,
    'text-field': ['get', 'label'],
    'text-size': 11.5,
    'text-offset': [0, -1],
  },
  paintFor: (theme) => ({
    'text-color': colourFor(theme),
    'text-halo-color': PALETTE[theme].halo,
    'text-halo-width': 2,
  }),
}
