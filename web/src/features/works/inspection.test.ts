import type { Checklist } from '@borne/api/contracts/works'
import { refuseEvent, type WorksEventDraft } from '@borne/geodata/works/refuse-event'
import { CONTRACT } from '@borne/geodata/works/works.fixture'
import { describe, expect, test } from 'vitest'
import {
  countResults,
  eventsOfInspection,
  type InspectionDraft,
  NO_ANSWER,
  unanswered,
} from './inspection-draft.ts'

const CHECKLIST: Checklist = {
  id: 'toiture',
  nameFr: 'Toiture',
  nameEn: 'Roof',
  source: '',
  version: 1,
  items: ['pente', 'fixation', 'faitage'].map((id) => ({ id, fr: `fr ${id}`, en: `en ${id}` })),
}

const DRAFT: InspectionDraft = {
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
    const judge = (on: string) =>
      eventsOfInspection({ ...DRAFT, on }, 'fr').map((event) =>
        refuseEvent(CONTRACT, [], { ...event, replaces: null, about: null } as unknown as WorksEventDraft, {
          by: 'a',
          today: '2026-05-01',
          photoIds: [],
        }).map(({ code }) => code),
      )
    expect(judge('2026-05-01')).toEqual([[], []])
    expect(judge('2026-05-02')).toEqual([['future-day'], ['future-day']])
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
