import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Bbox } from '../../geometry/position.ts'
import { decodeBlock, HAS_NODES, HAS_RELATIONS, HAS_WAYS } from './decode-block.ts'
import type { OsmSource, OsmVisitor, ReadOptions } from './osm-source.ts'
import { damaged, listFrames, openHandle, type PbfFrame, readBlob, unsupported } from './pbf-blobs.ts'
import { ProtoError, ProtoReader } from './proto-reader.ts'

/** Blobs that are read and inflated by other threads while one is decoded. */
const BLOBS_AHEAD = 4
const KNOWN_FEATURES: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']

interface Header {
  bbox: Bbox | null
  dataAt: string | null
}

interface Blob extends PbfFrame {
  /** Kinds inside, once it was decoded: later passes leave out those of which they want none. */
  kinds: number
}

/**
 * Opens a .osm.pbf file: checks that its frames reach its end and that it needs nothing unknown. It is then read one
 * blob at a time.
 *
 * @throws ImportError `import-file-missing`, `import-file-empty`, `import-file-not-osm`, `import-file-truncated`,
 *   `import-osm-damaged`, `import-osm-feature`.
 * @see https://wiki.openstreetmap.org/wiki/PBF_Format
 */
export async function openPbf(path: string): Promise<OsmSource> {
  const fileName = basename(path)
  const file = await openHandle(path, fileName)
  try {
    const { size: bytes } = await file.stat()
    const [first, ...frames] = await listFrames(file, fileName, bytes)
    const header = readHeader(await readBlob(file, fileName, first!), fileName, first!.offset)
    const blobs = frames
      .filter((frame) => frame.type === 'OSMData')
      .map((frame) => ({ ...frame, kinds: HAS_NODES | HAS_WAYS | HAS_RELATIONS }))
    return {
      fileName,
      bytes,
      ...header,
      read: (visitor, options = {}) => readBlobs({ file, fileName, bytes, blobs }, visitor, options),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

function readHeader(bytes: Uint8Array, fileName: string, at: number): Header {
  const header: Header = { bbox: null, dataAt: null }
  try {
    const reader = new ProtoReader(bytes)
    while (!reader.isAtEnd()) {
      const tag = reader.tag()
      if (tag === 10) header.bbox = readBbox(reader.message())
      else if (tag === 34) {
        const feature = reader.text()
        if (!KNOWN_FEATURES.includes(feature)) throw unsupported(fileName, feature)
      } else if (tag === 256) header.dataAt = new Date(reader.varint() * 1000).toISOString()
      else reader.skip(tag)
    }
  } catch (error) {
    if (error instanceof ProtoError || error instanceof RangeError) throw damaged(fileName, at, error.message)
    throw error
  }
  return header
}

function readBbox(reader: ProtoReader): Bbox {
  const bbox: Bbox = [0, 0, 0, 0]
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    const place = [8, 32, 16, 24].indexOf(tag)
    if (place >= 0) bbox[place] = reader.signed() / 1e9
    else reader.skip(tag)
  }
  return bbox
}

interface OpenedPbf {
  file: FileHandle
  fileName: string
  bytes: number
  blobs: readonly Blob[]
}

async function readBlobs(
  { file, fileName, bytes, blobs }: OpenedPbf,
  visitor: OsmVisitor,
  { signal, onProgress }: ReadOptions,
): Promise<void> {
  const wanted =
    (visitor.node ? HAS_NODES : 0) | (visitor.way ? HAS_WAYS : 0) | (visitor.relation ? HAS_RELATIONS : 0)
  const queue = blobs.filter((blob) => (blob.kinds & wanted) !== 0)
  const ahead: Promise<Uint8Array>[] = []
  const readAhead = (index: number) => {
    const blob = queue[index]
    if (!blob) return
    const content = readBlob(file, fileName, blob)
    // Awaited in its turn; until then a failure is not an unhandled one.
    content.catch(() => {})
    ahead.push(content)
  }
  for (let index = 0; index < BLOBS_AHEAD; index++) readAhead(index)
  try {
    for (const [index, blob] of queue.entries()) {
      signal?.throwIfAborted()
      const content = await ahead.shift()!
      readAhead(index + BLOBS_AHEAD)
      blob.kinds = decodeOrRefuse(content, visitor, fileName, blob.offset)
      onProgress?.(blob.offset + blob.length, bytes)
    }
    signal?.throwIfAborted()
    onProgress?.(bytes, bytes)
  } finally {
    await Promise.allSettled(ahead)
  }
}

function decodeOrRefuse(content: Uint8Array, visitor: OsmVisitor, fileName: string, at: number): number {
  try {
    return decodeBlock(content, visitor)
  } catch (error) {
    if (error instanceof ProtoError) throw damaged(fileName, at, error.message)
    throw error
  }
}
