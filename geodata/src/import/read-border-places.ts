import type { Position } from '../geometry/position.ts'
import { checkRows, flag, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface PostEvidenceRow {
  id: string
  name: string
  nameAr: string | null
  altNames: string | null
  kind: string
  statusEvidence: string
  evidence: string | null
  sources: string
  neighbour: string
  counterpart: string | null
  country: string
  coordMethod: string
  coordNote: string | null
  position: Position
}

export interface RoadCrossingRow {
  id: string
  border: string
  neighbour: string
  highway: string
  inGuidimakha: boolean
  nearHome: string | null
  nearAbroad: string | null
  position: Position
}

/** Reads what open sources say of border posts (`border_posts`). */
export function readPostEvidence(file: SourceFile): CheckedRows<PostEvidenceRow> {
  return checkRows(
    readFeatures(file, ['id', 'name', 'kind', 'status_evidence', 'sources', 'coord_method']),
    (fields, geometry) => ({
      id: text(fields, 'id'),
      name: text(fields, 'name'),
      nameAr: optionalText(fields, 'name_ar'),
      altNames: optionalText(fields, 'alt_names'),
      kind: text(fields, 'kind'),
      statusEvidence: text(fields, 'status_evidence'),
      evidence: optionalText(fields, 'evidence'),
      sources: text(fields, 'sources'),
      neighbour: text(fields, 'neighbour'),
      counterpart: optionalText(fields, 'counterpart'),
      country: text(fields, 'country'),
      coordMethod: text(fields, 'coord_method'),
      coordNote: optionalText(fields, 'coord_note'),
      position: pointOf(geometry),
    }),
    (row) => row.id,
  )
}

/** Reads where mapped roads and ferries meet the border line (`border_road_crossings`). They are not posts. */
export function readRoadCrossings(file: SourceFile): CheckedRows<RoadCrossingRow> {
  return checkRows(
    readFeatures(file, ['id', 'border', 'neighbour', 'highway', 'in_guidimakha']),
    (fields, geometry) => ({
      id: text(fields, 'id'),
      border: text(fields, 'border'),
      neighbour: text(fields, 'neighbour'),
      highway: text(fields, 'highway'),
      inGuidimakha: flag(fields, 'in_guidimakha'),
      nearHome: optionalText(fields, 'near_mrt'),
      nearAbroad: optionalText(fields, 'near_other'),
      position: pointOf(geometry),
    }),
    (row) => row.id,
  )
}
