import type { Checklist, Project, WorkCalendar } from '@borne/api/contracts/works'
import { expect, test } from 'vitest'
import {
  type CalendarDraft,
  calendarInputOf,
  checkCalendar,
  checkChecklist,
  checklistInputOf,
  checkProject,
  checkRate,
  draftOfCalendar,
  draftOfChecklist,
  draftOfProject,
  draftOfRate,
  type ProjectDraft,
  projectInputOf,
  rateInputOf,
  slugOf,
} from './settings-draft.ts'

const PROJECT: Project = {
  id: 'p',
  programmeId: 'g',
  name: 'Postes du fleuve',
  currency: 'EUR',
  isDemonstration: false,
  version: 2,
  contributions: [
    { donorId: 'a', sharePpm: 333_333, amountMinor: 120_000_050 },
    { donorId: 'b', sharePpm: 666_667, amountMinor: null },
  ],
}

test.each(['fr', 'en'] as const)(
  'a project that is opened and not changed is sent as it was (%s)',
  (language) => {
    const { id: _, isDemonstration: __, version: ___, ...stated } = PROJECT
    const draft = draftOfProject(PROJECT, language)
    expect(checkProject(draft)).toEqual({})
    expect(projectInputOf(draft)).toEqual(stated)
  },
)

test('shares make a hundred percent, each donor once, or there are none', () => {
  const draft = draftOfProject(PROJECT, 'fr')
  const [first, second] = draft.contributions
  const withShares = (contributions: ProjectDraft['contributions']) =>
    checkProject({ ...draft, contributions })
  expect(withShares([])).toEqual({})
  expect(withShares([first!])).toEqual({ contributions: 'sum' })
  expect(withShares([first!, { ...second!, donorId: 'a' }])).toEqual({ 'contributions.1.donorId': 'twice' })
  expect(withShares([{ ...first!, share: 'dix' }, second!])).toEqual({
    'contributions.0.sharePpm': 'share',
    contributions: 'sum',
  })
  expect(withShares([{ ...first!, amount: '1,234' }, second!])).toEqual({
    'contributions.0.amountMinor': 'amount',
  })
})

test('a rate is stored in millionths of an ouguiya', () => {
  const draft = { ...draftOfRate(null, '2026-10-15', 'fr'), rate: '43,2156', source: 'BCM' }
  expect(rateInputOf(draft)).toEqual({
    currency: 'EUR',
    validFrom: '2026-10-15',
    mruMicro: 43_215_600,
    source: 'BCM',
  })
  expect(draftOfRate(rateInputOf(draft), '2026-11-01', 'fr')).toEqual(draft)
  for (const rate of ['0', '-1', '1,2345678', 'x', '1000001']) {
    expect(checkRate({ ...draft, rate })).toEqual({ mruMicro: 'rate' })
  }
})

const CALENDAR: WorkCalendar = {
  id: 'chantier',
  version: 1,
  nameFr: 'Chantier',
  nameEn: 'Site',
  source: 'Hypothèse',
  weekShares: [1, 1, 1, 1, 0.5, 1, 0],
  exceptions: [
    { label: 'Ramadan 2026', from: '2026-02-18', until: '2026-03-19', share: 0.75 },
    { label: 'Indépendance', from: '11-28', until: '11-28', share: 0 },
    { label: 'Fin d’année', from: '12-24', until: '01-02', share: 0 },
  ],
}

test('a calendar is shown in percent and in days of a person, and sent as it was', () => {
  const draft = draftOfCalendar(CALENDAR, 'fr')
  expect(draft.week).toEqual(['100', '100', '100', '100', '50', '100', '0'])
  expect(draft.exceptions[1]).toMatchObject({ isYearly: true, from: '28/11', until: '28/11', share: '0' })
  expect(checkCalendar(draft)).toEqual({})
  const { id: _, version: __, ...stated } = CALENDAR
  expect(calendarInputOf(draft)).toEqual(stated)
})

test('a day that does not exist, and an end before its start, are told at their fields', () => {
  const draft = draftOfCalendar(CALENDAR, 'fr')
  const changed = (index: number, patch: object): CalendarDraft => ({
    ...draft,
    exceptions: draft.exceptions.map((one, at) => (at === index ? { ...one, ...patch } : one)),
  })
  expect(checkCalendar(changed(1, { from: '31/02' }))).toEqual({ 'exceptions.1.from': 'yearlyDay' })
  expect(checkCalendar(changed(1, { from: '29/2' }))).toEqual({})
  expect(checkCalendar(changed(0, { until: '2026-02-17' }))).toEqual({ 'exceptions.0.until': 'order' })
  expect(checkCalendar(changed(0, { until: '', share: '101' }))).toEqual({
    'exceptions.0.until': 'missing',
    'exceptions.0.share': 'share',
  })
  expect(checkCalendar({ ...draft, week: ['120', ...draft.week.slice(1)] })).toEqual({
    'weekShares.0': 'share',
  })
})

test('items of a checklist keep their names; new ones get one that is free', () => {
  const list: Checklist = {
    id: 'beton',
    version: 1,
    nameFr: 'Béton',
    nameEn: 'Concrete',
    source: '',
    items: [{ id: 'cure', fr: 'Cure', en: 'Cure' }],
  }
  const draft = draftOfChecklist(list)
  const items = [...draft.items, { key: 'n', id: null, fr: 'Curé !', en: 'Cured' }]
  expect(checkChecklist({ ...draft, items })).toEqual({})
  expect(checklistInputOf({ ...draft, items }).items.map(({ id }) => id)).toEqual(['cure', 'cure-2'])
  expect(checkChecklist({ ...draft, items: [] })).toEqual({ items: 'missing' })
})

test('a name for addresses is plain, short and free', () => {
  expect(slugOf('Étanchéité de l’Œuvre n° 2', new Set())).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/)
  expect(slugOf('؟', new Set())).toBe('sans-nom')
  expect(slugOf('x'.repeat(80), new Set())).toHaveLength(50)
  expect(slugOf('Cure', new Set(['cure', 'cure-2']))).toBe('cure-3')
})
