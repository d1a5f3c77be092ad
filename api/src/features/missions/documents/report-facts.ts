import type { Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown, tellDay } from '../../../platform/documents/french-words.ts'
import type { MissionEvent } from '../contract.ts'
import { compareTracks } from '../tell-driven.ts'
import { visitPlace } from './mission-facts.ts'
import { type MissionSource, nameOf, placeOf, teamName, travelDays } from './mission-source.ts'
import { tellClock, tellDuration, tellKilometres, tellWeekday } from './mission-words.ts'

/** The plan against what happened: what was recorded on the way, the legs as tracks tell them, what the visits found. */
export async function reportFacts(source: MissionSource): Promise<Facts> {
  const { mission, itinerary } = source
  const tracks = await source.loadTracks()
  const courses = tracks.map(({ course }) => course)
  const begun = mission.events.find(({ kind }) => kind === 'begun')
  const done = mission.events.findLast(({ kind }) => kind === 'done')
  const note = done && 'note' in done.payload ? done.payload.note : ''
  return {
    debutReel: begun ? tellMoment(begun.happenedAt) : '—',
    finReelle: done ? tellMoment(done.happenedAt) : '—',
    estTerminee: done !== undefined,
    remarques: note,
    traces: tracks.map(({ name }) => ({ trace: name })),
    joursCompares: travelDays(source).map((day) => {
      const driven = compareTracks(day, courses, (id) => placeOf(source, id)?.position)
      return {
        jourCompare: tellWeekday(day.date),
        equipeCompare: teamName(source, day.teamId),
        trajets: day.legs.flatMap((leg, index) => {
          if (leg.metres <= 0) return []
          const real = driven[index] ?? null
          return [
            {
              trajet: `${nameOf(source, leg.fromPlaceId)} → ${nameOf(source, leg.toPlaceId)}`,
              prevuArrivee: tellClock(leg.arrivesAt),
              reelArrivee: tellClock(real?.arrivedAt ?? null),
              prevuDuree: tellDuration(leg.driveSeconds + leg.restSeconds),
              reelDuree: real?.seconds == null ? '—' : tellDuration(real.seconds),
              prevuKm: tellKilometres(leg.metres),
              reelKm: real ? tellKilometres(real.metres) : '—',
            },
          ]
        }),
      }
    }),
    faits: mission.events
      .filter(({ kind }) => kind === 'checked-in' || kind === 'deviated')
      .map((event) => wayFact(source, event)),
    constats: mission.visits.map((visit) => {
      const report = findReport(mission.events, visit.id)
      const planned = itinerary.days.find(({ visits }) => visits.some(({ visitId }) => visitId === visit.id))
      return {
        lieuConstat: visitPlace(source, visit),
        motifConstat: orUnknown(visit.purpose),
        prevuConstat: planned ? tellDay(planned.date) : 'non prévue',
        faitConstat: report ? (report.visitedOn === null ? 'non visité' : tellDay(report.visitedOn)) : '—',
        constat: report?.findings ?? '',
        liens: linkedWorks(visit.reasons),
      }
    }),
  }
}

function tellMoment(instant: string): string {
  return `${tellDay(instant.slice(0, 10))} à ${tellClock(instant)}`
}

function wayFact(source: MissionSource, event: MissionEvent): Facts {
  const isDeviation = event.kind === 'deviated'
  const payload = event.payload as { teamId: string; placeId?: string | null; note: string }
  const where = payload.placeId ? nameOf(source, payload.placeId) : 'en route'
  return {
    momentFait: tellMoment(event.happenedAt),
    equipeFait: teamName(source, payload.teamId),
    natureFait: isDeviation ? 'écart' : `pointage, ${where}`,
    noteFait: orUnknown(payload.note),
  }
}

function findReport(events: readonly MissionEvent[], visitId: string) {
  const done = events.findLast(({ kind }) => kind === 'done')
  return done?.kind === 'done' ? done.payload.visits.find((visit) => visit.visitId === visitId) : undefined
}

/** The contracts that a visit was due for, by their references. */
function linkedWorks(reasons: MissionSource['mission']['visits'][number]['reasons']): string {
  const references = reasons.flatMap(({ values }) =>
    'contractId' in values && values.reference !== undefined ? [String(values.reference)] : [],
  )
  return references.length > 0 ? `marchés ${[...new Set(references)].join(', ')}` : ''
}
