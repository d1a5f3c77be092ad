import type { Coverage, CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import type { Feature, FeatureCollection } from 'geojson'
import { borderRuns } from './border-bands.ts'
import { type CourseSegment, sliceCourse } from './border-course.ts'

export interface CoverageExportWords {
  title: string
  /** Said once for the whole file: fictional data, state, method. */
  remarks: readonly string[]
}

/** Border by class of time, gaps, reached roads, settlements and crossings, with what the licences ask for. */
export function coverageToGeoJson(
  coverage: Coverage,
  course: readonly CourseSegment[],
  words: CoverageExportWords,
): string {
  const file: FeatureCollection & Record<string, unknown> = {
    type: 'FeatureCollection',
    name: words.title,
    attribution: coverage.attribution,
    remarks: words.remarks,
    minutes: coverage.minutes,
    access: coverage.access,
    reachedBorderMetres: coverage.reachedBorderMetres,
    borderMetres: coverage.borderMetres,
    geometryVersion: coverage.geometryVersion,
    drawnToMetres: coverage.drawnToMetres,
    features: [...borderFeatures(coverage, course), ...gapFeatures(coverage), ...placeFeatures(coverage)],
  }
  return JSON.stringify(file)
}

function borderFeatures(
  { profiles, bands, posts }: CoverageWithoutRoads,
  course: readonly CourseSegment[],
): Feature[] {
  return course.flatMap((segment) => {
    const profile = profiles.find(({ segmentId }) => segmentId === segment.segmentId)
    if (!profile) return []
    return borderRuns(profile as BorderProfile, bands, segment.lengthMetres).map(
      ({ fromMetres, toMetres, band, postIndex, segmentId }): Feature => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: sliceCourse(segment, fromMetres, toMetres) },
        properties: {
          kind: 'border',
          segmentId,
          fromMetres: Math.round(fromMetres),
          toMetres: Math.round(toMetres),
          withinMinutes: band,
          soonestPost: postIndex === null ? null : (posts[postIndex]?.name ?? null),
        },
      }),
    )
  })
}

function gapFeatures({ gaps, posts }: CoverageWithoutRoads): Feature[] {
  return gaps.map(({ coordinates, nearest, settlements, ...gap }) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: {
      kind: 'gap',
      ...gap,
      nearestPost: posts.find(({ postId }) => postId === nearest?.postId)?.name ?? null,
      nearestSeconds: nearest?.seconds ?? null,
      nearSettlements: settlements.map(({ name }) => name),
    },
  }))
}

function placeFeatures({ roads, settlements, crossings }: Coverage): Feature[] {
  const point = (kind: string, position: readonly [number, number], properties: object): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties: { kind, ...properties },
  })
  return [
    ...(roads as FeatureCollection).features.map((road) => ({
      ...road,
      properties: { kind: 'reached-road', ...road.properties },
    })),
    ...settlements.map(({ position, ...place }) => point('settlement', position, place)),
    ...crossings.map(({ position, ...crossing }) => point('crossing', position, crossing)),
  ]
}

const HEAD = [
  'kind',
  'id',
  'name',
  'neighbour_or_place',
  'from_m',
  'to_m',
  'length_m',
  'reached_m',
  'minutes',
  'post',
  'population',
  'lon',
  'lat',
]

/** The figures as a table: segments, gaps, posts, crossings, settlements; remarks and attribution in the last rows. */
export function coverageRows(
  coverage: CoverageWithoutRoads,
  words: CoverageExportWords,
): (string | number | null)[][] {
  const { segments, gaps, catchments, crossings, settlements, posts } = coverage
  const nameOf = (id: string | null | undefined) => posts.find(({ postId }) => postId === id)?.name ?? null
  return [
    HEAD,
    ...segments.map((row) =>
      rowOf('border-segment', row.segmentId, row.name, {
        neighbour_or_place: row.neighbour,
        length_m: Math.round(row.lengthMetres),
        reached_m: Math.round(row.reachedMetres),
      }),
    ),
    ...gaps.map((row) =>
      rowOf('gap', row.segmentId, row.settlements.map(({ name }) => name).join(', '), {
        from_m: Math.round(row.fromMetres),
        to_m: Math.round(row.toMetres),
        length_m: Math.round(row.lengthMetres),
        minutes: toMinutes(row.nearest?.seconds ?? null),
        post: nameOf(row.nearest?.postId),
      }),
    ),
    ...catchments.map((row) =>
      rowOf('post', row.postId, nameOf(row.postId) ?? '', {
        length_m: Math.round(row.borderMetres),
        reached_m: Math.round(row.reachedBorderMetres),
        minutes: toMinutes(row.medianSeconds),
        population: row.population.known,
      }),
    ),
    ...crossings.map((row) =>
      rowOf('crossing', row.id, row.name, {
        minutes: toMinutes(row.seconds),
        post: nameOf(row.postId),
        lon: row.position[0],
        lat: row.position[1],
      }),
    ),
    ...settlements.map((row) =>
      rowOf('settlement', row.id, row.name, {
        neighbour_or_place: row.place,
        minutes: toMinutes(row.seconds),
        population: row.population,
        lon: row.position[0],
        lat: row.position[1],
      }),
    ),
    ...[words.title, ...words.remarks, coverage.attribution].map((text) => ['note', null, text]),
  ]
}

type Rest = Partial<Record<string, string | number | null>>

function rowOf(kind: string, id: string, name: string, rest: Rest): (string | number | null)[] {
  const cells: Rest = { kind, id, name, ...rest }
  return HEAD.map((column) => cells[column] ?? null)
}

function toMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 6) / 10
}
