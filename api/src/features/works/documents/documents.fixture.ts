import { SAHEL } from '@borne/geodata/works/calendar.fixture'
import { BILL, CONTRACT, createHistory } from '@borne/geodata/works/works.fixture'
import { Transformer } from '@napi-rs/image'
import type { RecordedEvent, WorksContractDetail, WorksPhoto } from '../contract.ts'
import type { DocumentSource } from './document-source.ts'

/** A small picture: sand below, sky above. */
const PIXELS = Uint8Array.from({ length: 80 * 60 * 4 }, (_, at) => {
  const isSky = at < (80 * 60 * 4) / 2
  return (isSky ? [120, 170, 210, 255] : [200, 170, 120, 255])[at % 4] ?? 0
})

const named = (name: string) => ({ id: crypto.randomUUID(), name })

export const DETAIL: WorksContractDetail = {
  ...CONTRACT,
  reference: 'M-2026/07',
  title: 'Construction du poste de Ghabou <lot 2> & clôture',
  programme: named('Gestion intégrée des frontières'),
  project: named('Postes du Guidimakha'),
  contractor: named('Entreprise « Karakoro »'),
  donors: [{ ...named('Union européenne'), code: 'UE', sharePpm: 1_000_000 }],
  posts: [named('Ghabou')],
  version: 1,
  isArchived: false,
  isDemonstration: true,
  updatedAt: '2026-01-01T00:00:00.000Z',
}

/** Works that are half built, certified twice, with réserves, a lost day and a planning; `ids` name what documents are about. */
export async function givenSource(changes: Partial<DocumentSource> = {}) {
  const { events, add } = createHistory()
  add('signature', '2025-12-20', {})
  add('bill', '2025-12-20', BILL)
  add('plan', '2025-12-22', PLAN)
  add('start-order', '2026-01-12', {})
  const guarantee = {
    type: 'performance',
    reference: 'CB-114',
    issuer: 'Banque',
    amountMinor: 500_000,
  } as const
  add('guarantee', '2026-01-13', { ...guarantee, expiresOn: '2026-04-30' })
  add('certificate', '2026-01-20', { number: 1, role: 'advance', quantities: [], penaltiesMinor: 0 })
  const first = add('progress-report', '2026-02-10', {
    measures: [{ itemCode: 'A1', quantityMilli: 50_000 }],
    fallReason: null,
  })
  add('report-validated', '2026-02-12', {}, { about: first, by: 'focal-point' })
  add('lost-day', '2026-03-02', { cause: 'rain', rainMillimetres: 42.5 })
  add('stop-order', '2026-03-05', { cause: 'flood' })
  add('resume-order', '2026-03-15', {})
  const punch = { nature: 'reserve', owner: 'Entreprise', pin: null } as const
  const early = add('punch-item', '2026-03-20', {
    ...punch,
    label: 'Ferraillage à reprendre',
    severity: 'minor',
    dueOn: null,
  })
  const report = add('progress-report', '2026-04-10', {
    measures: [
      { itemCode: 'A1', quantityMilli: 100_000 },
      { packageCode: 'B', percent: 50 },
    ],
    fallReason: null,
  })
  add('report-validated', '2026-04-12', {}, { about: report, by: 'focal-point' })
  const interim = add('certificate', '2026-05-10', {
    number: 2,
    role: 'interim',
    quantities: [
      { itemCode: 'A1', quantityMilli: 100_000 },
      { itemCode: 'A2', quantityMilli: 150_000 },
    ],
    penaltiesMinor: 12_345,
  })
  add('payment', '2026-06-02', { amountMinor: 1_000_000 }, { about: interim })
  for (const kind of ['punch-corrected', 'punch-checked', 'punch-lifted'] as const) {
    add(kind, '2026-05-20', {}, { about: early })
  }
  add('amendment', '2026-06-15', { number: 1, amountChangeMinor: 0, daysChange: 5, bill: null })
  add('punch-item', '2026-07-10', {
    ...punch,
    label: 'Fissure du mur nord',
    severity: 'major',
    dueOn: '2026-09-15',
  })
  const acceptance = add('provisional-acceptance', '2026-08-20', {})
  const photos = [givenPhoto('Façade nord', '2026-04-10'), givenPhoto('Toiture en cours', '2026-04-10')]
  const recorded = events.map((event) => ({
    ...event,
    recordedByName: event.recordedBy === 'focal-point' ? 'Point Focal' : 'Conducteur de Travaux',
    photoIds: event.id === report ? photos.map(({ id }) => id) : [],
  })) as RecordedEvent[]
  const picture = await Transformer.fromRgbaPixels(PIXELS, 80, 60).webp(80)
  const source: DocumentSource = {
    contract: DETAIL,
    events: recorded,
    photos,
    calendars: [
      {
        ...SAHEL,
        nameFr: 'Sahel',
        nameEn: 'Sahel',
        source: '',
        version: 1,
        weekShares: [...SAHEL.weekShares],
        exceptions: [...SAHEL.exceptions],
      },
    ],
    on: '2026-07-01',
    knownAt: '2026-09-01T08:00:00.000Z',
    eventId: undefined,
    loadPhoto: async () => picture,
    ...changes,
  }
  return { source, ids: { first, report, interim, acceptance } }
}

function givenPhoto(caption: string, day: string): WorksPhoto {
  return {
    id: crypto.randomUUID(),
    caption,
    takenAt: `${day}T10:00:00.000Z`,
    position: null,
    viewpoint: null,
    widthPixels: 800,
    heightPixels: 600,
    uploadedAt: `${day}T12:00:00.000Z`,
    uploadedBy: null,
    uploadedByName: null,
    urls: { thumbnail: '', large: '' },
  }
}

const PLAN = {
  role: 'baseline' as const,
  name: 'Planning de référence',
  calendarId: SAHEL.id,
  activities: [
    { code: '1', label: 'Murs', packageCode: 'A', durationDays: 60, predecessors: [], notBefore: null },
    {
      code: '2',
      label: 'Toit',
      packageCode: 'B',
      durationDays: 50,
      predecessors: [{ code: '1', type: 'FS' as const, lagDays: 0 }],
      notBefore: null,
    },
  ],
}
