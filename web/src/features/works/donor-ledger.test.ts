import { donorLedger } from '@borne/geodata/works/donor-ledger'
import type { Ledger } from '@borne/geodata/works/results'
import { expect, test } from 'vitest'
import { donorRows } from './donor-ledger-rows.ts'

const LINES = [
  {
    certificateId: 'c1',
    number: 1,
    role: 'interim',
    on: '2026-01-01',
    period: { netMinor: 101 },
    paidMinor: 0,
  },
  {
    certificateId: 'c2',
    number: 2,
    role: 'final',
    on: '2026-02-01',
    period: { netMinor: 100 },
    paidMinor: 1,
  },
] as unknown as Ledger['lines']
const SHARES = ['a', 'b'].map((donorId) => ({ donorId, sharePpm: 500_000 }))
const RATES = [{ currency: 'USD', validFrom: '2026-01-15', mruMicro: 40_000_000 }] as const

test('the file by donor has a row for each line of each, with its rate or that there is none', () => {
  const split = { shares: SHARES, releases: [{ id: 'r', on: '2027-01-01', amountMinor: 4 }] }
  const donors = donorLedger({ currency: 'USD', lines: LINES }, split, { rates: RATES, maxAgeDays: 400 })
  const rows = donorRows(donors, {
    isForeign: true,
    nameOf: (id) => `Bailleur ${id}`,
    lineOf: (number) => (number === null ? 'Libération' : `N° ${number}`),
    noRate: 'aucun taux',
  })
  expect(rows).toEqual([
    ['Bailleur a', 0.5, 'N° 1', '2026-01-01', 0.51, 0, 0.51, 0.51, 0, 0.51, null, 'aucun taux'],
    ['Bailleur a', 0.5, 'N° 2', '2026-02-01', 0.5, 0.01, 0.49, 1.01, 0.01, 1, 20, '2026-01-15'],
    ['Bailleur a', 0.5, 'Libération', '2027-01-01', 0.02, 0.02, 0, 1.03, 0.03, 1, 0.8, '2026-01-15'],
    ['Bailleur b', 0.5, 'N° 1', '2026-01-01', 0.5, 0, 0.5, 0.5, 0, 0.5, null, 'aucun taux'],
    ['Bailleur b', 0.5, 'N° 2', '2026-02-01', 0.5, 0, 0.5, 1, 0, 1, 20, '2026-01-15'],
    ['Bailleur b', 0.5, 'Libération', '2027-01-01', 0.02, 0.02, 0, 1.02, 0.02, 1, 0.8, '2026-01-15'],
  ])
})
