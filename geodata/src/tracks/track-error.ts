/** Why a file is not taken as a track. */
export type TrackErrorCode =
  | 'encoding-not-supported'
  | 'bad-encoding'
  | 'not-xml'
  | 'not-gpx'
  | 'xml-doctype'
  | 'xml-too-deep'
  | 'xml-token-too-long'
  | 'no-points'
  | 'too-few-points'
  | 'too-many-points'
  | 'nothing-left'
  | 'outside-network'

/** A file that is not taken as a track, by a code and the facts of the case: no sentence, for that is the screen's. */
export class TrackError extends Error {
  readonly code: TrackErrorCode
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: TrackErrorCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.name = 'TrackError'
    this.code = code
    this.facts = facts
  }
}
