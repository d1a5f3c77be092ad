import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'

export type LabelLanguage = 'fr' | 'en' | 'ar'

/** What one can switch off in the layers panel; the border and the names of countries always stay. */
export const BASEMAP_GROUPS = [
  'limits',
  'water',
  'roads',
  'tracks',
  'documented',
  'settlements',
  'spots',
] as const
type BasemapGroup = (typeof BASEMAP_GROUPS)[number]

export interface StyleInput {
  colours: Palette
  labels: LabelLanguage
}

type Value = ExpressionSpecification | number
type PaintOf<Type extends LayerSpecification['type']> = Extract<LayerSpecification, { type: Type }>

interface LayerOptions<Type extends LayerSpecification['type']> {
  from: string
  group?: BasemapGroup
  filter?: FilterSpecification
  zooms?: readonly [from: number, to?: number]
  paint?: PaintOf<Type>['paint']
  layout?: PaintOf<Type>['layout']
  source?: 'region' | 'far'
}

/** A layer over one layer of the tiles. */
export function tiled<Type extends 'fill' | 'line' | 'circle' | 'symbol'>(
  id: string,
  type: Type,
  { from, group, filter, zooms, paint, layout, source = 'region' }: LayerOptions<Type>,
): LayerSpecification {
  return {
    id,
    type,
    source,
    'source-layer': from,
    ...(group ? { metadata: { group } } : {}),
    ...(filter ? { filter } : {}),
    ...(zooms ? { minzoom: zooms[0], ...(zooms[1] ? { maxzoom: zooms[1] } : {}) } : {}),
    ...(paint ? { paint } : {}),
    ...(layout ? { layout } : {}),
  } as LayerSpecification
}

/** `byZoom([8, 1], [12, 3])`: 1 at zoom 8, 3 at zoom 12, in between in proportion. */
export function byZoom(...stops: [zoom: number, value: Value][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}

export function isOneOf(property: string, ...values: (string | number)[]): FilterSpecification {
  return ['in', ['get', property], ['literal', values]] as FilterSpecification
}

export const IS_HOME: ExpressionSpecification = ['==', ['get', 'guidimakha'], 1]

/** The name in the asked language, else the one that there is. */
export function nameIn(labels: LabelLanguage): ExpressionSpecification {
  if (labels === 'ar') return ['coalesce', ['get', 'name_ar'], ['get', 'name_fr'], '']
  if (labels === 'en') return ['coalesce', ['get', 'name_en'], ['get', 'name_fr'], '']
  return ['coalesce', ['get', 'name_fr'], '']
}

/** Capitals stand apart; Arabic letters must not. */
export function spaced(labels: LabelLanguage, ems: number): number {
  return labels === 'ar' ? 0 : ems
}
