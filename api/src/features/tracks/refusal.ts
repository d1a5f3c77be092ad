import type { TrackErrorCode } from '@borne/geodata/tracks/track-error'
import type { Language, ProblemCode, ProblemParams } from '../../platform/problems.ts'
import { problem, problemBody } from '../../platform/problems.ts'
import type { Track } from './contract.ts'

/** Why a track was refused: a code of the catalogue with what fills its words. */
export interface Refusal {
  readonly code: ProblemCode
  readonly params: ProblemParams
}

const CODES: Readonly<Record<TrackErrorCode, ProblemCode>> = {
  'bad-encoding': 'track-encoding-wrong',
  'encoding-not-supported': 'track-encoding-unknown',
  'no-points': 'track-without-points',
  'not-gpx': 'track-not-gpx',
  'not-xml': 'track-not-xml',
  'nothing-left': 'track-nothing-left',
  'outside-network': 'track-outside-network',
  'too-few-points': 'track-too-short',
  'too-many-points': 'track-too-many-points',
  'xml-doctype': 'track-doctype',
  'xml-token-too-long': 'track-excessive',
  'xml-too-deep': 'track-excessive',
}

export function refusalOf(code: TrackErrorCode, facts: ProblemParams): Refusal {
  return { code: CODES[code], params: facts }
}

/** In a person's language. */
export function tellRefusal({ code, params }: Refusal, language: Language): NonNullable<Track['refusal']> {
  const { title, detail } = problemBody(problem(code, params), language)
  return { code, title, detail }
}
