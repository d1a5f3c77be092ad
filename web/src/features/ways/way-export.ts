import type { Way, WayPiece } from '@borne/api/contracts/ways'
import type { Feature, FeatureCollection, Position } from 'geojson'

/** Words and names that go into a file beside the lines. */
export interface ExportWords {
  title: string
  stopNames: readonly string[]
  /** Said once, for the whole file: fictional data, schematic lines, method. */
  remarks: readonly string[]
  grades: Record<WayPiece['grade'], string>
}

/** Lines with their grade, stops and crossings, with the attribution that the licences ask for. */
export function wayToGeoJson(way: Way, words: ExportWords): string {
  const stops = way.stops.map(
    (stop, index): Feature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: stop.position },
      properties: {
        kind: 'stop',
        name: words.stopNames[index] ?? null,
        offRoadMetres: stop.offRoadMetres,
        isPositionUnconfirmed: stop.isPositionUnconfirmed,
        isDemonstration: stop.isDemonstration,
      },
    }),
  )
  const crossings = way.legs.flatMap(({ crossings: places }) =>
    places.map(
      ({ position, from, to, byFerry }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: position },
        properties: { kind: 'border-crossing', from, to, byFerry },
      }),
    ),
  )
  const pieces = way.pieces.features.map(
    ({ geometry, properties }): Feature => ({
      type: 'Feature',
      geometry,
      properties: { kind: 'way', ...properties },
    }),
  )
  const file: FeatureCollection & Record<string, unknown> = {
    type: 'FeatureCollection',
    name: words.title,
    attribution: way.attribution,
    remarks: words.remarks,
    lengthMetres: way.lengthMetres,
    seconds: way.seconds,
    litres: way.litres,
    features: [...pieces, ...crossings, ...stops],
  }
  return JSON.stringify(file)
}

/** GPX 1.1: a waypoint for each stop, a track for each leg and grade, so that schematic lines stay told apart. */
export function wayToGpx(way: Way, words: ExportWords): string {
  const waypoints = way.stops.map(
    ({ position: [lon, lat] }, index) =>
      `<wpt lat="${lat}" lon="${lon}"><name>${escapeXml(words.stopNames[index] ?? '')}</name></wpt>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Borne" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${escapeXml(words.title)}</name>`,
    `<desc>${escapeXml([...words.remarks, way.attribution].join(' '))}</desc></metadata>`,
    ...waypoints,
    ...trackRuns(way).map((run) => trackOf(run, words)),
    '</gpx>',
    '',
  ].join('\n')
}

interface TrackRun {
  leg: number
  grade: WayPiece['grade']
  positions: Position[]
}

/** Consecutive pieces of one leg and one grade, joined. */
function trackRuns(way: Way): TrackRun[] {
  const runs: TrackRun[] = []
  for (const { geometry, properties } of way.pieces.features) {
    if (geometry.type !== 'LineString') continue
    const last = runs.at(-1)
    if (last?.leg === properties.leg && last.grade === properties.grade) {
      last.positions.push(...geometry.coordinates.slice(1))
    } else {
      runs.push({ leg: properties.leg, grade: properties.grade, positions: [...geometry.coordinates] })
    }
  }
  return runs
}

function trackOf({ leg, grade, positions }: TrackRun, words: ExportWords): string {
  const name = `${words.stopNames[leg] ?? ''} → ${words.stopNames[leg + 1] ?? ''}`
  const points = positions.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`).join('')
  return `<trk><name>${escapeXml(name)}</name><desc>${escapeXml(words.grades[grade])}</desc><trkseg>${points}</trkseg></trk>`
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
