import type {
  ExchangedDay,
  ExchangedMission,
  ExchangedPlace,
} from '@borne/geodata/itinerary/exchanged-mission'
import type { MissionPlace, TimedDay, TimedLeg } from '@borne/geodata/itinerary/mission-types'
import { writeGpx } from '@borne/geodata/itinerary/write-gpx'
import { writeIcs } from '@borne/geodata/itinerary/write-ics'
import { writeKml } from '@borne/geodata/itinerary/write-kml'
import { DEMONSTRATION_MARK } from '../../../platform/documents/document-facts.ts'
import { itineraryEvents } from '../calendar-events.ts'
import { dayColour } from './draw-map.ts'
import { visitOf } from './mission-facts.ts'
import { type MissionSource, placeOf, teamName, travelDays } from './mission-source.ts'
import { tellClock, tellDuration, tellKilometres, tellSpan, tellWeekday } from './mission-words.ts'

export const EXCHANGE_FORMATS = ['gpx', 'kml', 'ics'] as const
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number]

/** A mission for GPS units, globes and calendars. */
export function exchangeMission(source: MissionSource, format: ExchangeFormat): string {
  if (format === 'ics') return calendarFile(source)
  const exchanged = exchangedOf(source)
  return format === 'gpx' ? writeGpx(exchanged) : writeKml(exchanged)
}

function calendarFile(source: MissionSource): string {
  const { mission, question, itinerary, knownAt } = source
  const places = new Map(question.places.map((place) => [place.id, place]))
  const events = itineraryEvents({ mission, places, itinerary, changedAt: knownAt })
  return writeIcs({ name: titleOf(source), refreshHours: null, events })
}

function titleOf({ mission }: MissionSource): string {
  return `${mission.isDemonstration ? 'DÉMONSTRATION – ' : ''}${mission.reference} : ${mission.title}`
}

function exchangedOf(source: MissionSource): ExchangedMission {
  const { mission, question, knownAt, itinerary, courses } = source
  const used = new Set([question.startPlaceId, question.endPlaceId])
  for (const { legs } of itinerary.days) for (const { toPlaceId } of legs) used.add(toPlaceId)
  const mark = mission.isDemonstration ? `${DEMONSTRATION_MARK}. ` : ''
  return {
    name: titleOf(source),
    description: `${mark}${tellSpan(mission.from, mission.until)}`,
    madeAt: knownAt,
    places: question.places
      .filter(({ id, sellsFuel }) => used.has(id) || sellsFuel)
      .map((place) => placeFor(source, place)),
    days: travelDays(source).map((day) => ({
      name: `${mission.reference} ${day.date} ${teamName(source, day.teamId)}`,
      description: `${mark}${describeDay(source, day)}`,
      colour: dayColour(source, day.date),
      stops: [
        stopAt(source, day.startPlaceId, day.legs[0]?.departsAt ?? null),
        ...day.legs.flatMap((leg) => [...passedBy(leg), stopAt(source, leg.toPlaceId, leg.arrivesAt)]),
      ].flatMap((stop) => stop ?? []),
      lines: (courses[itinerary.days.indexOf(day)] ?? []).flatMap((course) =>
        course && course.coordinates.length > 1 ? [course.coordinates] : [],
      ),
    })),
  }
}

function stopAt(
  source: MissionSource,
  placeId: string,
  at: string | null,
): ExchangedDay['stops'][number] | null {
  const place = placeOf(source, placeId)
  return place ? { name: place.name, position: place.position, at: tellClock(at) } : null
}

/** Units that calculate the route anew are led over what the way is forced over. */
function passedBy({ via = [] }: TimedLeg): ExchangedDay['stops'][number][] {
  return via.flatMap(({ name, passes }) =>
    passes ? [{ name: name ?? 'Passage imposé', position: passes, at: 'passage imposé' }] : [],
  )
}

/** Where nobody has drawn the road the file has a straight line, and says so. */
function describeDay({ itinerary, courses }: MissionSource, day: TimedDay): string {
  const told = `${tellWeekday(day.date)} : ${tellKilometres(day.metres)}, ${tellDuration(day.driveSeconds)} de conduite`
  const undrawn = (courses[itinerary.days.indexOf(day)] ?? []).reduce(
    (sum, course) => sum + (course?.undrawnMetres ?? 0),
    0,
  )
  return undrawn > 0 ? `${told} ; trait droit sur ${tellKilometres(undrawn)} au tracé inconnu` : told
}

function placeFor(source: MissionSource, { id, name, position, sellsFuel }: MissionPlace): ExchangedPlace {
  const { question, itinerary } = source
  const visits = travelDays(source).flatMap(({ date, visits }) =>
    visits
      .filter(({ visitId }) => visitOf(source, visitId)?.placeId === id)
      .map(
        ({ beginsAt, visitId }) =>
          `visite le ${date} à ${tellClock(beginsAt)} : ${visitOf(source, visitId)?.purpose ?? ''}`,
      ),
  )
  const isNight = itinerary.days.some(({ endPlaceId }) => endPlaceId === id)
  const isEnd = id === question.startPlaceId || id === question.endPlaceId
  const kind = visits.length > 0 ? 'visit' : isEnd ? 'end' : isNight ? 'night' : sellsFuel ? 'fuel' : 'end'
  const also = [isNight ? 'nuit' : '', sellsFuel ? 'carburant' : ''].filter(Boolean)
  return { name, position, kind, description: [...visits, ...also].join(' ; ') || 'base' }
}
