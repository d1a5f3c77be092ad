import { accept, certify, draft, measure, type RefusalCase } from './running-works.fixture.ts'

/** Progress, money and réserves. */
export const MEASURED_CASES: readonly RefusalCase[] = [
  { code: 'percent-out-of-range', draft: measure([{ packageCode: 'B', percent: Number.NaN }]) },
  {
    code: 'quantity-over-bill',
    draft: measure([
      { packageCode: 'B', percent: 60 },
      { itemCode: 'A1', quantityMilli: 100_001 },
    ]),
    expected: { row: 2, params: { itemCode: 'A1', quantityMilli: 100_001, billMilli: 100_000 } },
  },
  {
    code: 'quantity-over-bill',
    draft: certify({ quantities: [{ itemCode: 'A1', quantityMilli: 100_001 }] }),
    expected: { row: 1 },
  },
  { code: 'quantity-below-certified', draft: measure([{ itemCode: 'A1', quantityMilli: 49_999 }]) },
  { code: 'quantity-below-certified', draft: measure([{ packageCode: 'A', percent: 49 }]) },
  {
    code: 'progress-falls',
    draft: measure([{ packageCode: 'B', percent: 49 }]),
    expected: { row: 1, params: { packageCode: 'B', percent: 49, beforePercent: 50 } },
  },
  { code: 'progress-falls', draft: measure([{ itemCode: 'B1', quantityMilli: 149_000 }]) },
  {
    code: 'progress-falls',
    given: ({ add }) => {
      const about = add('progress-report', '2026-05-05', {
        ...{ measures: [{ packageCode: 'B', percent: 55 }], fallReason: null },
      })
      add('report-validated', '2026-05-06', {}, { about, by: 'focal-point' })
    },
    draft: ({ ids }) => draft('report-validated', '2026-05-07', {}, { about: ids.waiting }),
    expected: { params: { packageCode: 'B', percent: 55, beforePercent: 60, on: '2026-05-05' } },
  },
  {
    code: 'already-decided',
    draft: ({ ids }) => draft('report-validated', '2026-03-13', {}, { about: ids.report }),
    expected: { params: { state: 'validated', on: '2026-03-12' } },
  },
  { code: 'guarantee-expires-before', draft: draft('guarantee', '2026-05-01', { expiresOn: '2026-04-30' }) },
  {
    code: 'already-released',
    given: ({ add, ids }) => add('guarantee-released', '2026-05-01', {}, { about: ids.guarantee }),
    draft: ({ ids }) => draft('guarantee-released', '2026-05-02', {}, { about: ids.guarantee }),
  },
  {
    code: 'certificate-number-order',
    draft: certify({ number: 5 }),
    expected: { field: 'payload.number', params: { number: 5, expected: 3 } },
  },
  {
    code: 'certificate-after-final',
    given: ({ add }) => {
      const quantities = [{ itemCode: 'A1', quantityMilli: 50_000 }]
      add('certificate', '2026-05-01', { number: 3, role: 'final', quantities, penaltiesMinor: 0 })
    },
    draft: certify({ number: 4 }),
  },
  {
    code: 'certificate-over-amount',
    given: ({ add }) =>
      add('amendment', '2026-05-01', { number: 1, amountChangeMinor: -9_000_000, daysChange: 0, bill: null }),
    draft: certify({
      quantities: [
        { itemCode: 'A1', quantityMilli: 100_000 },
        { itemCode: 'A2', quantityMilli: 1_000 },
      ],
    }),
    expected: { params: { grossMinor: 1_015_000, amountMinor: 1_000_000 } },
  },
  {
    code: 'certificate-below-last',
    draft: certify({ quantities: [] }),
    expected: { params: { itemCode: 'A1', quantityMilli: 0, certifiedMilli: 50_000 } },
  },
  { code: 'penalties-over-cap', draft: certify({ penaltiesMinor: 1_000_001 }) },
  { code: 'advance-repeated', draft: certify({ role: 'advance', quantities: [] }) },
  { code: 'advance-none', draft: certify({ role: 'advance', quantities: [] }) },
  {
    code: 'advance-with-quantities',
    draft: certify({ role: 'advance' }),
    expected: { field: 'payload.quantities' },
  },
  {
    code: 'amount-not-positive',
    draft: ({ ids }) => draft('payment', '2026-05-01', { amountMinor: 0 }, { about: ids.certificate }),
  },
  {
    // 5 000.00 certified, nothing taken back yet; retention 250.00, taxes 800.00: 5 550.00, of which 1 000.00 is paid.
    code: 'payment-over-net',
    draft: ({ ids }) => draft('payment', '2026-05-01', { amountMinor: 455_001 }, { about: ids.certificate }),
    expected: {
      params: { amountMinor: 455_001, outstandingMinor: 455_000, netMinor: 555_000, number: 2 },
    },
  },
  { code: 'release-before-acceptance', draft: draft('retention-release', '2026-05-01', { amountMinor: 1 }) },
  {
    code: 'release-over-held',
    given: accept,
    draft: draft('retention-release', '2026-08-02', { amountMinor: 25_001 }),
    expected: { params: { amountMinor: 25_001, heldMinor: 25_000 } },
  },
  {
    code: 'punch-wrong-state',
    draft: ({ ids }) => draft('punch-lifted', '2026-05-01', {}, { about: ids.punchItem }),
    expected: { params: { step: 'punch-lifted', state: 'open' } },
  },
]
