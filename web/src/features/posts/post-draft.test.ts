import { expect, test } from 'vitest'
import { givenPost } from './given-posts.ts'
import { checkDraft, draftOf, inputOf, NEW_ROWS, newDraft, statementOf } from './post-draft.ts'

const statement = statementOf(
  givenPost({
    name: 'Gouraye',
    position: [-12.45172, 14.90064],
    names: [{ name: 'Goraye', language: 'fr' }],
    contacts: [{ role: 'Commandant de poste', name: '', phone: '+222 00 00 00 00', email: '' }],
  }),
)

test('a statement survives the form', () => {
  expect(inputOf(draftOf(statement))).toEqual(statement)
})

test('a post without a position survives the form', () => {
  expect(inputOf(draftOf({ ...statement, position: null })).position).toBeNull()
})

test('rows that were added and left empty are not sent', () => {
  const draft = draftOf(statement)
  const withEmpty = {
    ...draft,
    aliases: [...draft.aliases, NEW_ROWS.aliases()],
    contacts: [NEW_ROWS.contacts(), ...draft.contacts],
  }
  expect(inputOf(withEmpty)).toEqual(statement)
})

test('a new post lacks its name and nothing else', () => {
  expect(checkDraft(newDraft('2026-10-15', null))).toEqual({ name: 'required' })
  expect(checkDraft({ ...newDraft('2026-10-15', [-12.2, 15.1]), name: 'Poste' })).toEqual({})
})

test('faults carry the path of their field', () => {
  const draft = {
    ...draftOf(statement),
    latitude: 'quinze',
    longitude: '',
    physicalHistory: [{ ...NEW_ROWS.physicalHistory('2026-01-01'), validFrom: '' }],
    contacts: [{ ...NEW_ROWS.contacts(), phone: '12' }],
  }
  expect(checkDraft(draft)).toEqual({
    latitude: 'not-degrees',
    longitude: 'needs-both',
    'physicalHistory.0.validFrom': 'required',
    'contacts.0.role': 'required',
  })
})
