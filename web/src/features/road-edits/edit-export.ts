import type { RoadEdit } from '@borne/api/contracts/road-edits'
import type { Ground, Highway } from '@borne/geodata/road-network/road-codes'

/** Words that go into the file in the place of codes. */
export interface EditExportWords {
  csvHead: Record<keyof EditRow, string>
  kinds: Record<RoadEdit['kind'], string>
  states: Record<RoadEdit['state'], string>
  origins: Record<RoadEdit['origin'], string>
  highways: Record<Highway, string>
  grounds: Record<Ground, string>
  demonstrationMark: string
  attribution: string
  placeOf(edit: RoadEdit): string
}

interface EditRow {
  kind: string
  state: string
  name: string | null
  place: string
  kilometres: number
  roadClass: string | null
  ground: string | null
  validFrom: string | null
  validUntil: string | null
  origin: string
  points: number | null
  meanKmh: number | null
  proposedAt: string
  decidedAt: string | null
  note: string | null
  demonstration: string | null
}

/** A head and a row for each correction; what is not known, or kept from the person, stays empty. */
export function editRows(
  edits: readonly RoadEdit[],
  words: EditExportWords,
): (readonly (string | number | null)[])[] {
  const columns = Object.keys(words.csvHead) as (keyof EditRow)[]
  return [
    columns.map((column) => words.csvHead[column]),
    ...edits.map((edit) => {
      const row = rowOf(edit, words)
      return columns.map((column) => row[column])
    }),
  ]
}

/** The corrections as GeoJSON: codes as the server has them, words beside them. */
export function editsToGeoJson(edits: readonly RoadEdit[], words: EditExportWords): string {
  const isDemonstration = edits.some((edit) => edit.isDemonstration)
  return JSON.stringify({
    type: 'FeatureCollection',
    attribution: words.attribution,
    ...(isDemonstration ? { demonstration: words.demonstrationMark } : {}),
    features: edits.map((edit) => {
      const { id, geometry, withheld: _withheld, isOwn: _isOwn, ...properties } = edit
      return {
        type: 'Feature',
        id,
        geometry,
        properties: { ...properties, kindLabel: words.kinds[edit.kind], place: words.placeOf(edit) },
      }
    }),
  })
}

function rowOf(edit: RoadEdit, words: EditExportWords): EditRow {
  return {
    kind: words.kinds[edit.kind],
    state: words.states[edit.state],
    name: edit.name,
    place: words.placeOf(edit),
    kilometres: Math.round(edit.lengthMetres / 10) / 100,
    roadClass: edit.highway && words.highways[edit.highway],
    ground: edit.ground && words.grounds[edit.ground],
    validFrom: edit.validFrom,
    validUntil: edit.validUntil,
    origin: words.origins[edit.origin],
    points: edit.evidence?.points ?? null,
    meanKmh: edit.evidence?.meanKmh == null ? null : Math.round(edit.evidence.meanKmh * 10) / 10,
    proposedAt: edit.proposedAt,
    decidedAt: edit.decidedAt,
    note: edit.note || null,
    demonstration: edit.isDemonstration ? words.demonstrationMark : null,
  }
}
