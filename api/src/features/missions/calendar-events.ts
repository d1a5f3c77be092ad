import type { Itinerary } from '@borne/geodata/itinerary/mission-types'
import type { CalendarEvent } from '@borne/geodata/itinerary/write-ics'
import type { Mission } from './contract.ts'
import { STATUS_WORDS, tellClock, tellKilometres, tellVia } from './documents/mission-words.ts'

type Told = Pick<Mission, 'id' | 'reference' | 'title' | 'status' | 'version' | 'isDemonstration'>

interface Planned {
  readonly mission: Told & Pick<Mission, 'teams' | 'visits'>
  readonly places: ReadonlyMap<string, { readonly name: string; readonly position: [number, number] | null }>
  readonly itinerary: Itinerary
  readonly changedAt: string
}

const SETTLED: readonly Mission['status'][] = ['cleared', 'under-way', 'done']

/** A visit each, and each way to one, as the itinerary times them. */
export function itineraryEvents({ mission, places, itinerary, changedAt }: Planned): CalendarEvent[] {
  const nameOf = (id: string) => places.get(id)?.name ?? '—'
  const at = (id: string) => ({ place: nameOf(id), position: places.get(id)?.position ?? null })
  return itinerary.days
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.teamId.localeCompare(b.teamId))
    .flatMap(({ date, teamId, legs, visits }) => {
      const team = mission.teams.find(({ id }) => id === teamId)?.name ?? '—'
      const common = (part: string) => ({
        ...commonOf(mission, changedAt),
        id: `${mission.id}-${teamId}-${date}-${part}@borne`,
      })
      const ways = legs.flatMap((leg, index) =>
        leg.metres > 0
          ? {
              ...common(`trajet-${index}`),
              begins: leg.departsAt,
              ends: leg.arrivesAt,
              title: `${prefixOf(mission)} : ${nameOf(leg.fromPlaceId)} → ${nameOf(leg.toPlaceId)}`,
              description: [
                team,
                tellKilometres(leg.metres),
                tellVia(leg),
                `au plus tard ${tellClock(leg.arrivesP90At)} (9 fois sur 10)`,
              ]
                .filter(Boolean)
                .join(', '),
              ...at(leg.fromPlaceId),
            }
          : [],
      )
      const stays = visits.map(({ visitId, beginsAt, endsAt }) => {
        const visit = mission.visits.find(({ id }) => id === visitId)
        const placeId = visit?.placeId ?? ''
        return {
          ...common(`visite-${visitId}`),
          begins: beginsAt,
          ends: endsAt,
          title: `${prefixOf(mission)} : visite de ${nameOf(placeId)}`,
          description: [team, visit?.purpose].filter(Boolean).join(', '),
          ...at(placeId),
        }
      })
      return [...ways, ...stays]
    })
}

/** The mission as a whole: its days. */
export function missionEvent(
  mission: Told & Pick<Mission, 'purpose' | 'from' | 'until'>,
  { changedAt, url }: { readonly changedAt: string; readonly url: string },
): CalendarEvent {
  return {
    ...commonOf(mission, changedAt),
    id: `${mission.id}@borne`,
    begins: mission.from,
    ends: mission.until,
    title: `${prefixOf(mission)} : ${mission.title}`,
    description: [`Mission ${STATUS_WORDS[mission.status]}`, mission.purpose].filter(Boolean).join('. '),
    place: '',
    position: null,
    url,
  }
}

function commonOf({ version, status }: Told, changedAt: string) {
  return { changedAt, version, isSettled: SETTLED.includes(status) }
}

function prefixOf({ isDemonstration, reference }: Told): string {
  return `${isDemonstration ? 'DÉMONSTRATION – ' : ''}${reference}`
}
