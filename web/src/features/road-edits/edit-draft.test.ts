import { expect, test } from 'vitest'
import {
  changedStatement,
  checkEditDraft,
  draftOfEdit,
  type EditDraft,
  lengthOf,
  newEditDraft,
  statementOfDraft,
} from './edit-draft.ts'
import { givenEdit } from './given-edit.ts'

const LINE = [
  [-12.2, 15],
  [-12.2, 15.1],
] as const
const drawn: EditDraft = { ...newEditDraft(), line: [[...LINE[0]], [...LINE[1]]] }

test('an added road needs a line and a class', () => {
  expect(checkEditDraft(newEditDraft())).toEqual({ geometry: 'line' })
  expect(checkEditDraft({ ...drawn, highway: '' })).toEqual({ highway: 'class' })
  expect(checkEditDraft(drawn)).toEqual({})
})

test('a change says something, a removal need not', () => {
  const change: EditDraft = { ...drawn, kind: 'change', highway: '' }
  expect(checkEditDraft(change)).toEqual({ highway: 'nothing' })
  expect(checkEditDraft({ ...change, ground: 'sand' })).toEqual({})
  expect(checkEditDraft({ ...change, kind: 'remove' })).toEqual({})
})

test('the last day is not before the first', () => {
  expect(checkEditDraft({ ...drawn, validFrom: '2026-03-02', validUntil: '2026-03-01' })).toEqual({
    validUntil: 'dates',
  })
  expect(checkEditDraft({ ...drawn, validFrom: '2026-03-02', validUntil: '2026-03-02' })).toEqual({})
})

test('a removal states no class, whatever was chosen before', () => {
  expect(statementOfDraft({ ...drawn, kind: 'remove', ground: 'sand', name: 'Piste' })).toEqual({
    geometry: { type: 'LineString', coordinates: drawn.line },
    highway: null,
    ground: null,
    name: null,
    validFrom: null,
    validUntil: null,
    note: '',
  })
})

test('only what was changed is sent', () => {
  const before = draftOfEdit(givenEdit({ validUntil: null, note: null }))
  expect(changedStatement(before, before)).toEqual({})
  expect(changedStatement(before, { ...before, validUntil: '2026-06-30' })).toEqual({
    validUntil: '2026-06-30',
  })
})

test('a tenth of a degree of latitude is 11.1 km', () => {
  expect(lengthOf(drawn.line)).toBeCloseTo(11_119.5, 0)
  expect(lengthOf([])).toBe(0)
})
