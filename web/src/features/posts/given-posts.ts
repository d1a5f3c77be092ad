import type { BorderPostDetail } from '@borne/api/contracts/posts'
import type { PostRow } from './post-row.ts'

let count = 0

/** A post for tests: operational, confirmed, in Sélibaby, with what the test says instead. */
export function givenPostRow(stated: Partial<PostRow> = {}): PostRow {
  count += 1
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    position: [-12.1834, 15.1585],
    name: `Poste ${count}`,
    nameAr: null,
    aliases: [],
    kind: 'land',
    agency: 'gendarmerie',
    physicalStatus: 'operational',
    physicalStatusSince: '2024-01-01',
    physicalStatusOn: '2024-01-01',
    progressPercent: null,
    legalStatus: 'bilateral',
    moughataa: 'Sélibaby',
    commune: 'Sélibaby',
    wilaya: 'Guidimakha',
    borderSegmentId: null,
    neighbour: 'MLI',
    borderDistanceMetres: 12_000,
    positionConfidence: 'confirmed',
    uncertaintyMetres: null,
    photoCount: 0,
    isDemonstration: true,
    isArchived: false,
    version: 1,
    updatedAt: '2026-10-12T10:00:00Z',
    ...stated,
  }
}

export function givenPost(stated: Partial<BorderPostDetail> = {}): BorderPostDetail {
  const row = givenPostRow()
  return {
    ...row,
    withheld: [],
    subOfficeId: 'selibaby',
    subOfficeName: 'Sélibaby',
    positionMethod: 'gps',
    positionNote: '',
    facingPost: '',
    names: [],
    isNearestUnit: false,
    borderSegmentName: null,
    physicalHistory: [{ status: 'operational', validFrom: '2024-01-01', progressPercent: null, note: '' }],
    legalHistory: [],
    components: [],
    contacts: [],
    notes: '',
    photos: [],
    evidence: [],
    ...stated,
  }
}
