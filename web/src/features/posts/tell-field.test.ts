import { expect, test } from 'vitest'
import { createFormats } from '../../ui/formats.ts'
import { statusMessages } from '../../ui/status-mark.tsx'
import { POST_FIELDS } from './compare-versions.ts'
import { givenPost } from './given-posts.ts'
import { messages } from './messages.ts'
import { statementOf } from './post-draft.ts'
import { tellField } from './tell-field.ts'
import { termMessages } from './term-messages.ts'

const words = {
  terms: termMessages.fr,
  statuses: statusMessages.fr,
  kinds: messages.fr.kinds,
  yes: 'oui',
  no: 'non',
}
const formats = createFormats('fr')
const tell = (field: string, value: unknown) => tellField(field, value, words, formats)
const plain = (lines: string[]) => lines.map((line) => line.replace(/\s/g, ' '))

test('a history is told entry by entry', () => {
  const history = [
    { status: 'planned', validFrom: '2025-03-01', progressPercent: null, note: '' },
    { status: 'under-works', validFrom: '2026-10-12', progressPercent: 46, note: 'Fondations reprises' },
  ]
  expect(plain(tell('physicalHistory', history))).toEqual([
    '1er mars 2025 : Prévu',
    '12 oct. 2026 : En travaux, 46 %, Fondations reprises',
  ])
})

test('components, contacts and spellings are told in words', () => {
  const component = {
    kind: 'radio',
    label: 'VHF',
    state: 'out-of-order',
    quantity: 2,
    checkedOn: null,
    note: '',
  }
  expect(tell('components', [component])).toEqual(['2 × Radio « VHF », En panne'])
  expect(tell('contacts', [{ role: 'Chef de poste', name: '', phone: '12', email: '' }])).toEqual([
    'Chef de poste, 12',
  ])
  expect(tell('aliases', [{ name: 'Khabou', language: 'fr' }])).toEqual(['Khabou (français)'])
})

test('a position is told in degrees, an archive as yes or no', () => {
  expect(plain(tell('position', [-12.1834, 15.1585]))).toEqual(['15,15850° N, 12,18340° O'])
  expect(tell('isArchived', true)).toEqual(['oui'])
})

test('nothing is told of an empty value, and an unknown field as it is', () => {
  expect(tell('nameAr', null)).toEqual([])
  expect(tell('notes', '')).toEqual([])
  expect(tell('contacts', [])).toEqual([])
  expect(tell('toString', { a: 1 })).toEqual(['{"a":1}'])
})

test('every field of a statement can be told', () => {
  const statement = statementOf(givenPost({ uncertaintyMetres: 10_000, nameAr: 'غابو' }))
  for (const field of POST_FIELDS) {
    expect(tell(field, statement[field]).join()).not.toMatch(/undefined|\{/)
  }
})
