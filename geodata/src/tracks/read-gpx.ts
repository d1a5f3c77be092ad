import { SaxesParser } from 'saxes'
import { parseInstant } from './parse-instant.ts'
import { TrackError } from './track-error.ts'
import { type TrackPoints, TrackPointsBuilder } from './track-points.ts'

export interface GpxLimits {
  /** More points than this are refused. */
  maxPoints: number
  /** Deeper elements than this are refused; a GPX with extensions has about ten. */
  maxDepth: number
  /** A tag, text or comment longer than this is refused. */
  maxTokenCharacters: number
}

export const GPX_LIMITS: GpxLimits = { maxPoints: 3_000_000, maxDepth: 64, maxTokenCharacters: 262_144 }
/** A course needs at least this many points: two are only a straight line. */
export const LEAST_POINTS = 3

export interface GpxTrack {
  /** Of the first track that has one. */
  name: string | null
  /** As written: `1.0`, `1.1`. */
  version: string | null
  points: TrackPoints
  /** What the file held beside usable points. */
  found: {
    tracks: number
    /** Points of `wpt` and `rtept`: places and plans, no record of where someone went. */
    waypoints: number
    routePoints: number
    /** Left out: no latitude or longitude, or beyond ±90 and ±180. */
    badPositions: number
    /** Kept without an instant. */
    withoutInstant: number
    /** Among them those with a `time` that is no instant of ISO 8601. */
    badInstants: number
  }
}

/** Reads a GPX file piece by piece. */
export interface GpxReader {
  /** @throws TrackError as soon as the text read so far cannot be a track. */
  write(text: string): void
  /** @throws TrackError `not-xml`, `not-gpx`, `no-points`, `too-few-points`. */
  finish(): GpxTrack
}

/** Long pieces are fed in parts, so that a token without end is noticed before it fills the memory. */
const PART_CHARACTERS = 65_536

/**
 * A reader of GPX 1.0 and 1.1 (topografix.com/GPX/1/1): the points of `trk`/`trkseg`, streamed into columns.
 * Strict about XML; a document type is refused, so no entity but the five of XML is ever expanded.
 */
export function createGpxReader(limits: GpxLimits = GPX_LIMITS): GpxReader {
  const content = new GpxContent(limits)
  const parser = new SaxesParser({ xmlns: false, position: true })
  let sinceToken = 0
  parser.on('error', () => {
    throw new TrackError('not-xml', { line: parser.line, column: parser.column })
  })
  parser.on('doctype', () => {
    throw new TrackError('xml-doctype', { line: parser.line })
  })
  const onToken =
    <T>(handle: (token: T) => void) =>
    (token: T) => {
      sinceToken = 0
      handle(token)
    }
  parser.on(
    'opentag',
    onToken(({ name, attributes }) => content.open(localName(name), attributes)),
  )
  parser.on(
    'closetag',
    onToken(({ name }) => content.close(localName(name))),
  )
  parser.on(
    'text',
    onToken((text) => content.addText(text)),
  )
  parser.on(
    'cdata',
    onToken((text) => content.addText(text)),
  )
  parser.on(
    'comment',
    onToken(() => {}),
  )
  parser.on(
    'processinginstruction',
    onToken(() => {}),
  )
  return {
    write(text) {
      for (let at = 0; at < text.length; at += PART_CHARACTERS) {
        const part = text.slice(at, at + PART_CHARACTERS)
        sinceToken += part.length
        parser.write(part)
        if (sinceToken > limits.maxTokenCharacters) {
          throw new TrackError('xml-token-too-long', { line: parser.line, most: limits.maxTokenCharacters })
        }
      }
    },
    finish() {
      parser.close()
      return content.build()
    },
  }
}

/**
 * Reads a whole GPX file from chunks of bytes. Other work goes on between the chunks as far as their source waits.
 *
 * @param chunks UTF-8 with or without a mark, UTF-16 with one, or the Latin alphabets that the XML declaration may name.
 * @throws TrackError with a code and facts: see `TrackErrorCode`.
 */
export async function readGpx(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: GpxLimits = GPX_LIMITS,
): Promise<GpxTrack> {
  const reader = createGpxReader(limits)
  let decoder: Decoder | null = null
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? ''
    } catch {
      throw new TrackError('bad-encoding', { encoding: decoder?.encoding ?? '' })
    }
  }
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    decoder ??= decoderOf(chunk)
    reader.write(decode(chunk))
  }
  reader.write(decode())
  return reader.finish()
}

