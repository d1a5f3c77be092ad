import type { ExchangedMission, ExchangedPlace } from '@borne/geodata/itinerary/exchanged-mission'
import type { MissionPlace, TimedDay } from '@borne/geodata/itinerary/mission-types'
import { writeGpx } from '@borne/geodata/itinerary/write-gpx'
import { type CalendarEvent, writeIcs } from '@borne/geodata/itinerary/write-ics'
import { writeKml } from '@borne/geodata/itinerary/write-kml'
import { DEMONSTRATION_MARK } from '../../../platform/documents/document-facts.ts'
import { dayColour } from './draw-map.ts'
import { visitOf } from './mission-facts.ts'
import { type MissionSource, nameOf, placeOf, teamName, travelDays } from './mission-source.ts'
import { tellClock, tellDuration, tellKilometres, tellSpan, tellWeekday } from './mission-words.ts'

export const EXCHANGE_FORMATS = ['gpx', 'kml', 'ics'] as const
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number]

/** A mission for GPS units, globes and calendars. */
export function exchangeMission(source: MissionSource, format: ExchangeFormat): string {
  if (format === 'ics') return writeIcs(calendarOf(source))
  const exchanged = exchangedOf(source)
  return format === 'gpx' ? writeGpx(exchanged) : writeKml(exchanged)
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
        { id: day.startPlaceId, at: day.legs[0]?.departsAt ?? null },
        ...day.legs.map(({ toPlaceId, arrivesAt }) => ({ id: toPlaceId, at: arrivesAt })),
      ].flatMap(({ id, at }) => {
        const place = placeOf(source, id)
        return place ? [{ name: place.name, position: place.position, at: tellClock(at) }] : []
      }),
      lines: (courses[itinerary.days.indexOf(day)] ?? []).flatMap((course) =>
        course && course.coordinates.length > 1 ? [course.coordinates] : [],
      ),
    })),
  }
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

/** A visit each, and the way to it. */
function calendarOf(source: MissionSource): Parameters<typeof writeIcs>[0] {
  const { mission, knownAt } = source
  const mark = mission.isDemonstration ? 'DÉMONSTRATION – ' : ''
  const events = travelDays(source).flatMap(({ date, teamId, legs, visits }): CalendarEvent[] => {
    const team = teamName(source, teamId)
    const id = (part: string) => `${mission.id}-${teamId}-${date}-${part}@borne`
    return [
      ...legs
        .map((leg, index) => ({ leg, index }))
        .filter(({ leg }) => leg.metres > 0)
        .map(({ leg, index }) => ({
          id: id(`trajet-${index}`),
          begins: leg.departsAt,
          ends: leg.arrivesAt,
          title: `${mark}${mission.reference} : ${nameOf(source, leg.fromPlaceId)} → ${nameOf(source, leg.toPlaceId)}`,
          description: `${team}, ${tellKilometres(leg.metres)}, au plus tard ${tellClock(leg.arrivesP90At)} (9 fois sur 10)`,
          place: nameOf(source, leg.fromPlaceId),
          position: placeOf(source, leg.fromPlaceId)?.position ?? null,
        })),
      ...visits.map(({ visitId, beginsAt, endsAt }) => {
        const visit = visitOf(source, visitId)
        const placeId = visit?.placeId ?? ''
        return {
          id: id(`visite-${visitId}`),
          begins: beginsAt,
          ends: endsAt,
          title: `${mark}${mission.reference} : visite de ${nameOf(source, placeId)}`,
          description: [team, visit?.purpose].filter(Boolean).join(', '),
          place: nameOf(source, placeId),
          position: placeOf(source, placeId)?.position ?? null,
        }
      }),
    ]
  })
  const isSettled = ['cleared', 'under-way', 'done'].includes(mission.status)
  return { name: titleOf(source), madeAt: knownAt, version: mission.version, isSettled, events }
}
