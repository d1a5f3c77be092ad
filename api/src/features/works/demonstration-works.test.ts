import { contractClock } from '@borne/geodata/works/contract-clock'
import { contractState, END_OF_TIME } from '@borne/geodata/works/contract-state'
import { dayNumber } from '@borne/geodata/works/days'
import { ledger } from '@borne/geodata/works/ledger'
import { refuseEvent } from '@borne/geodata/works/refuse-event'
import { summariseWorks } from '@borne/geodata/works/summarise-works'
import type { AnyWorksEvent, WorkCalendar } from '@borne/geodata/works/types'
import { worksAlarms } from '@borne/geodata/works/works-alarms'
import { expect, test } from 'vitest'
import { buildDemonstrationWorks } from './demonstration-works.ts'
import { WorksEventInput } from './event-contract.ts'

const CHECKLISTS = { beton: ['dosage', 'enrobage', 'cure'], toiture: ['ancrage', 'fixations', 'rives'] }
const CALENDAR: WorkCalendar = { id: 'chantier', weekShares: [1, 1, 1, 1, 0.5, 1, 0], exceptions: [] }

const works = await buildDemonstrationWorks(CHECKLISTS)
const on = works.statusDate

function found(key: string) {
  const contract = works.contracts.find((one) => one.key === key)!
  const state = contractState(contract, contract.events, { ...END_OF_TIME, on })
  const summary = summariseWorks(contract, contract.events, [CALENDAR])
  return {
    state,
    summary,
    clock: contractClock(contract, state, on),
    totals: ledger(contract, state).totals,
    alarms: worksAlarms(contract, summary, { on }),
    codes: worksAlarms(contract, summary, { on }).map(({ code }) => code),
  }
}

test('16 contracts with four donors; what is told of each comes out of its events', () => {
  expect([works.contracts.length, works.donors.length]).toEqual([16, 4])
  const told = Object.fromEntries(
    works.contracts.map(({ key }) => {
      const { state, summary, clock } = found(key)
      return [key, [state.stage, Math.round(summary.physicalPercent ?? 0), clock.delayDays]]
    }),
  )
  expect(told).toEqual({
    gouraye: ['started', 78, 41],
    ghabou: ['started', 46, 0],
    diogountourou: ['provisionally-accepted', 100, 0],
    diaguily: ['stopped', 58, 0],
    wompou: ['tender', 0, 0],
    'sangue-dieri': ['closed', 100, 0],
    'el-melgue': ['started', 92, 0],
    baydiam: ['started', 31, 0],
    mousselem: ['started', 37, 7],
    'chouweya-3': ['started', 70, 0],
    'dar-salam': ['provisionally-accepted', 96, 7],
    boully: ['started', 64, 0],
    'ould-yenge': ['started', 62, 0],
    adweira: ['preparation', 0, 0],
    hamoud: ['provisionally-accepted', 100, 0],
    selibaby: ['closed', 100, 0],
  })
})

test('Gouraye is 41 days late, through its order, amendment and stop', () => {
  const { clock, codes, state } = found('gouraye')
  // 12 January + 210 + 10 of the amendment + 15 stopped = 4 September.
  expect(clock).toMatchObject({ plannedEnd: '2026-09-04', suspendedDays: 15, durationDays: 220 })
  expect(codes).toContain('late')
  expect(state.lostDays.map(({ cause }) => cause)).toContain('flood')
})

test('El Melgué: 92 % built, 97 % paid is an alarm', () => {
  const { summary, alarms } = found('el-melgue')
  expect(summary.paidPercent).toBeCloseTo(97, 1)
  expect(alarms[0]).toMatchObject({ code: 'paid-ahead-of-works', severity: 'critical' })
})

test('Boully: the guarantee expires in 11 days; Baydiam: paid under a lapsed one', () => {
  expect(found('boully').alarms).toContainEqual(
    expect.objectContaining({
      code: 'guarantee-expiring',
      on: '2026-10-26',
      values: expect.objectContaining({ days: 11 }),
    }),
  )
  const baydiam = works.contracts.find(({ key }) => key === 'baydiam')!
  const { lines } = ledger(baydiam, contractState(baydiam, baydiam.events))
  expect(lines.at(-1)!.lapsedGuarantees).toMatchObject([{ type: 'advance', expiresOn: '2026-09-30' }])
})

test('Diaguily is stopped by the flood; Diogountourou has nine réserves; Mousselem is silent since August', () => {
  expect(found('diaguily').state.suspensions).toMatchObject([
    { from: '2026-09-28', to: null, cause: 'flood' },
  ])
  expect(found('diogountourou').summary.openPunchItems.length).toBe(9)
  expect(found('mousselem').alarms).toContainEqual(
    expect.objectContaining({ code: 'report-missing', on: '2026-08-10', severity: 'critical' }),
  )
  expect(found('dar-salam').alarms).toContainEqual(
    expect.objectContaining({ code: 'punch-overdue', severity: 'critical' }),
  )
  expect(found('ould-yenge').alarms).toEqual([])
  expect(found('wompou').alarms).toEqual([])
  expect(found('sangue-dieri').totals).toMatchObject({ retentionHeldMinor: 0, outstandingMinor: 0 })
})

test('Boully was said to be at 44 % until it was corrected to 41 %', () => {
  const boully = works.contracts.find(({ key }) => key === 'boully')!
  const percentAt = (knownAt: string) =>
    contractState(boully, boully.events, { on: '2026-07-06', knownAt }).progress.physicalPercent
  expect(percentAt('2026-06-30T00:00:00Z')).toBeCloseTo(44, 1)
  expect(percentAt('2026-07-06T00:00:00Z')).toBeCloseTo(41, 1)
})

test('a report in each of the last 24 months', () => {
  const months = new Set(
    works.contracts.flatMap(({ events }) =>
      events.filter(({ kind }) => kind === 'progress-report').map(({ happenedOn }) => happenedOn.slice(0, 7)),
    ),
  )
  expect([...months].sort().slice(-24)[0]).toBe('2024-11')
})

test('each event keeps the rules of its day, the shape of the routes, and is known by the demonstration’s today', () => {
  for (const contract of works.contracts) {
    const before: AnyWorksEvent[] = []
    for (const event of contract.events) {
      const today = event.recordedAt.slice(0, 10)
      const refusals = refuseEvent(contract, before, event, { by: event.recordedBy, today, photoIds: [] })
      expect(refusals, `${contract.key} ${event.kind} ${event.happenedOn}`).toEqual([])
      expect(WorksEventInput.safeParse(event).error, contract.key).toBeUndefined()
      expect(today <= on, `${contract.key} ${event.kind} ${today}`).toBe(true)
      before.push(event)
    }
  }
})

test('the same each time, with ids that are met once', async () => {
  expect(await buildDemonstrationWorks(CHECKLISTS)).toEqual(works)
  const ids = works.contracts.flatMap(({ id, events }) => [id, ...events.map((event) => event.id)])
  expect(new Set(ids).size).toBe(ids.length)
  expect(
    works.contracts.every(({ events }) => events.every(({ happenedOn }) => dayNumber(happenedOn) > 0)),
  ).toBe(true)
})
