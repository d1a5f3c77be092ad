import type { Position } from '../geometry/position.ts'
import { checkRows, optionalText, pointOf, text } from './check-rows.ts'
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
