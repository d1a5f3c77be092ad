import type { Bbox } from '../../geometry/position.ts'

export type OsmTags = ReadonlyMap<string, string>
export const NO_TAGS: OsmTags = new Map()

export interface OsmMember {
  type: 'node' | 'way' | 'relation'
  ref: number
  role: string
}

/** What is called for each thing of a file. What is left out is not decoded. */
export interface OsmVisitor {
  /** Degrees × 10⁷, whole numbers. Tags are decoded when asked for, during the call only. */
  node?(id: number, lonE7: number, latE7: number, tags: () => OsmTags): void
  /** Ways with none of these keys are passed over. */
  wayKeys?: readonly string[]
  way?(id: number, refs: readonly number[], tags: OsmTags): void
  relation?(id: number, tags: OsmTags, members: () => OsmMember[]): void
}

export interface ReadOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((bytesRead: number, bytesTotal: number) => void) | undefined
}

/** A file of OpenStreetMap data that can be read several times over. */
export interface OsmSource {
  readonly fileName: string
  readonly bytes: number
  /** As the file's header states it; null where it does not. */
  readonly bbox: Bbox | null
  /** Day and time of the data in UTC, as the header states it. */
  readonly dataAt: string | null
  /**
   * Goes once through the file.
   *
   * @throws ImportError `import-file-truncated`, `import-osm-damaged`; the signal's reason when it aborts.
   */
  read(visitor: OsmVisitor, options?: ReadOptions): Promise<void>
  close(): Promise<void>
}
