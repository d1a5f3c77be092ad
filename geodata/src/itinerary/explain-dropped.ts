import { type CompiledMission, compileMission } from './compile-mission.ts'
import { addDays } from './mission-clock.ts'
import type { MissionPlan, MissionQuestion, MissionVisit, TravelOf } from './mission-types.ts'
import { planShifts } from './plan-shifts.ts'
import { type ServingOptions, servesAll } from './serves-all.ts'
import { travelAsks } from './travel-asks.ts'
import type { ShiftProblem } from './types.ts'

/** Why a visit is not in a plan: each is something that would bring it in, or what keeps it out for good. */
export type DroppedReason =
  /** There is room beside all that the plan serves: searched longer, it would be in. */
  | { readonly code: 'has-room' }
  /** Its hours, dates and pins leave no moment on these days. */
  | { readonly code: 'never-open' }
  /** No road leads there on any of these days, whatever the rules say. */
  | { readonly code: 'no-way' }
  /** In, and with it all that the plan serves, if this rule were lifted. */
  | { readonly code: 'rule'; readonly ruleId: string }
  /** The same for what is asked of the visit itself. */
  | { readonly code: 'hours' | 'dates' | 'pin' | 'order' }
  /** The same if each day closed so much later. */
  | { readonly code: 'longer-days'; readonly minutes: number }
  | { readonly code: 'another-team' }
  | { readonly code: 'another-day' }
  /** In, if these were left out: together they count more, or as much. */
  | { readonly code: 'instead-of'; readonly visitIds: readonly string[] }

const DEFAULTS: ServingOptions = { seed: 1, steps: 300 }
const LONGER_MINUTES = [15, 30, 45, 60, 90, 120, 180, 240]

/**
 * Why a plan leaves a visit out, by trying again with one thing changed after another.
 *
 * Where the visit fits on its own, it is tried beside all that the plan serves, else on its own. Deterministic for a seed.
 *
 * @returns In the order above; none where nothing of it helps alone.
 * @throws RangeError when the question lacks the visit, or the plan serves it.
 */
export function explainDropped(
  question: MissionQuestion,
  travelOf: TravelOf,
  plan: MissionPlan,
  visitId: string,
  options: Partial<ServingOptions> = {},
): DroppedReason[] {
  const search = { ...DEFAULTS, ...options }
  const index = question.visits.findIndex(({ id }) => id === visitId)
  if (index < 0) throw new RangeError(`the mission has no visit ${visitId}`)
  const served = plan.days.flatMap(({ visitIds }) => visitIds)
  if (served.includes(visitId)) throw new RangeError(`the plan serves visit ${visitId}`)
  const bare = compileMission({ ...question, rules: [] }, travelOf)
  if (bare.problem.stops[index]!.shifts?.length === 0) return [{ code: 'never-open' }]
  if (!isReached(question, travelOf, index)) return [{ code: 'no-way' }]
  const compiled = compileMission(question, travelOf)
  const fitsAlone = servesAll(compiled.problem, [index], search)
  const company = fitsAlone ? served.map((id) => question.visits.findIndex((visit) => visit.id === id)) : []
  const fits = (problem: ShiftProblem) => servesAll(problem, [...company, index], search)
  if (fits(compiled.problem)) return [{ code: 'has-room' }]
  const fitsIf = (other: MissionQuestion) => fits(compileMission(other, travelOf).problem)
  return [
    ...liftedRules(question, fitsIf),
    ...liftedDemands(question, index, fitsIf),
    ...longerDays(compiled.problem, fits),
    ...(fitsIf(withAnotherTeam(question)) ? [{ code: 'another-team' } as const] : []),
    ...(fitsIf(withAnotherDay(question)) ? [{ code: 'another-day' } as const] : []),
    ...(fitsAlone ? insteadOf(question, compiled, served, index, search) : []),
  ]
}

/** Whether a road leads there from any other place on any of the days. */
function isReached(question: MissionQuestion, travelOf: TravelOf, visit: number): boolean {
  const { places, visits } = question
  const place = places.findIndex(({ id }) => id === visits[visit]!.placeId)
  if (places[place]!.id === question.startPlaceId) return true
  return travelAsks({ ...question, rules: [] }).some((ask) => {
    const { seconds } = travelOf(ask)
    return places.some((_, from) => from !== place && seconds[from * places.length + place]! < Infinity)
  })
}

function liftedRules(
  question: MissionQuestion,
  fitsIf: (other: MissionQuestion) => boolean,
): DroppedReason[] {
  return question.rules
    .filter(({ level }) => level === 'forbid')
    .filter(({ id }) => fitsIf({ ...question, rules: question.rules.filter((rule) => rule.id !== id) }))
    .map(({ id }) => ({ code: 'rule', ruleId: id }))
}

function liftedDemands(
  question: MissionQuestion,
  index: number,
  fitsIf: (other: MissionQuestion) => boolean,
): DroppedReason[] {
  const visit = question.visits[index]!
  const lifts: { code: 'hours' | 'dates' | 'pin' | 'order'; lifted: Partial<MissionVisit> }[] = [
    { code: 'hours', lifted: { hours: [] } },
    { code: 'dates', lifted: { earliest: null, latest: null } },
    { code: 'pin', lifted: { pinnedDate: null, pinnedTeamId: null } },
    { code: 'order', lifted: { afterVisitId: null } },
  ]
  return lifts
    .filter(({ lifted }) => {
      const other = { ...visit, ...lifted }
      if (JSON.stringify(other) === JSON.stringify(visit)) return false
      return fitsIf({ ...question, visits: question.visits.with(index, other) })
    })
    .map(({ code }) => ({ code }))
}

function longerDays(problem: ShiftProblem, fits: (problem: ShiftProblem) => boolean): DroppedReason[] {
  const minutes = LONGER_MINUTES.find((each) => {
    const shifts = problem.shifts.map((shift) => ({ ...shift, closes: shift.closes + 60 * each }))
    return fits({ ...problem, shifts })
  })
  return minutes === undefined ? [] : [{ code: 'longer-days', minutes }]
}

/** With one more team, as the first one is. */
function withAnotherTeam(question: MissionQuestion): MissionQuestion {
  const [first] = question.teams
  return { ...question, teams: [...question.teams, { ...first!, id: `${first!.id}+` }] }
}

function withAnotherDay(question: MissionQuestion): MissionQuestion {
  return { ...question, dates: [...question.dates, addDays(question.dates.at(-1)!, 1)] }
}

/** What falls out of the best plan that serves the visit. */
function insteadOf(
  { visits }: MissionQuestion,
  { problem, toPlan }: CompiledMission,
  served: readonly string[],
  index: number,
  { seed, steps }: ServingOptions,
): DroppedReason[] {
  const all = problem.stops.reduce((sum, { dropCost }) => sum + dropCost, 0)
  const forced = new Set<number>()
  for (let each: number | null = index; each !== null && !forced.has(each); each = problem.stops[each]!.after)
    forced.add(each)
  const stops = problem.stops.map((stop, i) => (forced.has(i) ? { ...stop, dropCost: 2 * all } : stop))
  const plan = planShifts({ ...problem, stops }, { seed, starts: 2, progress: (done) => done / (4 * steps) })
  const { droppedVisitIds } = toPlan(plan)
  if (droppedVisitIds.includes(visits[index]!.id)) return []
  return [{ code: 'instead-of', visitIds: served.filter((id) => droppedVisitIds.includes(id)) }]
}
