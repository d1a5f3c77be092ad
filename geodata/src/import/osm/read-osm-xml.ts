import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Bbox } from '../../geometry/position.ts'
import { ImportError } from '../import-error.ts'
import { NO_TAGS, type OsmMember, type OsmSource, type OsmVisitor, type ReadOptions } from './osm-source.ts'
import { openHandle } from './pbf-blobs.ts'

/**
 * Opens an .osm file (XML), for hand-made and small files: each pass parses it anew.
 *
 * @throws ImportError `import-file-missing`, `import-file-empty`, `import-file-not-osm`, `import-file-truncated`,
 *   `import-osm-damaged`.
 */
export async function openOsmXml(path: string): Promise<OsmSource> {
  const fileName = basename(path)
  const file = await openHandle(path, fileName)
  const { size: bytes } = await file.stat()
  await file.close()
  if (bytes === 0) throw new ImportError('import-file-empty', fileName, 'is empty')
  const bounds: { bbox: Bbox | null } = { bbox: null }
  await parse(path, fileName, bytes, {}, {}, (bbox) => {
    bounds.bbox = bbox
  })
  return {
    fileName,
    bytes,
    ...bounds,
    dataAt: null,
    read: (visitor, options = {}) => parse(path, fileName, bytes, visitor, options, () => {}),
    close: async () => {},
  }
}

async function parse(
  path: string,
  fileName: string,
  bytes: number,
  visitor: OsmVisitor,
  { signal, onProgress }: ReadOptions,
  onBounds: (bbox: Bbox) => void,
): Promise<void> {
  const parser = new SaxesParser()
  const things = new ThingReader(fileName, visitor, onBounds)
  let isComplete = false
  parser.on('opentag', (tag) => things.open(tag))
  parser.on('closetag', (tag) => things.close(tag))
  parser.on('error', (error) => {
    throw xmlError(fileName, error, things.isOsm, isComplete)
  })
  let bytesRead = 0
  for await (const chunk of createReadStream(path, { encoding: 'utf8', signal })) {
    parser.write(chunk as string)
    bytesRead += Buffer.byteLength(chunk as string)
    onProgress?.(bytesRead, bytes)
  }
  isComplete = true
  parser.close()
}

function xmlError(fileName: string, error: Error, isOsm: boolean, isComplete: boolean): ImportError {
  if (!isOsm) return new ImportError('import-file-not-osm', fileName, `is not OSM XML: ${error.message}`)
  if (isComplete) return new ImportError('import-file-truncated', fileName, 'breaks off before its end')
  const at = error.message
  return new ImportError('import-osm-damaged', fileName, `is damaged: ${at}`, [], { at })
}

type Attributes = Readonly<Record<string, string>>

/** Gathers the children of a node, way or relation and hands it over when it ends. */
class ThingReader {
  isOsm = false
  readonly #fileName: string
  readonly #visitor: OsmVisitor
  readonly #onBounds: (bbox: Bbox) => void
  #attributes: Attributes = {}
  #tags = new Map<string, string>()
  #refs: number[] = []
  #members: OsmMember[] = []

  constructor(fileName: string, visitor: OsmVisitor, onBounds: (bbox: Bbox) => void) {
    this.#fileName = fileName
    this.#visitor = visitor
    this.#onBounds = onBounds
  }

  open({ name, attributes }: SaxesTagPlain): void {
    if (!this.isOsm && name !== 'osm')
      throw new ImportError('import-file-not-osm', this.#fileName, `begins with <${name}>, not <osm>`)
    this.isOsm = true
    if (name === 'node' || name === 'way' || name === 'relation') {
      this.#attributes = attributes
      this.#tags = new Map()
      this.#refs = []
      this.#members = []
    } else if (name === 'tag') this.#tags.set(attributes.k ?? '', attributes.v ?? '')
    else if (name === 'nd') this.#refs.push(this.#number(attributes, 'ref'))
    else if (name === 'member') this.#members.push(this.#member(attributes))
    else if (name === 'bounds') this.#onBounds(this.#bounds(attributes))
  }

  close({ name }: SaxesTagPlain): void {
    const isDeleted = this.#attributes.action === 'delete' || this.#attributes.visible === 'false'
    if (isDeleted) return
    const tags = this.#tags.size > 0 ? this.#tags : NO_TAGS
    const members = this.#members
    if (name === 'node') {
      const lonE7 = Math.round(this.#number(this.#attributes, 'lon') * 1e7)
      const latE7 = Math.round(this.#number(this.#attributes, 'lat') * 1e7)
      this.#visitor.node?.(this.#id(), lonE7, latE7, () => tags)
    } else if (name === 'way') {
      if (this.#visitor.wayKeys?.some((key) => tags.has(key)))
        this.#visitor.way?.(this.#id(), this.#refs, tags)
    } else if (name === 'relation') this.#visitor.relation?.(this.#id(), tags, () => members)
  }

  #id(): number {
    return this.#number(this.#attributes, 'id')
  }

  #member(attributes: Attributes): OsmMember {
    const { type, role = '' } = attributes
    if (type !== 'node' && type !== 'way' && type !== 'relation') throw this.#damaged(`member type=${type}`)
    return { type, ref: this.#number(attributes, 'ref'), role }
  }

  #bounds(attributes: Attributes): Bbox {
    return [
      this.#number(attributes, 'minlon'),
      this.#number(attributes, 'minlat'),
      this.#number(attributes, 'maxlon'),
      this.#number(attributes, 'maxlat'),
    ]
  }

  #number(attributes: Attributes, name: string): number {
    const value = attributes[name]
    const number = Number(value)
    if (value === undefined || value.trim() === '' || !Number.isFinite(number))
      throw this.#damaged(`${name}=${value}`)
    return number
  }

  #damaged(at: string): ImportError {
    return new ImportError('import-osm-damaged', this.#fileName, `is damaged: ${at}`, [], { at })
  }
}
