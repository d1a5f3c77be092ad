import type { TimedDay } from '@borne/geodata/itinerary/mission-types'
import type { Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown } from '../../../platform/documents/french-words.ts'
import type { LegCourses } from '../answer-mission.ts'
import { mapImage } from './map-page.ts'
import { visitOf, visitPlace } from './mission-facts.ts'
import { type MissionSource, nameOf, teamName, travelDays } from './mission-source.ts'
import {
  tellClock,
  tellDuration,
  tellGrounds,
  tellKilometres,
  tellLitres,
  tellVia,
  tellWeekday,
} from './mission-words.ts'

/** Day by day, the legs with what is done at their ends; the map, and what is not visited. */
export function itineraryFacts(source: MissionSource): Facts {
  return {
    ...dayFacts(source),
    carte: mapImage(source),
    nonVisites: source.itinerary.droppedVisitIds.flatMap((visitId) => {
      const visit = visitOf(source, visitId)
      return visit
        ? [{ lieuNonVisite: visitPlace(source, visit), motifNonVisite: orUnknown(visit.purpose) }]
        : []
    }),
  }
}

/** Each day of each team with its legs. */
export function dayFacts(source: MissionSource): Facts {
  return {
    jours: travelDays(source).map((day) => ({
      jour: tellWeekday(day.date),
      equipeJour: teamName(source, day.teamId),
      departJour: nameOf(source, day.startPlaceId),
      finJour: nameOf(source, day.endPlaceId),
      heureDepart: tellClock(day.legs[0]?.departsAt ?? null),
      heureFin: tellClock(day.legs.at(-1)?.arrivesAt ?? null),
      distanceJour: tellKilometres(day.metres),
      conduiteJour: tellDuration(day.driveSeconds),
      carburantJour: tellLitres(day.litres),
      lever: tellClock(day.sunrise),
      coucher: tellClock(day.sunset),
      etapes: legFacts(source, day),
    })),
  }
}

/** Standing at the last visit is no leg. */
function legFacts(source: MissionSource, day: TimedDay): Facts[] {
  const { legs, visits } = day
  const courses = source.courses[source.itinerary.days.indexOf(day)] ?? []
  return legs.flatMap((leg, at) => {
    const visit = visits[at]
    if (leg.metres <= 0 && !visit) return []
    return [
      {
        de: nameOf(source, leg.fromPlaceId),
        vers: nameOf(source, leg.toPlaceId),
        part: tellClock(leg.departsAt),
        arrive: tellClock(leg.arrivesAt),
        auPlusTard: tellClock(leg.arrivesP90At),
        duree: tellDuration(leg.driveSeconds),
        km: leg.hasWay ? tellKilometres(leg.metres) : 'pas de chemin connu',
        revetement: [tellVia(leg), tellWay(courses[at] ?? null)].filter(Boolean).join(' ; '),
        surPlace: visit ? tellVisit(source, visit) : '',
      },
    ]
  })
}

function tellWay(course: LegCourses[number][number]): string {
  if (!course) return orUnknown('')
  const grounds = tellGrounds(course.groundMetres)
  return course.undrawnMetres > 0
    ? `${grounds}, dont ${tellKilometres(course.undrawnMetres)} au tracé inconnu`
    : orUnknown(grounds)
}

function tellVisit(source: MissionSource, { visitId, beginsAt, endsAt }: TimedDay['visits'][number]): string {
  const purpose = visitOf(source, visitId)?.purpose
  return `visite de ${tellClock(beginsAt)} à ${tellClock(endsAt)}${purpose ? ` : ${purpose}` : ''}`
}
