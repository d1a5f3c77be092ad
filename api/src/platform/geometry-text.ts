import type { Position } from '@borne/geodata/geometry/position'

/** Rows a statement: large enough to be quick, small enough for one message. */
const BATCH = 2000

export async function inBatches<T>(
  rows: Iterable<T>,
  store: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  let batch: T[] = []
  for (const row of rows) {
    if (batch.push(row) < BATCH) continue
    await store(batch)
    batch = []
  }
  if (batch.length > 0) await store(batch)
}

export function pointText(position: Position): string {
  return `POINT(${pair(position)})`
}

export function lineText(line: readonly Position[]): string {
  return `LINESTRING(${line.map(pair).join(',')})`
}

export function polygonText(rings: readonly (readonly Position[])[]): string {
  return `POLYGON${ringsText(rings)}`
}

export function multiPolygonText(polygons: readonly (readonly (readonly Position[])[])[]): string {
  return `MULTIPOLYGON(${polygons.map(ringsText).join(',')})`
}

function ringsText(rings: readonly (readonly Position[])[]): string {
  return `(${rings.map((ring) => `(${ring.map(pair).join(',')})`).join(',')})`
}

function pair([lon, lat]: Position): string {
  return `${lon} ${lat}`
}

const LINE_WITH_SRID = 0x20000002
const WGS84 = 4326

/** A line as PostGIS itself writes it (EWKB in hexadecimal): read back twice as fast as text. */
export function lineHex(line: readonly Position[]): string {
  const bytes = Buffer.allocUnsafe(13 + 16 * line.length)
  bytes.writeUInt8(1, 0)
  bytes.writeUInt32LE(LINE_WITH_SRID, 1)
  bytes.writeUInt32LE(WGS84, 5)
  bytes.writeUInt32LE(line.length, 9)
  line.forEach(([lon, lat], index) => {
    bytes.writeDoubleLE(lon, 13 + 16 * index)
    bytes.writeDoubleLE(lat, 21 + 16 * index)
  })
  return bytes.toString('hex')
}
