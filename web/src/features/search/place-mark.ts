/** A place that was found and stays marked on the map. */
export interface PlaceMark {
  readonly position: [number, number]
  readonly name: string
}

/** `lon,lat,name` as the address holds it. */
export function parseMark(text: string | undefined): PlaceMark | undefined {
  const [, lon, lat, name] = /^([^,]+),([^,]+),(.+)$/u.exec(text ?? '') ?? []
  if (name === undefined || !isWithin(lon, 180) || !isWithin(lat, 90)) return undefined
  return { position: [Number(lon), Number(lat)], name }
}

export function formatMark({ position: [lon, lat], name }: PlaceMark): string {
  return `${Number(lon.toFixed(5))},${Number(lat.toFixed(5))},${name}`
}

function isWithin(text: string | undefined, most: number): boolean {
  const value = Number(text?.trim() === '' ? Number.NaN : text)
  return Math.abs(value) <= most
}
