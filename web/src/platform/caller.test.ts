import type { SessionState, SignedIn } from '@borne/api/contracts/session'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { forgetCaller, lastCaller, meetCaller, SESSION_KEY } from './caller.ts'

const AMINATA: SignedIn = {
  accountId: '00000000-0000-4000-8000-000000000001',
  name: 'Aminata Ba',
  email: 'aminata@example.org',
  ownRole: 'coordinator',
  role: 'coordinator',
  subOfficeId: null,
  stage: 'full',
  permissions: [],
  sees: 'restricted',
  rows: 'all',
  isViewingAs: false,
  isDemonstration: false,
}
const CIRE: SignedIn = { ...AMINATA, accountId: '00000000-0000-4000-8000-000000000002', name: 'Ciré Sow' }

const stateOf = (signedIn: SignedIn | null): SessionState => ({
  signedIn,
  options: { demonstrationRoles: [], openIdName: null, canResetByEmail: false, needsSetUp: false },
})

let client: QueryClient
beforeEach(() => {
  forgetCaller()
  client = new QueryClient()
  client.setQueryData(['border-posts'], 'the posts of Aminata')
  client.setQueryData(SESSION_KEY, stateOf(AMINATA))
})

test('what was read beside the first answer belongs to the same cookie and is kept', () => {
  meetCaller(client, stateOf(AMINATA))
  expect(client.getQueryData(['border-posts'])).toBe('the posts of Aminata')
})

test('another person finds nothing of what was read before', () => {
  meetCaller(client, stateOf(AMINATA))
  meetCaller(client, stateOf(CIRE))
  expect(client.getQueryData(['border-posts'])).toBeUndefined()
  expect(client.getQueryData(SESSION_KEY)).toBeDefined()
})

test('the same person with another sight finds nothing of what was read before', () => {
  meetCaller(client, stateOf(AMINATA))
  meetCaller(client, stateOf({ ...AMINATA, role: 'partner', isViewingAs: true }))
  expect(client.getQueryData(['border-posts'])).toBeUndefined()
})

test('a sign-in by hand keeps nothing of what was read without it', () => {
  meetCaller(client, stateOf(AMINATA), true)
  expect(client.getQueryData(['border-posts'])).toBeUndefined()
})

test('the person whose session had ended comes back to what was on the screen', () => {
  meetCaller(client, stateOf(AMINATA))
  meetCaller(client, stateOf(null))
  expect(lastCaller()).toEqual(AMINATA)
  meetCaller(client, stateOf(AMINATA), true)
  expect(client.getQueryData(['border-posts'])).toBe('the posts of Aminata')
  expect(client.getQueryState(['border-posts'])?.isInvalidated).toBe(true)
})

test('a password without its code is nobody yet', () => {
  meetCaller(client, stateOf({ ...AMINATA, stage: 'second-factor' }))
  expect(lastCaller()).toBeNull()
})

test('what everyone is told alike stays', () => {
  client.setQueryDefaults(['basemap'], { meta: { isSameForAll: true } })
  client.setQueryData(['basemap'], 'the ground')
  meetCaller(client, stateOf(AMINATA))
  meetCaller(client, stateOf(CIRE))
  expect(client.getQueryData(['basemap'])).toBe('the ground')
})
