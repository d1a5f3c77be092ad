import type { Closure } from '@borne/api/contracts/road-state'
import { expect, test } from 'vitest'
import {
  changedStatement,
  checkClosureDraft,
  disputedFields,
  draftOfClosure,
  newClosureDraft,
  statementOfDraft,
} from './closure-draft.ts'

const CLOSURE = {
  geometry: { type: 'Point', coordinates: [-12.1, 15.1] },
  effect: 'slow',
  speedFactor: 0.25,
  cause: 'works',
  note: 'Pont en travaux',
  startsAt: '2026-08-12T08:00:00.000Z',
  endsAt: null,
  halfLifeDays: 60,
} as unknown as Closure

test('a new report lacks its place, and nothing else', () => {
  expect(checkClosureDraft(newClosureDraft(new Date()))).toEqual({ geometry: 'shape' })
})

test('a closure that is opened and not changed has nothing to send', () => {
  const draft = draftOfClosure(CLOSURE)
  expect(changedStatement(draft, draft)).toEqual({})
  expect(statementOfDraft(draft)).toEqual({
    geometry: CLOSURE.geometry,
    effect: 'slow',
    speedFactor: 0.25,
    cause: 'works',
    note: 'Pont en travaux',
    startsAt: '2026-08-12T08:00:00.000Z',
    endsAt: null,
    halfLifeDays: 60,
  })
})

test('only what was changed is sent; what cuts has no speed', () => {
  const draft = draftOfClosure(CLOSURE)
  expect(changedStatement(draft, { ...draft, effect: 'cut' })).toEqual({ effect: 'cut', speedFactor: 1 })
})

test('the last day is whole, and does not come before the first', () => {
  const draft = { ...draftOfClosure(CLOSURE), endsOn: '2026-08-20' }
  expect(new Date(statementOfDraft(draft).endsAt ?? '').getDate()).toBe(20)
  expect(checkClosureDraft(draft)).toEqual({})
  expect(checkClosureDraft({ ...draft, endsOn: '2026-08-11' })).toEqual({ endsAt: 'end' })
})

test('the days of a half-life are whole and at most a year', () => {
  const draft = draftOfClosure(CLOSURE)
  for (const halfLifeDays of ['0', '1.5', '366', 'x'])
    expect(checkClosureDraft({ ...draft, halfLifeDays })).toEqual({ halfLifeDays: 'halfLife' })
  expect(checkClosureDraft({ ...draft, halfLifeDays: '' })).toEqual({})
})

test('of two versions only what the person changed is in dispute; what the colleague changed elsewhere is not sent', () => {
  const before = draftOfClosure(CLOSURE)
  const mine = { ...before, note: 'Pont rompu', cause: 'flood' as const }
  const theirs = { ...before, note: 'Pont fermé', endsOn: '2026-09-01', effect: 'cut' as const }
  expect(disputedFields({ before, mine, theirs })).toEqual(['cause', 'note'])
  expect(changedStatement(before, mine)).toEqual({ cause: 'flood', note: 'Pont rompu' })
  expect(disputedFields({ before, mine, theirs: { ...theirs, note: 'Pont rompu' } })).toEqual(['cause'])
  expect(disputedFields({ before, mine: before, theirs })).toEqual([])
})
