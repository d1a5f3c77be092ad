import type { WorksContractDetail } from '@borne/api/contracts/works'
import { expect, test } from 'vitest'
import {
  type ContractDraft,
  type ContractField,
  changedContractFields,
  checkContractDraft,
  contractInputOf,
  draftOfContract,
  newContractDraft,
} from './contract-editor-draft.ts'

const CONTRACT: WorksContractDetail = {
  id: 'c0000000-0000-4000-8000-000000000001',
  currency: 'MRU',
  amountMinor: 560_000_050,
  taxPpm: 160_000,
  durationDays: 240,
  terms: {
    penaltyPerDayPpm: 333,
    penaltyCapPpm: 100_000,
    retentionPpm: 50_000,
    advancePpm: 200_000,
    advanceRecoveryFromPpm: 200_000,
    advanceRecoveryToPpm: 800_000,
    guaranteeMonths: 12,
  },
  reference: 'M-2026/07',
  title: 'Poste de Ghabou',
  programme: { id: 'p1', name: 'Frontières' },
  project: { id: 'p2', name: 'Postes' },
  contractor: null,
  donors: [],
  posts: [{ id: 'a', name: 'Ghabou' }],
  version: 3,
  isArchived: false,
  isDemonstration: false,
  updatedAt: '2026-10-01T08:00:00.000Z',
}

const OPENED = draftOfContract(CONTRACT, 'fr')
const typed = (texts: Partial<Record<ContractField, string>>): ContractDraft => ({
  ...OPENED,
  texts: { ...OPENED.texts, ...texts },
})

test('millionths are shown in percent and minor units as amounts, with the decimal mark of the language', () => {
  expect(OPENED.texts).toMatchObject({
    amountMinor: '5600000,50',
    taxPpm: '16',
    'terms.penaltyPerDayPpm': '0,0333',
    'terms.penaltyCapPpm': '10',
    durationDays: '240',
    contractorId: '',
  })
  expect(draftOfContract(CONTRACT, 'en').texts['terms.penaltyPerDayPpm']).toBe('0.0333')
})

test.each(['fr', 'en'] as const)('what is opened and not changed is sent as it was (%s)', (language) => {
  const draft = draftOfContract(CONTRACT, language)
  expect(checkContractDraft(draft)).toEqual({})
  expect(contractInputOf(draft)).toEqual({
    reference: CONTRACT.reference,
    title: CONTRACT.title,
    projectId: 'p2',
    contractorId: null,
    postIds: ['a'],
    currency: 'MRU',
    amountMinor: CONTRACT.amountMinor,
    taxPpm: CONTRACT.taxPpm,
    durationDays: 240,
    terms: CONTRACT.terms,
  })
})

test('what a person types with spaces and either mark is read', () => {
  const draft = typed({ amountMinor: ' 1 250 000,5', 'terms.retentionPpm': '7.5', reference: ' A ' })
  expect(contractInputOf(draft)).toMatchObject({
    reference: 'A',
    amountMinor: 125_000_050,
    terms: { retentionPpm: 75_000 },
  })
})

test.each([
  [{ amountMinor: '0' }, { amountMinor: 'amount' }],
  [{ amountMinor: '12,345' }, { amountMinor: 'amount' }],
  [{ taxPpm: '100,0001' }, { taxPpm: 'share' }],
  [{ taxPpm: '-1' }, { taxPpm: 'share' }],
  [{ 'terms.penaltyPerDayPpm': '0,00001' }, { 'terms.penaltyPerDayPpm': 'share' }],
  [{ 'terms.retentionPpm': '' }, { 'terms.retentionPpm': 'missing' }],
  [{ durationDays: '3651' }, { durationDays: 'days' }],
  [{ durationDays: '8,5' }, { durationDays: 'days' }],
  [{ 'terms.guaranteeMonths': '121' }, { 'terms.guaranteeMonths': 'months' }],
  [{ 'terms.advanceRecoveryToPpm': '20' }, { 'terms.advanceRecoveryToPpm': 'recovery' }],
] as const)('%o is wrong: %o', (texts, faults) => {
  expect(checkContractDraft(typed(texts))).toEqual(faults)
})

test('nothing is assumed of a new contract but its currency', () => {
  expect(Object.keys(checkContractDraft(newContractDraft())).sort()).toEqual(
    [
      ...Object.keys(OPENED.texts).filter((field) => !['currency', 'contractorId'].includes(field)),
      'postIds',
    ].sort(),
  )
})

test('without an advance nothing is asked of how it is paid back', () => {
  const draft = typed({
    'terms.advancePpm': '0',
    'terms.advanceRecoveryFromPpm': '',
    'terms.advanceRecoveryToPpm': '',
  })
  expect(checkContractDraft(draft)).toEqual({})
  expect(contractInputOf(draft).terms).toMatchObject({
    advancePpm: 0,
    advanceRecoveryFromPpm: 0,
    advanceRecoveryToPpm: 1_000_000,
  })
})

test('two drafts differ by their fields, and by their posts in whatever order', () => {
  expect(changedContractFields(OPENED, typed({ title: 'Autre' }))).toEqual(['title'])
  expect(
    changedContractFields({ ...OPENED, postIds: ['b', 'a'] }, { ...OPENED, postIds: ['a', 'b'] }),
  ).toEqual([])
  expect(changedContractFields(OPENED, { ...OPENED, postIds: ['b'] })).toEqual(['postIds'])
})
