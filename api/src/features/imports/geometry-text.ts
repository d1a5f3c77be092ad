import type { Position } from '@borne/geodata/geometry/position'

/** Rows a statement: large enough to be quick, small enough for one message. */
const BATCH = 2000

export async function inBatches<T>(
  rows: readonly T[],
  store: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) await store(rows.slice(start, start + BATCH))
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
