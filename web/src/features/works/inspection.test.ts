import type { Checklist, WorksFile } from '@borne/api/contracts/works'
import { CONTRACT } from '@borne/geodata/works/works.fixture'
import { describe, expect, test } from 'vitest'
import {
  countResults,
  eventsOfInspection,
  type InspectionDraft,
  NO_ANSWER,
  unanswered,
} from './inspection-draft.ts'
import { judgeVisit } from './visit-events.ts'

const CHECKLIST: Checklist = {
  id: 'toiture',
  nameFr: 'Toiture',
  nameEn: 'Roof',
  source: '',
  version: 1,
  items: ['pente', 'fixation', 'faitage'].map((id) => ({ id, fr: `fr ${id}`, en: `en ${id}` })),
}

const DRAFT: InspectionDraft = {
  inspectionId: 'i1',
  contractId: CONTRACT.id,
  title: 'Poste',
  accountId: 'a',
  startedAt: '2026-05-01T09:00:00Z',
  photos: [],
  checklist: CHECKLIST,
  on: '2026-05-01',
  note: ' pluie la veille ',
  photoIds: ['p0', 'p1'],
  owner: 'Sahel Bâtiment',
  answers: {
    pente: { ...NO_ANSWER, result: 'conforming' },
    fixation: { result: 'nonconforming', note: ' 3 vis manquent ', photoIds: ['p1', 'p2'], punch: null },
    faitage: {
      result: 'nonconforming',
      note: 'ouvert',
      photoIds: ['p3'],
      punch: { severity: 'blocking', dueOn: '2026-05-20' },
    },
  },
}

describe('an inspection', () => {
  test('is sent with a nonconformity for each point that is followed up', () => {
    const [inspection, punch, ...rest] = eventsOfInspection(DRAFT, 'fr')
    expect(rest).toEqual([])
    expect(inspection).toMatchObject({
      id: 'i1',
      kind: 'inspection',
      happenedOn: '2026-05-01',
      payload: {
        note: 'pluie la veille',
        checklistId: 'toiture',
        answers: [
          { itemId: 'pente', result: 'conforming', note: '' },
          { itemId: 'fixation', result: 'nonconforming', note: '3 vis manquent' },
          { itemId: 'faitage', result: 'nonconforming', note: 'ouvert' },
        ],
      },
      photoIds: ['p0', 'p1', 'p2', 'p3'],
    })
    expect(punch).toMatchObject({
      kind: 'punch-item',
      about: 'i1',
      happenedOn: '2026-05-01',
      payload: {
        nature: 'nonconformity',
        label: 'fr faitage',
        severity: 'blocking',
        owner: 'Sahel Bâtiment',
        dueOn: '2026-05-20',
        note: 'ouvert',
      },
      photoIds: ['p3'],
    })
    expect(eventsOfInspection(DRAFT, 'en')[1]!.payload.label).toBe('en faitage')
  })

  test('passes the rules of the server, but not with a day to come', () => {
    const by = { accountId: 'a', today: '2026-05-01' }
    const file = { contract: { ...CONTRACT }, events: [] } as unknown as WorksFile
    const judge = (on: string) =>
      judgeVisit(file, eventsOfInspection({ ...DRAFT, on }, 'fr'), by).map(({ refusal }) => refusal.code)
    expect(judge('2026-05-01')).toEqual([])
    expect(judge('2026-05-02')).toContain('future-day')
  })

  test('says which points wait, and a point that is taken back to conforming opens nothing', () => {
    const { pente: _, ...answers } = DRAFT.answers
    expect(unanswered({ checklist: CHECKLIST, answers })).toEqual(['pente'])
    expect(unanswered({ checklist: CHECKLIST, answers: { ...answers, pente: NO_ANSWER } })).toEqual(['pente'])
    expect(unanswered(DRAFT)).toEqual([])
    const mended = { ...DRAFT.answers.faitage!, result: 'conforming' as const }
    expect(
      eventsOfInspection({ ...DRAFT, answers: { ...DRAFT.answers, faitage: mended } }, 'fr'),
    ).toHaveLength(1)
  })

  test('counts how its points came out', () => {
    const results = ['conforming', 'nonconforming', 'conforming'] as const
    expect(countResults(results.map((result) => ({ itemId: 'a', result, note: '' })))).toEqual({
      conforming: 2,
      nonconforming: 1,
      'not-applicable': 0,
    })
  })
})
