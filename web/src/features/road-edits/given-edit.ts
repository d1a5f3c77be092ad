import type { RoadEdit } from '@borne/api/contracts/road-edits'

/** A correction for tests: a track of 11.1 km that somebody drew. */
export function givenEdit(facts: Partial<RoadEdit> = {}): RoadEdit {
  return {
    id: '3f8d9d1c-8d7f-4b51-9a58-2f6f5c1b8a01',
    kind: 'add',
    geometry: {
      type: 'LineString',
      coordinates: [
        [-12.2, 15],
        [-12.2, 15.1],
      ],
    },
    lengthMetres: 11_119.5,
    highway: 'track',
    ground: 'sand',
    name: null,
    validFrom: null,
    validUntil: null,
    state: 'proposed',
    origin: 'drawn',
    trackId: null,
    evidence: null,
    note: '',
    proposedAt: '2026-03-01T08:00:00Z',
    proposedBy: 'Aminata',
    isOwn: false,
    decidedAt: null,
    decidedBy: null,
    isDemonstration: false,
    version: 1,
    withheld: [],
    ...facts,
  }
}
