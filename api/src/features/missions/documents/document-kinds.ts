import type { Facts } from '../../../platform/documents/document-facts.ts'
import type { DocumentToMake } from '../../../platform/documents/make-document.ts'
import { contactFacts } from './contact-facts.ts'
import { costFacts } from './cost-facts.ts'
import { dayFacts, itineraryFacts } from './itinerary-facts.ts'
import { missionFacts, visitFacts } from './mission-facts.ts'
import type { MissionSource } from './mission-source.ts'
import { radioFacts } from './radio-facts.ts'
import { reportFacts } from './report-facts.ts'

export const MISSION_DOCUMENTS = [
  'mission-order',
  'mission-itinerary',
  'mission-radio-sheet',
  'mission-movement-request',
  'mission-contacts',
  'mission-report',
] as const
export type MissionDocument = (typeof MISSION_DOCUMENTS)[number]

/** Of the file that is handed over. */
export const FILE_NAMES: Readonly<Record<MissionDocument, string>> = {
  'mission-order': 'ordre-de-mission',
  'mission-itinerary': 'itineraire',
  'mission-radio-sheet': 'feuille-de-vacations-radio',
  'mission-movement-request': 'demande-de-mouvement',
  'mission-contacts': 'liste-de-contacts',
  'mission-report': 'compte-rendu-de-mission',
}

const FACTS: Readonly<Record<MissionDocument, (source: MissionSource) => Facts | Promise<Facts>>> = {
  'mission-order': (source) => ({ ...visitFacts(source), ...costFacts(source) }),
  'mission-itinerary': itineraryFacts,
  'mission-radio-sheet': radioFacts,
  'mission-movement-request': (source) => ({ ...visitFacts(source), ...dayFacts(source) }),
  'mission-contacts': contactFacts,
  'mission-report': reportFacts,
}

/** What a paper is made of; its template is named as its kind. */
export async function toMake(kind: MissionDocument, source: MissionSource): Promise<DocumentToMake> {
  const facts = { ...missionFacts(source), ...(await FACTS[kind](source)) }
  return { kind, facts, isDemonstration: source.mission.isDemonstration }
}
