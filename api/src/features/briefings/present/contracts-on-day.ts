import { contractClock } from '@borne/geodata/works/contract-clock'
import { contractState } from '@borne/geodata/works/contract-state'
import { curveFacts } from '@borne/geodata/works/curve-facts'
import { doneActivities } from '@borne/geodata/works/done-activities'
import { plannedPercentOn, summariseWorks } from '@borne/geodata/works/summarise-works'
import type { WorkCalendar } from '@borne/geodata/works/types'
import type { WorksRow } from '../../works/contract.ts'
import type { ContractFact } from '../facts.ts'
import type { ContractHistory } from './works-queries.ts'

type Named = Pick<
  ContractFact,
  'id' | 'reference' | 'title' | 'postIds' | 'donorIds' | 'contractor' | 'currency'
>

function namesOf(row: WorksRow): Named {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    postIds: row.posts.map(({ id }) => id),
    donorIds: row.donors.map(({ id }) => id),
    contractor: row.contractor?.name ?? null,
    currency: row.currency,
  }
}

/** A contract as the portfolio tells it today. */
export function contractToday(row: WorksRow, milestones: ContractFact['milestones']): ContractFact {
  const { stage, startedOn, endsOn, receivedOn, delayDays, physicalPercent, plannedPercent, paidPercent } =
    row
  return {
    ...namesOf(row),
    stage,
    startedOn,
    endsOn,
    receivedOn,
    delayDays,
    physicalPercent,
    plannedPercent,
    paidPercent,
    amountMinor: row.amountMinor,
    curve: row.curve,
    milestones,
  }
}

/** A contract as it stood at the end of a day, as it was known then. */
export function contractOnDay(
  row: WorksRow,
  { contract, events }: ContractHistory,
  calendars: readonly WorkCalendar[],
  when: { readonly on: string; readonly knownAt: string },
): ContractFact {
  const summary = summariseWorks(contract, events, calendars, when)
  const clock = contractClock(contract, summary, when.on)
  return {
    ...namesOf(row),
    stage: summary.stage,
    startedOn: clock.startedOn,
    endsOn: clock.plannedEnd,
    receivedOn: summary.chain['provisional-acceptance'],
    delayDays: clock.startedOn === null ? null : clock.delayDays,
    physicalPercent: summary.physicalPercent,
    plannedPercent: plannedPercentOn(summary.curve, when.on),
    paidPercent: summary.paidPercent,
    amountMinor: summary.amountMinor,
    curve: summary.curve,
    milestones: milestonesOnDay({ contract, events }, calendars, when),
  }
}

/** Milestones of the plan: those reached on their day, the others on the planned one. */
export function milestonesOnDay(
  { contract, events }: ContractHistory,
  calendars: readonly WorkCalendar[],
  when: { readonly on: string; readonly knownAt: string },
): ContractFact['milestones'] {
  const state = contractState(contract, events, when)
  const plan = state.currentPlan ?? state.baselines.at(-1) ?? null
  const { schedule, readings } = curveFacts(state, calendars, plan)
  if (!schedule || !plan) return []
  const done = doneActivities(schedule, plan.plan.activities, readings, when.on)
  return schedule.activities
    .filter(({ isMilestone }) => isMilestone)
    .map(({ code, label, start }) => {
      const actual = done.get(code)?.actual ?? null
      return { name: label, on: actual?.from ?? start, isDone: actual !== null }
    })
}
