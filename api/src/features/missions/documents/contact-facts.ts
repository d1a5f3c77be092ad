import type { Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown } from '../../../platform/documents/french-words.ts'
import { type MissionSource, nameOf, placeOf } from './mission-source.ts'
import { tellPosition } from './mission-words.ts'

/** Who answers where the mission goes, sleeps and takes fuel, once for each place. */
export function contactFacts(source: MissionSource): Facts {
  const { question, settings, itinerary } = source
  const visited = question.visits
    .filter(({ id }) => !itinerary.droppedVisitIds.includes(id))
    .map(({ placeId }) => placeId)
  const ids = [
    ...new Set([question.startPlaceId, ...visited, ...question.nightPlaceIds, question.endPlaceId]),
  ]
  return {
    lieux: ids.map((placeId) => {
      const known = settings.places.find(({ id }) => id === placeId)
      const place = placeOf(source, placeId)
      const kinds = [
        known?.isAuthority ? 'autorité' : '',
        visited.includes(placeId) ? 'visite' : '',
        question.nightPlaceIds.includes(placeId) ? 'nuit' : '',
        place?.sellsFuel ? 'carburant' : '',
      ].filter(Boolean)
      return {
        lieu: nameOf(source, placeId),
        nature: kinds.join(', ') || 'base',
        contact: orUnknown(known?.contact),
        position: place ? tellPosition(place.position) : '—',
      }
    }),
  }
}
