import type { Account } from '@borne/api/contracts/accounts'
import { expect, test } from 'vitest'
import { chooseAccounts, stateOf } from './account-words.ts'

function givenAccount(stated: Partial<Account>): Account {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    email: 'equipe@example.org',
    name: 'Équipe d’essai',
    role: 'viewer',
    subOfficeId: null,
    postIds: [],
    contractorId: null,
    hasPassword: true,
    hasSecondFactor: false,
    isDemonstration: false,
    lastSeenAt: null,
    createdAt: '2026-10-12T10:00:00Z',
    leftAt: null,
    forgottenAt: null,
    version: 1,
    ...stated,
  }
}

test('a search finds a name without its accents, and an address', () => {
  const accounts = [givenAccount({}), givenAccount({ name: 'Ciré Sow', email: 'cire@example.org' })]
  expect(chooseAccounts(accounts, 'equipe d', false)).toHaveLength(1)
  expect(chooseAccounts(accounts, 'CIRE@', false)).toHaveLength(1)
  expect(chooseAccounts(accounts, '', false)).toHaveLength(2)
})

test('who has left is shown only when asked for', () => {
  const accounts = [givenAccount({ leftAt: '2026-10-12T10:00:00Z' })]
  expect(chooseAccounts(accounts, '', false)).toEqual([])
  expect(chooseAccounts(accounts, '', true)).toHaveLength(1)
})

test('an account is invited until its person came', () => {
  expect(stateOf(givenAccount({ hasPassword: false }))).toBe('invited')
  expect(stateOf(givenAccount({ hasPassword: false, lastSeenAt: '2026-10-12T10:00:00Z' }))).toBe('active')
  expect(stateOf(givenAccount({ isDemonstration: true, hasPassword: false }))).toBe('demonstration')
  expect(stateOf(givenAccount({ leftAt: '2026-10-12T10:00:00Z' }))).toBe('left')
})
