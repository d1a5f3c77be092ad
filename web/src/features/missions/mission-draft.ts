import type {
  DueVisit,
  Mission,
  MissionInput,
  MissionPlaceRow,
  MissionVisitInput,
  Vehicle,
} from '@borne/api/contracts/missions'
import type { MissionPlan } from '@borne/geodata/itinerary/mission-types'
import { addDays } from '../../ui/days.ts'

const USUAL_DAYS = 3
const DAYS_AHEAD = 3

/** What a mission begins with: in a few days, with every ready vehicle in one team, from the first place to itself. */
export function beginMission(
  today: string,
  reference: string,
  teamName: string,
  vehicles: readonly Vehicle[],
  places: readonly MissionPlaceRow[],
): MissionInput {
  const from = addDays(today, DAYS_AHEAD)
  const usable = places.filter(({ isArchived }) => !isArchived)
  const start = usable.find(({ sellsFuel }) => sellsFuel) ?? usable[0]
  const ready = vehicles.filter(({ isArchived, state }) => !isArchived && state === 'ready')
  return {
    reference,
    title: '',
    purpose: '',
    from,
    until: addDays(from, USUAL_DAYS - 1),
    people: [],
    budgetLine: '',
    startPlaceId: start?.id ?? null,
    endPlaceId: start?.id ?? null,
    nightPlaceIds: usable.filter(({ allowsNight }) => allowsNight).map(({ id }) => id),
    teams: [
      {
        id: 'team-1',
        name: `${teamName} 1`,
        vehicleIds: ready.slice(0, 2).map(({ id }) => id),
        hasEscort: false,
      },
    ],
    visits: [],
    plan: null,
  }
}

/** The next reference of a year: one more than the highest that is written so. */
export function nextReference(year: string, references: readonly string[]): string {
  const pattern = new RegExp(`^MIS-${year}-(\\d+)$`)
  const highest = Math.max(0, ...references.map((reference) => Number(pattern.exec(reference)?.[1] ?? 0)))
  return `MIS-${year}-${String(highest + 1).padStart(3, '0')}`
}

/** What is changed of a mission, from what the server tells of it. */
export function inputOf(mission: Mission): MissionInput {
  const { reference, title, purpose, from, until, budgetLine, startPlaceId, endPlaceId } = mission
  const { nightPlaceIds, teams, visits, plan } = mission
  return {
    reference,
    title,
    purpose,
    from,
    until,
    people: mission.people ?? [],
    budgetLine,
    startPlaceId,
    endPlaceId,
    nightPlaceIds,
    teams,
    visits,
    plan,
  }
}

/** A plan as the server takes it. */
export function planInput({ days, droppedVisitIds }: MissionPlan): NonNullable<MissionInput['plan']> {
  return {
    days: days.map(({ forcedWays, ...day }) => ({
      ...day,
      visitIds: [...day.visitIds],
      ...(forcedWays && {
        forcedWays: forcedWays.map((way) => ({
          ...way,
          via: way.via.map(({ position, name }) => ({ position: [position[0], position[1]], name })),
        })),
      }),
    })),
    droppedVisitIds: [...droppedVisitIds],
  }
}

/** A post that is due becomes a visit. What was due before the mission begins is asked at any time of it. */
export function visitOfDue(due: DueVisit, from: string, until: string, purpose: string): MissionVisitInput {
  return {
    id: `visit-${due.postId}`,
    placeId: due.postId,
    minutes: due.minutes,
    priority: due.priority,
    hours: [],
    earliest: due.earliest && due.earliest > from && due.earliest <= until ? due.earliest : null,
    latest: due.latest && due.latest >= from && due.latest < until ? due.latest : null,
    pinnedDate: null,
    pinnedTeamId: null,
    afterVisitId: null,
    purpose,
    reasons: due.reasons,
  }
}

/** A visit to a place of the missions, such as an authority that is seen first. */
export function visitOfPlace(place: MissionPlaceRow): MissionVisitInput {
  return {
    id: `visit-${place.id}`,
    placeId: place.id,
    minutes: 30,
    priority: 'required',
    hours: place.hours,
    earliest: null,
    latest: null,
    pinnedDate: null,
    pinnedTeamId: null,
    afterVisitId: null,
    purpose: '',
    reasons: [],
  }
}

export function addVisit(input: MissionInput, visit: MissionVisitInput): MissionInput {
  return { ...input, visits: [...input.visits.filter(({ id }) => id !== visit.id), visit] }
}

/** Without the visit, and without what was asked to come after it. */
export function removeVisit(input: MissionInput, visitId: string): MissionInput {
  return {
    ...input,
    visits: input.visits
      .filter(({ id }) => id !== visitId)
      .map((visit) => (visit.afterVisitId === visitId ? { ...visit, afterVisitId: null } : visit)),
  }
}

export function changeVisit(
  input: MissionInput,
  visitId: string,
  change: Partial<MissionVisitInput>,
): MissionInput {
  return {
    ...input,
    visits: input.visits.map((visit) => (visit.id === visitId ? { ...visit, ...change } : visit)),
  }
}

/** A vehicle drives with one team, or with none. */
export function placeVehicle(input: MissionInput, vehicleId: string, teamId: string | null): MissionInput {
  return {
    ...input,
    teams: input.teams.map((team) => {
      const others = team.vehicleIds.filter((id) => id !== vehicleId)
      return { ...team, vehicleIds: team.id === teamId ? [...others, vehicleId] : others }
    }),
  }
}

export function addTeam(input: MissionInput, teamName: string): MissionInput {
  const number = Math.max(0, ...input.teams.map(({ id }) => Number(/^team-(\d+)$/.exec(id)?.[1] ?? 0))) + 1
  const team = { id: `team-${number}`, name: `${teamName} ${number}`, vehicleIds: [], hasEscort: false }
  return { ...input, teams: [...input.teams, team] }
}

/** Without the team; what was pinned to it is free again. */
export function removeTeam(input: MissionInput, teamId: string): MissionInput {
  return {
    ...input,
    teams: input.teams.filter(({ id }) => id !== teamId),
    people: input.people.map((person) => (person.teamId === teamId ? { ...person, teamId: null } : person)),
    visits: input.visits.map((visit) =>
      visit.pinnedTeamId === teamId ? { ...visit, pinnedTeamId: null } : visit,
    ),
  }
}

export const LACKS = ['visits', 'dates', 'vehicles', 'start', 'title'] as const
export type Lack = (typeof LACKS)[number]

/** What is missing before a mission can be planned. */
export function lacksOf(input: MissionInput): Lack[] {
  const lacks: Record<Lack, boolean> = {
    visits: input.visits.length === 0,
    dates: !(input.from && input.until && input.from <= input.until),
    vehicles: input.teams.length === 0 || input.teams.some(({ vehicleIds }) => vehicleIds.length === 0),
    start: input.startPlaceId === null || input.endPlaceId === null,
    title: input.title.trim() === '' || input.reference.trim() === '',
  }
  return LACKS.filter((lack) => lacks[lack])
}
