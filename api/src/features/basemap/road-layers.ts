import type { LineString } from 'geojson'
import { chainLines } from './chain-lines.ts'
import type { GeodataFiles, SourceFeature } from './geodata-files.ts'
import { groupBy, type TileFeature, type TileLayer, tileFeature, tileLayer } from './tile-layer.ts'

const FROM_ZOOM: Record<string, number> = {
  trunk: 6,
  primary: 6,
  secondary: 7,
  tertiary: 8,
  unclassified: 9,
  track: 9,
  ferry: 9,
  path: 11,
  residential: 12,
  living_street: 13,
  pedestrian: 13,
  service: 13,
}

/** Mapped roads, tracks and ferries; documented roads whose course is unknown; the railway; fords. */
export function roadLayers(files: GeodataFiles): TileLayer[] {
  const roads = [...files.read<LineString>('roads_main'), ...files.read<LineString>('roads_local')]
  const sameRoad = ({ properties: { highway, ref, gui, brunnel } }: SourceFeature) =>
    [highway, ref, gui, brunnel === 'bridge'].join('|')
  return [
    tileLayer('road', groupBy(roads, sameRoad).flatMap(roadFeatures), { tolerance: 4 }),
    tileLayer('documented_road', files.read<LineString>('documented_roads_schematic').map(documentedRoad)),
    tileLayer('rail', railFeatures(files.read<LineString>('railways'))),
    tileLayer('ford', roads.filter(({ properties }) => properties.brunnel === 'ford').map(fordFeature)),
  ]
}

function roadFeatures(road: SourceFeature<LineString>[]): TileFeature[] {
  const { highway, ref, gui, brunnel } = road[0]!.properties
  const ordinary = FROM_ZOOM[String(highway)] ?? 13
  const fromZoom = gui && ordinary === 9 ? 8 : ordinary
  return chainLines(road.map(({ geometry }) => geometry.coordinates)).map((coordinates) =>
    tileFeature({ type: 'LineString', coordinates }, fromZoom, {
      class: highway,
      grade: 'mapped',
      ref,
      bridge: brunnel === 'bridge' ? 1 : undefined,
    }),
  )
}

function documentedRoad({ geometry, properties }: SourceFeature<LineString>): TileFeature {
  return tileFeature(geometry, 7, {
    grade: 'documented',
    from: properties.from,
    to: properties.to,
    length_m: properties.length_m,
  })
}

function railFeatures(parts: SourceFeature<LineString>[]): TileFeature[] {
  return chainLines(parts.map(({ geometry }) => geometry.coordinates)).map((coordinates) =>
    tileFeature({ type: 'LineString', coordinates }, 7),
  )
}

function fordFeature({ geometry: { coordinates } }: SourceFeature<LineString>): TileFeature {
  return tileFeature({ type: 'Point', coordinates: coordinates[coordinates.length >> 1]! }, 11)
}
