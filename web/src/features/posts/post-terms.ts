import type {
  Agency,
  ComponentKind,
  ComponentState,
  LegalStatus,
  NameLanguage,
  PhysicalStatus,
  PositionConfidence,
  PositionMethod,
  PostKind,
} from '@borne/api/contracts/posts'
import type { z } from 'zod'

/** The values of the contract in the order in which people meet them. Types only come from the contract: its schemas stay on the server. */
export const PHYSICAL_STATUSES = complete<PhysicalStatus>()([
  'operational',
  'under-works',
  'planned',
  'suspended',
  'closed',
])
export const POST_KINDS = complete<PostKind>()(['land', 'river'])
export const AGENCIES = complete<Agency>()([
  'gendarmerie',
  'police',
  'customs',
  'national-guard',
  'joint',
  'unknown',
])
export const LEGAL_STATUSES = complete<LegalStatus>()([
  'international',
  'bilateral',
  'undetermined',
  'not-a-crossing-point',
  'repealed',
])
export const CONFIDENCES = complete<PositionConfidence>()(['confirmed', 'approximate', 'unconfirmed'])
export const POSITION_METHODS = complete<PositionMethod>()([
  'gps',
  'map',
  'settlement',
  'landing',
  'evidence',
  'placeholder',
  'import',
])
export const COMPONENT_KINDS = complete<ComponentKind>()([
  'office',
  'accommodation',
  'water',
  'power',
  'radio',
  'it',
  'midas',
  'sanitary',
  'fence',
  'barrier',
  'jetty',
  'vehicle',
  'boat',
  'other',
])
export const COMPONENT_STATES = complete<ComponentState>()([
  'working',
  'degraded',
  'out-of-order',
  'missing',
  'planned',
  'unknown',
])
export const NAME_LANGUAGES = complete<z.infer<typeof NameLanguage>>()(['fr', 'ar', 'en', 'other'])

/** A list that leaves out a value of the contract does not compile. */
function complete<T extends string>() {
  return <const L extends readonly T[]>(list: [T] extends [L[number]] ? L : never): L => list
}
