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

test('the headline counts what runs; shares are the mean of those', () => {
  expect(countContracts(rows)).toEqual({
    running: 3,
    late: 2,
    alarmed: 1,
    builtShare: expect.closeTo((50 + 90 + 50) / 300, 12),
    paidShare: expect.closeTo((30 + 95 + 30) / 300, 12),
  })
  expect(countContracts([]).builtShare).toBeNull()
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
