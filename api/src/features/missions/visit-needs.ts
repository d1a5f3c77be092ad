import { contractClock } from '@borne/geodata/works/contract-clock'
import { addDays, daysBetween } from '@borne/geodata/works/days'
import { schedulePlan } from '@borne/geodata/works/schedule-plan'
import { worksAlarms } from '@borne/geodata/works/works-alarms'
import type { DueReason } from './due-contract.ts'
import type { VisitedPost, VisitedWorks } from './due-queries.ts'
import type { VisitRequest } from './settings-contract.ts'

/*
 * How long each reason takes at the post, and from when on it counts: assumptions of the office's practice, until somebody measures
 * them. A visit for several reasons takes the longest of them and a quarter of an hour for each other.
 */
const MINUTES = { works: 90, acceptance: 180, check: 60, usual: 60 } as const
const EACH_OTHER_MINUTES = 15
/** A post is to be seen at least so often. */
export const VISIT_EVERY_DAYS = 90
/** What is planned within so many days is worth a visit, and what was planned and not reached so long ago. */
const AHEAD_DAYS = 30
const BEHIND_DAYS = 14

type Need = Omit<DueReason, 'earliest' | 'latest'> & Partial<Pick<DueReason, 'earliest' | 'latest'>>
const need = (one: Need): DueReason => ({ earliest: null, latest: null, ...one })

/** What there is to see of a contract on a day. */
export function worksNeeds(works: VisitedWorks, on: string): DueReason[] {
  const { id, reference, title, summary } = works
  const named = { contractId: id, reference, title }
  const clock = contractClock(works, summary, on)
  const isBuilding = clock.startedOn !== null && clock.stoppedOn === null
  const codes = new Map(worksAlarms(works, summary, { on, clock }).map((alarm) => [alarm.code, alarm]))
  const reasons: DueReason[] = []
  const [waiting] = summary.waitingReports
  if (waiting)
    reasons.push(
      need({
        kind: 'report-waiting',
        values: { ...named, date: waiting.on, count: summary.waitingReports.length },
        minutes: MINUTES.works,
        priority: 'high',
      }),
    )
  reasons.push(...punchNeeds(works, on, named))
  if (isBuilding) reasons.push(...milestones(works, on, named))
  const silent = codes.get('report-missing')
  if (silent)
    reasons.push(
      need({
        kind: 'no-report',
        values: { ...named, date: silent.on ?? on, days: silent.values.days ?? 0 },
        minutes: MINUTES.works,
        priority: silent.severity === 'critical' ? 'high' : 'normal',
      }),
    )
  const { plannedEnd, guaranteeEnd } = clock
  if (isBuilding && plannedEnd !== null && plannedEnd <= addDays(on, AHEAD_DAYS))
    reasons.push(
      need({
        kind: 'works-end',
        values: { ...named, date: plannedEnd },
        minutes: MINUTES.acceptance,
        priority: 'high',
        latest: plannedEnd >= on ? plannedEnd : null,
      }),
    )
  const isEnding = codes.has('guarantee-period-ending') || codes.has('final-acceptance-overdue')
  if (isEnding && guaranteeEnd !== null)
    reasons.push(
      need({
        kind: 'guarantee-end',
        values: { ...named, date: guaranteeEnd },
        minutes: MINUTES.acceptance,
        priority: 'normal',
        latest: guaranteeEnd >= on ? guaranteeEnd : null,
      }),
    )
  return reasons
}

function punchNeeds({ summary }: VisitedWorks, on: string, named: DueReason['values']): DueReason[] {
  const mended = summary.openPunchItems.filter(({ state }) => state !== 'open')
  const late = summary.openPunchItems.flatMap(({ state, dueOn }) =>
    state === 'open' && dueOn !== null && dueOn < on ? [dueOn] : [],
  )
  return [
    ...(mended.length > 0
      ? [
          need({
            kind: 'punch-to-check',
            values: { ...named, count: mended.length },
            minutes: MINUTES.check,
            priority: mended.some(({ severity }) => severity === 'blocking') ? 'high' : 'normal',
          }),
        ]
      : []),
    ...(late.length > 0
      ? [
          need({
            kind: 'punch-overdue',
            values: { ...named, count: late.length, date: late.toSorted()[0]! },
            minutes: MINUTES.check,
            priority: 'normal',
          }),
        ]
      : []),
  ]
}

/** Milestones of the plan around the day, by the plan alone: whether they are reached is seen on the spot. */
function milestones({ plan, summary }: VisitedWorks, on: string, named: DueReason['values']): DueReason[] {
  const start = summary.chain['start-order']
  if (!plan?.calendar || start === null) return []
  const [from, until] = [addDays(on, -BEHIND_DAYS), addDays(on, AHEAD_DAYS)]
  return schedulePlan(plan, plan.calendar, start)
    .activities.filter(({ isMilestone, finish }) => isMilestone && finish >= from && finish <= until)
    .map(({ label, finish }) =>
      need({
        kind: 'milestone',
        values: { ...named, title: label, date: finish },
        minutes: MINUTES.works,
        priority: 'normal',
        earliest: finish > on ? finish : null,
      }),
    )
}

/** What was asked for. */
export function requestNeed({ id, subject, askedBy, ...asked }: VisitRequest): DueReason {
  const { minutes, priority, earliest, latest } = asked
  return {
    kind: 'requested',
    values: { requestId: id, subject, askedBy },
    minutes,
    priority,
    earliest,
    latest,
  }
}

/** Since when nobody was there. */
export function ageNeed({ lastVisitOn }: VisitedPost, on: string): DueReason[] {
  if (lastVisitOn === null)
    return [need({ kind: 'never-visited', values: {}, minutes: MINUTES.usual, priority: 'normal' })]
  const days = daysBetween(lastVisitOn, on)
  if (days < VISIT_EVERY_DAYS) return []
  const values = { date: lastVisitOn, days }
  return [need({ kind: 'last-visit-old', values, minutes: MINUTES.usual, priority: 'low' })]
}

/** Minutes for all reasons of one visit. */
export function minutesOf(reasons: readonly DueReason[]): number {
  return Math.max(...reasons.map(({ minutes }) => minutes)) + EACH_OTHER_MINUTES * (reasons.length - 1)
}
