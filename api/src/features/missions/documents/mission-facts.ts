import { DEMONSTRATION_MARK, type Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown, tellDay } from '../../../platform/documents/french-words.ts'
import type { MissionVisitInput } from '../contract.ts'
import { type MissionSource, nameOf, placeOf, teamName, travelDays } from './mission-source.ts'
import {
  STATUS_WORDS,
  tellClock,
  tellDuration,
  tellKilometres,
  tellLitres,
  tellPosition,
  tellSpan,
} from './mission-words.ts'

/** What every paper of a mission says. */
export function missionFacts(source: MissionSource): Facts {
  const { mission, question, knownAt, itinerary } = source
  const sum = (of: (day: MissionSource['itinerary']['days'][number]) => number) =>
    itinerary.days.reduce((total, day) => total + of(day), 0)
  return {
    marque: mission.isDemonstration ? DEMONSTRATION_MARK : '',
    reference: mission.reference,
    intitule: mission.title,
    objet: mission.purpose,
    dates: tellSpan(mission.from, mission.until),
    etat: STATUS_WORDS[mission.status],
    autorisation: mission.clearance?.number ?? '',
    autorisationDates: mission.clearance ? tellSpan(mission.clearance.from, mission.clearance.until) : '',
    ligneBudgetaire: orUnknown(mission.budgetLine),
    depart: nameOf(source, question.startPlaceId),
    arrivee: nameOf(source, question.endPlaceId),
    distanceTotale: tellKilometres(sum(({ metres }) => metres)),
    conduiteTotale: tellDuration(sum(({ driveSeconds }) => driveSeconds)),
    carburantTotal: tellLitres(sum(({ litres }) => litres)),
    edite: tellDay(knownAt.slice(0, 10)),
    equipes: mission.teams.map(({ id, name, hasEscort }) => ({
      equipe: name,
      escorte: hasEscort ? 'oui' : 'non',
      vehiculesEquipe: orUnknown(
        vehiclesOf(source, id)
          .map(({ name: vehicle, registration }) => `${vehicle} (${registration})`)
          .join(', '),
      ),
    })),
    vehicules: mission.teams.flatMap(({ id, name }) =>
      vehiclesOf(source, id).map((vehicle) => ({
        vehicule: vehicle.name,
        immatriculation: vehicle.registration,
        radio: orUnknown(vehicle.radio),
        places: String(vehicle.seats),
        reservoir: `${vehicle.tankLitres + vehicle.spareLitres}\u00a0l`,
        equipeVehicule: name,
      })),
    ),
    personnes: (mission.people ?? []).map(({ name, role, phone, teamId }) => ({
      nom: name,
      fonction: role,
      telephone: orUnknown(phone),
      equipePersonne: teamId === null ? '—' : teamName(source, teamId),
    })),
    nuits: nightFacts(source),
  }
}

export function vehiclesOf(
  { mission, settings }: Pick<MissionSource, 'mission' | 'settings'>,
  teamId: string,
) {
  const ids = mission.teams.find(({ id }) => id === teamId)?.vehicleIds ?? []
  return ids.flatMap((vehicleId) => settings.vehicles.filter(({ id }) => id === vehicleId))
}

function nightFacts(source: MissionSource): Facts[] {
  const days = travelDays(source)
  return days
    .filter(({ teamId, date }) => days.some((later) => later.teamId === teamId && later.date > date))
    .map(({ teamId, date, endPlaceId }) => ({
      dateNuit: tellDay(date),
      equipeNuit: teamName(source, teamId),
      lieuNuit: nameOf(source, endPlaceId),
      contactNuit: orUnknown(contactOf(source, endPlaceId)),
    }))
}

export function contactOf({ settings }: Pick<MissionSource, 'settings'>, placeId: string): string {
  return settings.places.find(({ id }) => id === placeId)?.contact ?? ''
}

/** Visits in the order of the plan. */
export function visitFacts(source: MissionSource): Facts {
  return {
    visites: travelDays(source).flatMap(({ date, teamId, visits }) =>
      visits.flatMap(({ visitId, beginsAt, endsAt }) => {
        const visit = visitOf(source, visitId)
        if (!visit) return []
        const place = placeOf(source, visit.placeId)
        return [
          {
            lieuVisite: visitPlace(source, visit),
            dateVisite: tellDay(date),
            heureVisite: `${tellClock(beginsAt)} – ${tellClock(endsAt)}`,
            motifVisite: orUnknown(visit.purpose),
            equipeVisite: teamName(source, teamId),
            positionVisite: place ? tellPosition(place.position) : '—',
            contactVisite: orUnknown(contactOf(source, visit.placeId)),
          },
        ]
      }),
    ),
  }
}

export function visitOf(
  { mission }: Pick<MissionSource, 'mission'>,
  visitId: string,
): MissionVisitInput | undefined {
  return mission.visits.find(({ id }) => id === visitId)
}

/** A place that the plan leaves out may have been left out of the question too. */
export function visitPlace(source: MissionSource, { placeId }: MissionVisitInput): string {
  const { posts } = source.mission
  return placeOf(source, placeId)?.name ?? posts.find(({ id }) => id === placeId)?.name ?? '—'
}
