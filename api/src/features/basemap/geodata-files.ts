import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Feature, FeatureCollection, Geometry } from 'geojson'

export type Properties = Record<string, string | number | boolean | null | undefined>
export type SourceFeature<G extends Geometry = Geometry> = Feature<G, Properties>

/** The open data that the basemap is drawn from; each may lie gzipped or plain. */
const FILE_NAMES = [
  'adm0_westafrica_simplified',
  'airports',
  'border_segments',
  'documented_roads_schematic',
  'geonames_features',
  'guidimakha_adm1',
  'health_facilities',
  'mrt_adm1_simplified',
  'mrt_adm2_region',
  'mrt_adm3_region',
  'railways',
  'roads_local',
  'roads_main',
  'settlement_areas',
  'settlements',
  'water_polygons',
  'waterways',
] as const
export type FileName = (typeof FILE_NAMES)[number]

export class GeodataFiles {
  readonly #dir: string

  constructor(dir: string) {
    this.#dir = dir
  }

  read<G extends Geometry>(name: FileName): SourceFeature<G>[] {
    const path = this.#path(name)
    const bytes = readFileSync(path)
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    return (JSON.parse(text) as FeatureCollection<G, Properties>).features
  }

  /** Changes when any of the files changes. */
  checksum(): string {
    const hash = createHash('sha256')
    for (const name of FILE_NAMES) hash.update(name).update(readFileSync(this.#path(name)))
    return hash.digest('hex')
  }

  #path(name: FileName): string {
    const found = [`${name}.geojson.gz`, `${name}.geojson`]
      .map((file) => join(this.#dir, file))
      .find((path) => existsSync(path))
    if (!found) throw new Error(`The basemap needs ${name}.geojson or ${name}.geojson.gz in ${this.#dir}`)
    return found
  }
}
