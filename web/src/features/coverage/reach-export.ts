import type { Reach } from '@borne/api/contracts/coverage'
import type { Feature, FeatureCollection } from 'geojson'

export interface ReachExportWords {
  title: string
  /** Said once for the whole file: fictional data, method. */
  remarks: readonly string[]
}

/** Roads, border and settlements in reach, with the attribution that the licences ask for. */
export function reachToGeoJson(reach: Reach, words: ReachExportWords): string {
  const settlements = reach.settlements.map(
    ({ position, ...properties }): Feature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: position },
      properties: { kind: 'settlement', ...properties },
    }),
  )
  const roads = reach.roads.features.map(
    ({ geometry, properties }): Feature => ({
      type: 'Feature',
      geometry,
      properties: { kind: 'reached-road', ...properties },
    }),
  )
  const border = reach.border.features.map(
    ({ geometry, properties }): Feature => ({
      type: 'Feature',
      geometry,
      properties: { kind: 'border', ...properties },
    }),
  )
  const file: FeatureCollection & Record<string, unknown> = {
    type: 'FeatureCollection',
    name: words.title,
    attribution: reach.attribution,
    remarks: words.remarks,
    minutes: reach.minutes,
    offRoadMetres: reach.offRoadMetres,
    reachedBorderMetres: reach.reachedBorderMetres,
    borderMetres: reach.borderMetres,
    geometryVersion: reach.geometryVersion,
    drawnToMetres: reach.drawnToMetres,
    features: [...roads, ...border, ...settlements],
  }
  return JSON.stringify(file)
}

/**
 * The figures as a table (RFC 4180, with a byte order mark so that spreadsheets read the accents): one row for each
 * border segment and each settlement; remarks and attribution in the last rows.
 */
export function reachToCsv(reach: Reach, words: ReachExportWords): string {
  const rows: (string | number | null)[][] = [
    [
      'kind',
      'id',
      'name',
      'neighbour_or_place',
      'length_m',
      'reached_m',
      'minutes',
      'population',
      'lon',
      'lat',
    ],
    ...reach.segments.map((segment) => [
      'border-segment',
      segment.segmentId,
      segment.name,
      segment.neighbour,
      Math.round(segment.lengthMetres),
      Math.round(segment.reachedMetres),
      null,
      null,
      null,
      null,
    ]),
    ...reach.settlements.map(({ id, name, place, seconds, population, position: [lon, lat] }) => [
      'settlement',
      id,
      name,
      place,
      null,
      null,
      Math.round(seconds / 6) / 10,
      population,
      lon,
      lat,
    ]),
    ...[words.title, ...words.remarks, reach.attribution].map((text) => ['note', null, text]),
  ]
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A text that begins like a formula is kept from becoming one. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
