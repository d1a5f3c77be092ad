import type { Day, Instant } from '@borne/geodata/works/types'
import type { WorksFile } from '../contract.ts'

/** All that a document is made of, and when. */
export interface DocumentSource extends Pick<WorksFile, 'contract' | 'events' | 'photos' | 'calendars'> {
  /** The day that a state of the works is told for; a document about an event tells that of the event. */
  readonly on: Day
  readonly knownAt: Instant
  /** The event that the document is about; undefined = the latest that fits. */
  readonly eventId: string | undefined
  /** The picture of a photo, as WebP; undefined when it is lost. */
  loadPhoto(photoId: string): Promise<Buffer | undefined>
}
