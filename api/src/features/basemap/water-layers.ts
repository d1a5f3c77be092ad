import type { LineString, Polygon } from 'geojson'
import { chainLines } from './chain-lines.ts'
import type { GeodataFiles, SourceFeature } from './geodata-files.ts'
import {
  groupBy,
  type TileFeature,
  type TileLayer,
  tileFeature,
  tileLayer,
  withoutVowelSigns,
} from './tile-layer.ts'

/** Rivers, wadis (intermittent) and the water they leave behind. */
export function waterLayers(files: GeodataFiles): TileLayer[] {
  const polygons = files.read<Polygon>('water_polygons')
  const lines = files.read<LineString>('waterways')
  const sameCourse = ({ properties: { waterway, name, intermittent } }: SourceFeature) =>
    [waterway, name, intermittent].join('|')
  return [
    tileLayer('water', polygons.map(waterFeature), { tolerance: 3 }),
    tileLayer('waterway', groupBy(lines, sameCourse).flatMap(waterwayFeatures), { tolerance: 6 }),
  ]
}

function waterFeature({ geometry, properties }: SourceFeature<Polygon>): TileFeature {
  const area = Number(properties.area_km2)
  const fromZoom = [5, 1, 0.2, 0.05].findIndex((least) => area >= least)
  return tileFeature(geometry, fromZoom < 0 ? 11 : [6, 7, 8, 10][fromZoom]!, {
    intermittent: properties.intermittent,
  })
}

function waterwayFeatures(course: SourceFeature<LineString>[]): TileFeature[] {
  const { waterway, name_fr, name_ar, name, intermittent } = course[0]!.properties
  const isMisnamed = name === 'Mali - موريتانيا'
  const properties = {
    class: waterway,
    intermittent,
    ...(isMisnamed ? {} : { name_fr, name_ar: withoutVowelSigns(name_ar) }),
  }
  const fromZoom = waterway === 'river' ? 6 : waterway === 'stream' ? (name ? 8 : 9) : 12
  return chainLines(course.map(({ geometry }) => geometry.coordinates)).map((coordinates) =>
    tileFeature({ type: 'LineString', coordinates }, fromZoom, properties),
  )
}