const ENCODINGS = new Set(['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252'])

type Decoder = InstanceType<typeof TextDecoder>

function decoderOf(head: Uint8Array): Decoder {
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  const declaration = String.fromCharCode(...head.subarray(0, 200))
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']{1,40})["']/.exec(declaration)?.[1]?.toLowerCase()
  if (named !== undefined && !ENCODINGS.has(named)) {
    throw new TrackError('encoding-not-supported', { encoding: named })
  }
  return new TextDecoder(named ?? 'utf-8', { fatal: true })
}

/** GPX is sometimes written with a prefix: `gpx:trkpt`. */
function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** What of the elements is a track. Elements are known by their place: `time` counts inside `trkpt` only. */
class GpxContent {
  readonly #limits: GpxLimits
  readonly #builder = new TrackPointsBuilder()
  readonly #path: string[] = []
  readonly #found = {
    tracks: 0,
    waypoints: 0,
    routePoints: 0,
    badPositions: 0,
    withoutInstant: 0,
    badInstants: 0,
  }
  #version: string | null = null
  #name: string | null = null
  #text: string | null = null
  #lon = Number.NaN
  #lat = Number.NaN
  #time = ''
  #elevation = ''

  constructor(limits: GpxLimits) {
    this.#limits = limits
  }

  open(name: string, attributes: Record<string, string>): void {
    const depth = this.#path.push(name)
    if (depth === 1) {
      if (name !== 'gpx') throw new TrackError('not-gpx', { root: name.slice(0, 40) })
      this.#version = attributes.version?.slice(0, 20) ?? null
    }
    if (depth > this.#limits.maxDepth) throw new TrackError('xml-too-deep', { most: this.#limits.maxDepth })
    if (depth === 2) this.#openPart(name)
    if (depth === 4 && name === 'trkpt' && this.#path[2] === 'trkseg') this.#openPoint(attributes)
    else if (name === 'rtept') this.#found.routePoints++
    this.#text = this.#isRead(name, depth) ? '' : null
  }

  addText(text: string): void {
    if (this.#text !== null) this.#text += text
  }

  close(name: string): void {
    const depth = this.#path.length
    if (this.#text !== null && this.#isRead(name, depth)) {
      const text = this.#text.trim()
      if (name === 'time') this.#time = text
      else if (name === 'ele') this.#elevation = text
      else this.#name ??= text.slice(0, 200) || null
    }
    this.#text = null
    if (depth === 4 && name === 'trkpt') this.#closePoint()
    if (depth === 3 && name === 'trkseg') this.#builder.endSegment()
    this.#path.pop()
  }

  build(): GpxTrack {
    const { count } = this.#builder
    const { waypoints, routePoints, badPositions } = this.#found
    if (count === 0) throw new TrackError('no-points', { waypoints, routePoints, badPositions })
    if (count < LEAST_POINTS) throw new TrackError('too-few-points', { points: count, least: LEAST_POINTS })
    return { name: this.#name, version: this.#version, points: this.#builder.build(), found: this.#found }
  }

  #isRead(name: string, depth: number): boolean {
    if (depth === 5) return this.#path[3] === 'trkpt' && (name === 'time' || name === 'ele')
    return depth === 3 && name === 'name' && this.#path[1] === 'trk'
  }

  #openPart(name: string): void {
    if (name === 'trk') this.#found.tracks++
    if (name === 'wpt') this.#found.waypoints++
  }

  #openPoint(attributes: Record<string, string>): void {
    this.#lon = coordinate(attributes.lon, 180)
    this.#lat = coordinate(attributes.lat, 90)
    this.#time = ''
    this.#elevation = ''
  }

  #closePoint(): void {
    if (Number.isNaN(this.#lon) || Number.isNaN(this.#lat)) {
      this.#found.badPositions++
      return
    }
    if (this.#builder.count >= this.#limits.maxPoints) {
      throw new TrackError('too-many-points', { most: this.#limits.maxPoints })
    }
    const instantMs = this.#time === '' ? Number.NaN : parseInstant(this.#time)
    if (Number.isNaN(instantMs)) this.#found.withoutInstant++
    if (Number.isNaN(instantMs) && this.#time !== '') this.#found.badInstants++
    const elevation = this.#elevation === '' ? Number.NaN : Number(this.#elevation)
    this.#builder.add(this.#lon, this.#lat, instantMs, elevation)
  }
}

function coordinate(text: string | undefined, most: number): number {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Math.abs(value) <= most ? value : Number.NaN
}
