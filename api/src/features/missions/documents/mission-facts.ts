import { DEMONSTRATION_MARK, type Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown, tellDay } from '../../../platform/documents/french-words.ts'
import type { MissionVisitInput } from '../contract.ts'
import { mapImage } from './map-page.ts'
import { type MissionSource, nameOf, placeOf, teamName, travelDays } from './mission-source.ts'
import {
  STATUS_WORDS,
  tellClock,
  tellDuration,
  tellGrounds,
  tellKilometres,
  tellLitres,
  tellPosition,
  tellSpan,
  tellWeekday,
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

/** Day by day, the legs with what is done at their ends; the map, and what is not visited. */
export function itineraryFacts(source: MissionSource): Facts {
  const { itinerary } = source
  return {
    carte: mapImage(source),
    jours: itinerary.days.flatMap((day, index) => {
      if (!travelDays(source).includes(day)) return []
      const { date, teamId, startPlaceId, endPlaceId, legs, visits } = day
      return [
        {
          jour: tellWeekday(date),
          equipeJour: teamName(source, teamId),
          departJour: nameOf(source, startPlaceId),
          finJour: nameOf(source, endPlaceId),
          heureDepart: tellClock(legs[0]?.departsAt ?? null),
          heureFin: tellClock(legs.at(-1)?.arrivesAt ?? null),
          distanceJour: tellKilometres(day.metres),
          conduiteJour: tellDuration(day.driveSeconds),
          carburantJour: tellLitres(day.litres),
          lever: tellClock(day.sunrise),
          coucher: tellClock(day.sunset),
          etapes: legs
            .map((leg, at) => ({ leg, at }))
            // Standing at the last visit is no leg.
            .filter(({ leg, at }) => leg.metres > 0 || visits[at] !== undefined)
            .map(({ leg, at }) => ({
              de: nameOf(source, leg.fromPlaceId),
              vers: nameOf(source, leg.toPlaceId),
              part: tellClock(leg.departsAt),
              arrive: tellClock(leg.arrivesAt),
              auPlusTard: tellClock(leg.arrivesP90At),
              duree: tellDuration(leg.driveSeconds),
              km: leg.hasWay ? tellKilometres(leg.metres) : 'pas de chemin connu',
              revetement: orUnknown(tellGrounds(source.courses[index]?.[at]?.groundMetres ?? {})),
              surPlace: visits[at] ? tellVisit(source, visits[at].visitId, visits[at]) : '',
            })),
        },
      ]
    }),
    nonVisites: itinerary.droppedVisitIds.flatMap((visitId) => {
      const visit = visitOf(source, visitId)
      return visit
        ? [{ lieuNonVisite: visitPlace(source, visit), motifNonVisite: orUnknown(visit.purpose) }]
        : []
    }),
  }
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

function tellVisit(
  source: MissionSource,
  visitId: string,
  { beginsAt, endsAt }: { beginsAt: string; endsAt: string },
): string {
  const purpose = visitOf(source, visitId)?.purpose
  return `visite de ${tellClock(beginsAt)} à ${tellClock(endsAt)}${purpose ? ` : ${purpose}` : ''}`
}
