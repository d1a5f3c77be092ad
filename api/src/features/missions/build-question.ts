import type { MissionPlace } from '@borne/geodata/itinerary/mission-types'
import { addDays, daysBetween } from '@borne/geodata/works/days'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { MissionInput, MissionQuestionAnswer } from './contract.ts'
import type { Question } from './plan-contract.ts'
import { findPlacedPosts, type StoredMission } from './queries.ts'
import type { MissionSettings } from './settings-contract.ts'
import { findSettings } from './settings-queries.ts'

type LeftOut = MissionQuestionAnswer['leftOut'][number]

/** Rule that stands for the paper that clears a mission. */
export const CLEARANCE_RULE_ID = 'mission-clearance'

/**
 * The question of a mission, with all that it names: visits without a place that can be driven to are left out, and told.
 *
 * @throws problem `mission-incomplete` without a start, an end or a team.
 */
export async function buildQuestion(db: Db, mission: StoredMission): Promise<MissionQuestionAnswer> {
  const settings = await findSettings(db)
  const leftOut: LeftOut[] = []
  const known = await findKnownPlaces(db, settings)
  const visits = chooseVisits(mission, known, leftOut)
  const question: z.output<typeof Question> = {
    dates: datesOf(mission),
    teams: chooseTeams(mission, settings, leftOut),
    startPlaceId: stated(mission, 'startPlaceId', known),
    endPlaceId: stated(mission, 'endPlaceId', known),
    nightPlaceIds: chooseNights(mission, known, leftOut),
    places: [],
    visits,
    areas: [],
    rules: rulesOf(mission, settings),
  }
  if (question.teams.length === 0)
    throw problem('mission-incomplete', { reference: mission.reference }, { field: 'teams' })
  const used = new Set([question.startPlaceId, question.endPlaceId, ...question.nightPlaceIds])
  for (const { placeId } of visits) used.add(placeId)
  // A stop more may be needed there.
  for (const { id, sellsFuel, isArchived } of settings.places) if (sellsFuel && !isArchived) used.add(id)
  const places = [...used].flatMap((id) => known.get(id)?.place ?? [])
  const areas = settings.areas
    .filter(({ id }) => question.rules.some(({ areaId }) => areaId === id))
    .map(({ id, name, polygon }) => ({ id, name, polygon }))
  return {
    question: { ...question, places, areas },
    plan: mission.plan,
    version: mission.version,
    allowanceRates: settings.allowanceRates.filter(({ isArchived }) => !isArchived),
    fuelPrices: settings.fuelPrices.filter(({ isArchived }) => !isArchived),
    leftOut,
  }
}

/** All days of a mission. */
function datesOf({ from, until }: Pick<MissionInput, 'from' | 'until'>): string[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index))
}

interface KnownPlace {
  /** Null where nobody has placed it. */
  readonly place: MissionPlace | null
  readonly isArchived: boolean
}

async function findKnownPlaces(db: Db, { places }: MissionSettings): Promise<Map<string, KnownPlace>> {
  const known = new Map<string, KnownPlace>()
  for (const { id, name, position, allowsNight, sellsFuel, isArchived } of places)
    known.set(id, { place: { id, name, position, allowsNight, sellsFuel }, isArchived })
  for (const { id, name, position, isArchived } of await findPlacedPosts(db)) {
    const place = position ? { id, name, position, allowsNight: false, sellsFuel: false } : null
    known.set(id, { place, isArchived })
  }
  return known
}

function stated(
  mission: StoredMission,
  field: 'startPlaceId' | 'endPlaceId',
  known: ReadonlyMap<string, KnownPlace>,
): string {
  const id = mission[field]
  if (id === null || !known.get(id)?.place)
    throw problem('mission-incomplete', { reference: mission.reference }, { field })
  return id
}

function chooseVisits(
  { visits }: StoredMission,
  known: ReadonlyMap<string, KnownPlace>,
  leftOut: LeftOut[],
): z.output<typeof Question>['visits'] {
  const asked = visits.filter(({ id, placeId }) => {
    const found = known.get(placeId)
    const reason = !found ? 'unknown' : found.isArchived ? 'archived' : found.place ? null : 'no-position'
    if (reason) leftOut.push({ id, kind: 'visit', reason })
    return reason === null
  })
  const ids = new Set(asked.map(({ id }) => id))
  return asked.map(({ purpose: _what, reasons: _why, afterVisitId, ...visit }) => ({
    ...visit,
    afterVisitId: afterVisitId !== null && ids.has(afterVisitId) ? afterVisitId : null,
  }))
}

function chooseNights(
  { nightPlaceIds }: StoredMission,
  known: ReadonlyMap<string, KnownPlace>,
  leftOut: LeftOut[],
): string[] {
  return [...new Set(nightPlaceIds)].filter((id) => {
    const found = known.get(id)
    const reason = !found?.place
      ? 'unknown'
      : found.isArchived
        ? 'archived'
        : found.place.allowsNight
          ? null
          : 'no-night'
    if (reason) leftOut.push({ id, kind: 'night-place', reason })
    return reason === null
  })
}

/** A vehicle that is not ready is told, and taken all the same: it may be by then. */
function chooseTeams(
  { teams }: StoredMission,
  { vehicles }: MissionSettings,
  leftOut: LeftOut[],
): z.output<typeof Question>['teams'] {
  return teams.map(({ id, name, hasEscort, vehicleIds }) => ({
    id,
    name,
    hasEscort,
    vehicles: vehicleIds.flatMap((vehicleId) => {
      const vehicle = vehicles.find((one) => one.id === vehicleId)
      if (!vehicle || vehicle.isArchived) {
        leftOut.push({ id: vehicleId, kind: 'vehicle', reason: vehicle ? 'archived' : 'unknown' })
        return []
      }
      if (vehicle.state !== 'ready') leftOut.push({ id: vehicleId, kind: 'vehicle', reason: 'not-ready' })
      const { profileId, seats, tankLitres, spareLitres } = vehicle
      return { id: vehicleId, name: vehicle.name, profileId, seats, tankLitres, spareLitres }
    }),
  }))
}

type Rule = z.output<typeof Question>['rules'][number]

function rulesOf({ clearance }: StoredMission, { rules }: MissionSettings): Rule[] {
  const active = rules
    .filter(({ isActive }) => isActive)
    .map(({ id, name, level, demand, areaId, season, profileId, source }) => ({
      id,
      name,
      level,
      demand,
      areaId,
      season,
      profileId,
      source,
    }))
  if (!clearance) return active
  const { number, from, until } = clearance
  const paper: Rule = {
    id: CLEARANCE_RULE_ID,
    name: number,
    level: 'forbid',
    demand: { kind: 'clearance', from, until },
    areaId: null,
    season: null,
    profileId: null,
    source: number,
  }
  return [...active, paper]
}
