import { compileMission } from './compile-mission.ts'
import { fuelStop } from './fuel-stop.ts'
import type { MissionQuestion, MissionVisit, TravelOf } from './mission-types.ts'
import { type ServingOptions, servesAll } from './serves-all.ts'

/** Something that a question asks for and that may exclude something else. */
export type ConflictPart =
  | { readonly kind: 'rule'; readonly ruleId: string }
  /** That the visit is made at all; the others, what is asked of when and by whom. */
  | { readonly kind: 'visit' | 'hours' | 'dates' | 'pin' | 'order'; readonly visitId: string }
  /** No part of it but a way out: all that is required can be had with one more stop, to fill up there. */
  | { readonly kind: 'fuel-stop'; readonly placeId: string }

const DEFAULTS: ServingOptions = { seed: 1, steps: 400 }

/**
 * Why no plan serves what is required: a set of rules, required visits and what is asked of them that exclude each other, and
 * of which none may be left out.
 *
 * Found by deletion: each part is left out in turn and stays out where the rest still excludes itself. Visits go first, so
 * that few are named. Deterministic for a seed; as it rests on a search, a part more than needed is possible.
 *
 * Where it is only the litres that do not last, the places at which one stop more would make them last follow.
 *
 * @returns null where a plan serves all that is required. An empty list: not even without any rule or visit can the teams get
 *   from the start to the end.
 */
export function findConflict(
  question: MissionQuestion,
  travelOf: TravelOf,
  options: Partial<ServingOptions> = {},
): ConflictPart[] | null {
  const search = { ...DEFAULTS, ...options }
  const excludes = (parts: readonly ConflictPart[]) => !isServed(keepOnly(question, parts), travelOf, search)
  let parts = partsOf(question)
  if (!excludes(parts)) return null
  const alone = parts.filter(isVisit).find((visit) => {
    return excludes(parts.filter((part) => !isVisit(part) || part === visit))
  })
  if (alone) parts = parts.filter((part) => !isVisit(part) || part === alone)
  for (const part of [...parts]) {
    const rest = parts.filter((other) => other !== part)
    if (excludes(rest)) parts = rest
  }
  return [...parts, ...fuelStops(question, travelOf, search)]
}

const ENDLESS_LITRES = 1e9

function fuelStops(question: MissionQuestion, travelOf: TravelOf, search: ServingOptions): ConflictPart[] {
  const teams = question.teams.map((team) => ({
    ...team,
    vehicles: team.vehicles.map((vehicle) => ({ ...vehicle, tankLitres: ENDLESS_LITRES })),
  }))
  if (!isServed({ ...question, teams }, travelOf, search)) return []
  return question.places
    .filter(({ id, sellsFuel }) => {
      const visits = [...question.visits, fuelStop(id, 'fuel-stop')]
      return sellsFuel && isServed({ ...question, visits }, travelOf, search)
    })
    .map(({ id }) => ({ kind: 'fuel-stop', placeId: id }))
}

function isVisit({ kind }: ConflictPart): boolean {
  return kind === 'visit'
}

function partsOf({ visits, rules }: MissionQuestion): ConflictPart[] {
  const required = visits.filter(({ priority }) => priority === 'required')
  return [
    ...required.map(({ id }): ConflictPart => ({ kind: 'visit', visitId: id })),
    ...required.flatMap(demandsOfVisit),
    ...rules
      .filter(({ level }) => level === 'forbid')
      .map(({ id }): ConflictPart => ({ kind: 'rule', ruleId: id })),
  ]
}

function demandsOfVisit(visit: MissionVisit): ConflictPart[] {
  const { id: visitId, hours, earliest, latest, pinnedDate, pinnedTeamId, afterVisitId } = visit
  return [
    ...(hours.length > 0 ? [{ kind: 'hours', visitId } as const] : []),
    ...(earliest !== null || latest !== null ? [{ kind: 'dates', visitId } as const] : []),
    ...(pinnedDate !== null || pinnedTeamId !== null ? [{ kind: 'pin', visitId } as const] : []),
    ...(afterVisitId !== null ? [{ kind: 'order', visitId } as const] : []),
  ]
}

/** The question with those parts alone; visits that are not required stay only to be made before others. */
function keepOnly(question: MissionQuestion, parts: readonly ConflictPart[]): MissionQuestion {
  const has = (kind: ConflictPart['kind'], id: string) =>
    parts.some((part) => part.kind === kind && idOf(part) === id)
  return {
    ...question,
    rules: question.rules.filter(({ id }) => has('rule', id)),
    visits: question.visits.map((visit) => {
      if (visit.priority !== 'required') return visit
      const { id } = visit
      return {
        ...visit,
        priority: has('visit', id) ? 'required' : 'low',
        hours: has('hours', id) ? visit.hours : [],
        ...(has('dates', id) ? {} : { earliest: null, latest: null }),
        ...(has('pin', id) ? {} : { pinnedDate: null, pinnedTeamId: null }),
        afterVisitId: has('order', id) ? visit.afterVisitId : null,
      }
    }),
  }
}

function idOf(part: ConflictPart): string {
  if (part.kind === 'rule') return part.ruleId
  return part.kind === 'fuel-stop' ? part.placeId : part.visitId
}

function isServed(question: MissionQuestion, travelOf: TravelOf, options: ServingOptions): boolean {
  const { problem } = compileMission(question, travelOf)
  const required = question.visits.flatMap(({ priority }, stop) => (priority === 'required' ? [stop] : []))
  return servesAll(problem, required, options)
}
