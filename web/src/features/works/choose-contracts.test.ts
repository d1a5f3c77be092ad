import { expect, test } from 'vitest'
import { chooseContracts, countContracts } from './choose-contracts.ts'
import { givenRow } from './given-row.ts'
import { messages } from './messages.ts'
import { PORTFOLIO_COLUMNS, readColumns, writeColumns } from './portfolio-columns.ts'
import { portfolioCsv, portfolioFileName } from './portfolio-export.ts'

const LATE = { code: 'late', severity: 'critical', on: null, eventId: null, values: {} } as const
const rows = [
  givenRow({ id: '1', delayDays: 9, alarms: [LATE], title: 'Poste de Ghabou' }),
  givenRow({ id: '2', delayDays: null, stage: 'tender', physicalPercent: null, paidPercent: 0 }),
  givenRow({ id: '3', delayDays: 41, physicalPercent: 90, paidPercent: 95 }),
  givenRow({ id: '4', posts: [{ id: 'w', name: 'Wompou' }], donors: [], amountMinor: 20_000 }),
]
const ids = (search: Parameters<typeof chooseContracts>[1]) =>
  chooseContracts(rows, search).map(({ id }) => id)

test('what slips most comes first; what is not known comes last, both ways round', () => {
  expect(ids({})).toEqual(['3', '1', '4', '2'])
  expect(ids({ sort: 'delay' })).toEqual(['4', '1', '3', '2'])
  expect(ids({ sort: '-amount' })).toEqual(['1', '2', '3', '4'])
})

test('filters narrow by stage, donor, alarm and words without accents', () => {
  expect(ids({ stage: 'tender' })).toEqual(['2'])
  expect(ids({ donor: 'd', sort: 'title' })).toHaveLength(3)
  expect(ids({ alarm: 'any' })).toEqual(['1'])
  expect(ids({ alarm: 'guarantee-lapsed' })).toEqual([])
  expect(ids({ q: 'womp' })).toEqual(['4'])
})

test('the headline counts what runs; shares weigh by the amounts of those', () => {
  // 1 000, 1 000 and 200 MRU.
  expect(countContracts(rows, [], '2026-10-15')).toEqual({
    running: 3,
    late: 2,
    alarmed: 1,
    builtShare: expect.closeTo((1000 * 50 + 1000 * 90 + 200 * 50) / 2200 / 100, 12),
    paidShare: expect.closeTo((1000 * 30 + 1000 * 95 + 200 * 30) / 2200 / 100, 12),
    unweighed: 0,
  })
  expect(countContracts([], [], '2026-10-15').builtShare).toBeNull()
})

test('amounts of other currencies weigh at the rate of the day, and not at all without one', () => {
  const two = [
    givenRow({ id: '1', physicalPercent: 10, amountMinor: 90_000 }),
    givenRow({ id: '2', physicalPercent: 50, amountMinor: 1_000, currency: 'EUR' }),
  ]
  const rates = [
    { currency: 'EUR', validFrom: '2026-01-01', mruMicro: 30_000_000 },
    { currency: 'EUR', validFrom: '2026-11-01', mruMicro: 45_000_000 },
  ] as const
  const built = (on: string) => countContracts(two, rates, on)
  expect(built('2026-10-15').builtShare).toBeCloseTo((90 * 10 + 30 * 50) / 120 / 100, 12)
  expect(built('2026-11-01').builtShare).toBeCloseTo((90 * 10 + 45 * 50) / 135 / 100, 12)
  expect(built('2025-12-31')).toMatchObject({ builtShare: 0.1, unweighed: 1 })
})

test('the file says what is fictional, in its rows and in its name', () => {
  const [head, first] = portfolioCsv(rows, PORTFOLIO_COLUMNS, messages.fr, {
    separator: ';',
    decimal: ',',
  }).split('\r\n')
  expect(head).toContain('Construit (%)')
  expect(first).toMatch(/^M-1;Poste de Ghabou;.*;1000;MRU;oui$/)
  expect(portfolioFileName(rows, messages.fr, '2026-10-15')).toBe('travaux-DÉMONSTRATION-2026-10-15.csv')
})

test('the columns of the address keep the order of the table, and the contract is always among them', () => {
  expect(readColumns('amount,stage,nonsense')).toEqual(['title', 'stage', 'amount'])
  expect(readColumns(undefined)).toEqual(PORTFOLIO_COLUMNS)
  expect(writeColumns(['amount', 'stage'])).toBe('title,stage,amount')
  expect(writeColumns(PORTFOLIO_COLUMNS)).toBeUndefined()
  const [head] = portfolioCsv(rows, ['title', 'due'], messages.fr, { separator: ';', decimal: ',' }).split(
    '\r\n',
  )
  expect(head).toBe('\ufeffRéférence;Marché;Fin du délai;Monnaie;DÉMONSTRATION')
})
