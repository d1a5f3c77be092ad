import { expect } from 'vitest'
import {
  accept,
  agree,
  certify,
  correct,
  draft,
  measure,
  plan,
  RESERVE,
  type RefusalCase,
  weighted,
} from './running-works.fixture.ts'
import type { AnyWorksEvent } from './types.ts'
import { BILL, item } from './works.fixture.ts'

const NO_EVENTS: readonly AnyWorksEvent[] = []

/** Names, days, the chain, bills and plans. */
export const AGREEMENT_CASES: readonly RefusalCase[] = [
  { code: 'not-a-day', draft: draft('tender', '2026-02-30'), expected: { field: 'happenedOn' } },
  {
    code: 'not-a-day',
    draft: draft('punch-item', '2026-05-01', { ...RESERVE, dueOn: '2026-13-01' }),
    expected: { field: 'payload.dueOn' },
  },
  {
    code: 'not-a-day',
    draft: draft('guarantee', '2026-05-01', { expiresOn: 'demain' }),
    expected: { field: 'payload.expiresOn' },
  },
  { code: 'not-a-day', draft: plan(['a', undefined, { notBefore: '2026-02-29' }]), expected: { row: 1 } },
  { code: 'future-day', draft: draft('lost-day', '2027-01-01'), expected: { field: 'happenedOn' } },
  { code: 'unknown-event', draft: draft('payment', '2026-05-01', { amountMinor: 1 }, { about: 'nothing' }) },
  { code: 'unknown-event', draft: draft('payment', '2026-05-01', { amountMinor: 1 }) },
  {
    code: 'unknown-event',
    draft: ({ ids }) => draft('punch-item', '2026-05-01', RESERVE, { about: ids.start }),
    expected: { field: 'about' },
  },
  { code: 'unknown-event', draft: draft('withdrawal', '2026-05-01', { reason: 'x' }) },
  { code: 'unknown-event', draft: draft('start-order', '2026-05-01', {}, { replaces: 'nothing' }) },
  {
    code: 'replaces-other-kind',
    draft: ({ ids }) => draft('tender', '2026-01-01', {}, { replaces: ids.start }),
    expected: { field: 'replaces', params: { kind: 'tender', replaced: 'start-order' } },
  },
  {
    code: 'already-replaced',
    given: ({ add, ids }) => add('start-order', '2026-01-13', {}, { replaces: ids.start }),
    draft: ({ ids }) => draft('start-order', '2026-01-14', {}, { replaces: ids.start }),
  },
  {
    code: 'already-replaced',
    given: ({ add, ids }) => add('withdrawal', '2026-05-01', { reason: 'x' }, { about: ids.waiting }),
    draft: ({ ids }) => draft('withdrawal', '2026-05-02', { reason: 'x' }, { about: ids.waiting }),
  },
  {
    code: 'breaks-later-event',
    draft: ({ ids }) => draft('withdrawal', '2026-05-02', { reason: 'x' }, { about: ids.start }),
    expected: { params: expect.objectContaining({ rule: 'not-started', kind: 'progress-report' }) },
  },
  {
    code: 'breaks-later-event',
    given: ({ add }) => {
      add('stop-order', '2026-05-10', { cause: 'rain' })
      add('resume-order', '2026-05-20', {})
    },
    draft: draft('stop-order', '2026-05-05', { cause: 'rain' }),
    expected: { params: expect.objectContaining({ rule: 'overlapping-suspension', on: '2026-05-10' }) },
  },
  {
    code: 'breaks-later-event',
    draft: ({ ids }) => draft('withdrawal', '2026-05-02', { reason: 'x' }, { about: ids.certificate }),
    expected: { params: expect.objectContaining({ rule: 'unknown-event', kind: 'payment' }) },
  },
  {
    code: 'before-what-it-answers',
    draft: ({ ids }) => draft('payment', '2026-03-19', { amountMinor: 1 }, { about: ids.certificate }),
    expected: { params: { on: '2026-03-20', day: '2026-03-19' } },
  },
  {
    code: 'same-person',
    draft: ({ ids }) => draft('report-validated', '2026-05-02', {}, { about: ids.waiting }),
    recording: { by: 'contractor' },
  },
  {
    code: 'same-person',
    given: correct,
    draft: ({ ids }) => draft('punch-checked', '2026-05-02', {}, { about: ids.punchItem }),
    recording: { by: 'contractor' },
  },
  {
    code: 'same-person',
    given: (history) => {
      correct(history)
      history.add('punch-checked', '2026-05-02', {}, { about: history.ids.punchItem, by: 'focal-point' })
    },
    draft: ({ ids }) => draft('punch-lifted', '2026-05-03', {}, { about: ids.punchItem }),
    recording: { by: 'contractor' },
  },
  {
    code: 'photo-missing',
    given: (history) => {
      correct(history)
      history.add('punch-checked', '2026-05-02', {}, { about: history.ids.punchItem, by: 'focal-point' })
    },
    draft: ({ ids }) => draft('punch-lifted', '2026-05-03', {}, { about: ids.punchItem }),
    recording: { photoIds: [] },
    expected: { field: 'photoIds' },
  },
  {
    code: 'duplicate-code',
    draft: agree({ ...BILL, items: [...BILL.items, BILL.items[1]!] }),
    expected: { field: 'payload.items', row: 4, params: { code: 'A2', firstRow: 2 } },
  },
  {
    code: 'duplicate-code',
    draft: agree({ ...BILL, packages: [...BILL.packages, BILL.packages[0]!] }),
    expected: { field: 'payload.packages', row: 3 },
  },
  {
    code: 'duplicate-code',
    draft: plan(['a'], ['a']),
    expected: { row: 2, params: { code: 'a', firstRow: 1 } },
  },
  {
    code: 'duplicate-code',
    draft: draft('inspection', '2026-05-01', {
      answers: ['q', 'q'].map((itemId) => ({ itemId, result: 'conforming' as const, note: '' })),
    }),
    expected: { row: 2 },
  },
  {
    code: 'duplicate-code',
    draft: certify({ quantities: Array(2).fill({ itemCode: 'A1', quantityMilli: 60_000 }) }),
    expected: { row: 2 },
  },
  {
    code: 'unknown-package',
    draft: agree({ ...BILL, items: [...BILL.items.slice(0, 2), item('C1', 'C', 'u', 300_000, 20_000)] }),
    expected: { field: 'payload.items', row: 3 },
  },
  { code: 'unknown-package', draft: plan(['a', undefined, { packageCode: 'Z' }]), expected: { row: 1 } },
  { code: 'unknown-package', draft: measure([{ packageCode: 'Z', percent: 1 }]), expected: { row: 1 } },
  { code: 'unknown-item', draft: measure([{ itemCode: 'Z', quantityMilli: 1 }]), expected: { row: 1 } },
  {
    code: 'unknown-item',
    draft: certify({
      quantities: [
        { itemCode: 'A1', quantityMilli: 50_000 },
        { itemCode: 'Z', quantityMilli: 1 },
      ],
    }),
    expected: { row: 2 },
  },
  {
    code: 'no-bill',
    given: ({ add, ids }) => add('withdrawal', '2026-01-01', { reason: 'x' }, { about: ids.bill }),
    draft: measure([{ packageCode: 'A', percent: 60 }]),
  },
  {
    code: 'no-bill',
    given: ({ add, ids }) => add('withdrawal', '2026-01-01', { reason: 'x' }, { about: ids.bill }),
    draft: certify({}),
  },
  { code: 'not-started', events: NO_EVENTS, draft: draft('lost-day', '2026-01-01', { cause: 'rain' }) },
  { code: 'not-started', events: NO_EVENTS, draft: draft('stop-order', '2026-01-01', { cause: 'rain' }) },
  { code: 'not-started', events: NO_EVENTS, draft: certify({ number: 1 }) },
  { code: 'contract-closed', given: accept, draft: draft('lost-day', '2026-08-02', { cause: 'rain' }) },
  {
    code: 'contract-closed',
    given: ({ add }) => add('termination', '2026-05-01', {}),
    draft: measure([]),
    expected: { params: { kind: 'progress-report', step: 'termination', on: '2026-05-01' } },
  },
  {
    code: 'chain-order',
    draft: draft('award', '2026-01-01'),
    expected: { params: { step: 'award', after: 'signature', on: '2025-12-20' } },
  },
  { code: 'chain-order', given: accept, draft: draft('pre-acceptance', '2026-08-05') },
  {
    code: 'chain-order',
    draft: draft('final-acceptance', '2026-08-05'),
    expected: { params: { step: 'final-acceptance', before: 'provisional-acceptance' } },
  },
  {
    code: 'chain-order',
    given: ({ add }) => add('termination', '2026-05-01', {}),
    draft: draft('provisional-acceptance', '2026-05-02'),
  },
  { code: 'chain-repeated', draft: draft('start-order', '2026-02-01') },
  { code: 'acceptance-before-start', draft: draft('provisional-acceptance', '2026-01-11') },
  {
    code: 'overlapping-suspension',
    given: ({ add }) => add('stop-order', '2026-05-01', { cause: 'rain' }),
    draft: draft('stop-order', '2026-05-08', { cause: 'flood' }),
    expected: { params: { since: '2026-05-01' } },
  },
  { code: 'resume-without-stop', draft: draft('resume-order', '2026-05-08') },
  {
    code: 'resume-without-stop',
    given: ({ add }) => {
      add('stop-order', '2026-05-01', { cause: 'rain' })
      add('resume-order', '2026-05-05', {})
    },
    draft: draft('resume-order', '2026-05-08'),
  },
  {
    code: 'open-blocking-punch-items',
    given: accept,
    draft: draft('final-acceptance', '2027-08-01'),
    recording: { today: '2027-08-01' },
    expected: { params: { count: 1 } },
  },
  {
    code: 'amendment-number-order',
    draft: draft('amendment', '2026-05-01', { number: 2, amountChangeMinor: 0, daysChange: 1, bill: null }),
    expected: { params: { number: 2, expected: 1 } },
  },
  {
    code: 'amendment-duration-none',
    draft: draft('amendment', '2026-05-01', {
      number: 1,
      amountChangeMinor: 0,
      daysChange: -180,
      bill: null,
    }),
  },
  {
    code: 'amount-below-certified',
    draft: draft('amendment', '2026-05-01', {
      ...{ number: 1, amountChangeMinor: -9_600_000, daysChange: 0, bill: null },
    }),
    expected: { params: { amountMinor: 400_000, certifiedMinor: 500_000 } },
  },
  {
    code: 'amount-too-large',
    draft: agree({ ...BILL, items: [item('A1', 'A', 'm³', 9e12, 9e12), ...BILL.items.slice(1)] }),
    expected: { row: 1, params: { code: 'A1' } },
  },
  {
    code: 'bill-total-mismatch',
    draft: agree({ ...BILL, items: BILL.items.slice(0, 2) }),
    expected: { params: { totalMinor: 4_000_000, amountMinor: 10_000_000 } },
  },
  {
    code: 'bill-total-mismatch',
    draft: draft('amendment', '2026-05-01', { number: 1, amountChangeMinor: 1, daysChange: 0, bill: BILL }),
    expected: { field: 'payload.bill.items', params: { totalMinor: 10_000_000, amountMinor: 10_000_001 } },
  },
  {
    code: 'bill-below-certified',
    draft: agree({ ...BILL, items: [item('A1', 'A', 'm³', 49_000, 10_000), ...BILL.items.slice(1)] }),
    expected: { row: 1, params: { itemCode: 'A1', quantityMilli: 49_000, certifiedMilli: 50_000 } },
  },
  { code: 'weights-mixed', draft: agree(weighted(500_000, null)), expected: { row: 2 } },
  {
    code: 'weights-not-a-million',
    draft: agree(weighted(500_000, 499_999)),
    expected: { params: { sumPpm: 999_999 } },
  },
  { code: 'plan-cycle', draft: plan(['a', 'b'], ['b', 'a']), expected: { row: 1 } },
  { code: 'plan-duration', draft: plan(['a', undefined, { durationDays: 1.5 }]), expected: { row: 1 } },
  {
    code: 'plan-lag',
    draft: plan(['a'], ['b', undefined, { predecessors: [{ code: 'a', type: 'FS', lagDays: 0.5 }] }]),
    expected: { row: 2 },
  },
  { code: 'unknown-predecessor', draft: plan(['a'], ['b', 'z']), expected: { row: 2 } },
  {
    code: 'percent-out-of-range',
    draft: measure([{ packageCode: 'B', percent: 100.01 }]),
    expected: { row: 1 },
  },
]
