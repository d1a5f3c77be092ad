import type { LegalStatus, PhysicalStatus } from '../../posts/contract.ts'
import type { WorksStage } from '../../works/contract.ts'
import type { PlaqueState } from '../facts.ts'
import type { Texts } from '../slide-contract.ts'

/** In the order in which they are listed and drawn everywhere. */
export const STATUSES: readonly PhysicalStatus[] = [
  'operational',
  'under-works',
  'planned',
  'suspended',
  'closed',
]

export const STATUS_WORDS: Readonly<Record<PhysicalStatus, Texts>> = {
  operational: { fr: 'Opérationnel', en: 'Operational' },
  'under-works': { fr: 'En travaux', en: 'Under works' },
  planned: { fr: 'Prévu', en: 'Planned' },
  suspended: { fr: 'Suspendu', en: 'Suspended' },
  closed: { fr: 'Fermé', en: 'Closed' },
}

/** After a count: «2 opérationnels». */
export const STATUS_COUNTS: Readonly<
  Record<PhysicalStatus, Readonly<Record<'fr' | 'en', [string, string]>>>
> = {
  operational: { fr: ['opérationnel', 'opérationnels'], en: ['operational', 'operational'] },
  'under-works': { fr: ['en travaux', 'en travaux'], en: ['under works', 'under works'] },
  planned: { fr: ['prévu', 'prévus'], en: ['planned', 'planned'] },
  suspended: { fr: ['suspendu', 'suspendus'], en: ['suspended', 'suspended'] },
  closed: { fr: ['fermé', 'fermés'], en: ['closed', 'closed'] },
}

export const LEGAL_WORDS: Readonly<Record<LegalStatus, Texts>> = {
  international: { fr: 'International', en: 'International' },
  bilateral: { fr: 'Bilatéral', en: 'Bilateral' },
  undetermined: { fr: 'Non déterminé', en: 'Undetermined' },
  'not-a-crossing-point': { fr: 'Pas un point de passage', en: 'Not a crossing point' },
  repealed: { fr: 'Abrogé', en: 'Repealed' },
}

export const AGENCY_WORDS: Readonly<Record<string, Texts>> = {
  gendarmerie: { fr: 'Gendarmerie', en: 'Gendarmerie' },
  police: { fr: 'Police (DGSN)', en: 'Police (DGSN)' },
  customs: { fr: 'Douanes', en: 'Customs' },
  'national-guard': { fr: 'Garde nationale', en: 'National guard' },
  joint: { fr: 'Poste mixte', en: 'Joint post' },
  unknown: { fr: 'Non précisé', en: 'Not stated' },
}

export const STAGE_WORDS: Readonly<Record<WorksStage, Texts>> = {
  preparation: { fr: 'En préparation', en: 'In preparation' },
  tender: { fr: 'Appel d’offres', en: 'Tender' },
  award: { fr: 'Attribué', en: 'Awarded' },
  signature: { fr: 'Signé', en: 'Signed' },
  started: { fr: 'En cours', en: 'Running' },
  stopped: { fr: 'Arrêté', en: 'Stopped' },
  'pre-accepted': { fr: 'Pré-réception', en: 'Pre-accepted' },
  'provisionally-accepted': { fr: 'Sous garantie', en: 'Under guarantee' },
  'finally-accepted': { fr: 'Réception définitive', en: 'Finally accepted' },
  closed: { fr: 'Clos', en: 'Closed' },
  terminated: { fr: 'Résilié', en: 'Terminated' },
}

export const PLAQUE_WORDS: Readonly<Record<PlaqueState, Texts>> = {
  seen: { fr: 'Vue', en: 'Seen' },
  missing: { fr: 'Manquante', en: 'Missing' },
  damaged: { fr: 'Abîmée', en: 'Damaged' },
  wrong: { fr: 'Non conforme', en: 'Not as required' },
  unknown: { fr: 'Non vérifiée', en: 'Not checked' },
}
