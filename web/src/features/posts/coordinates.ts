type Axis = 'latitude' | 'longitude'

const LETTERS: Record<Axis, Record<string, 1 | -1>> = {
  latitude: { N: 1, S: -1 },
  longitude: { E: 1, W: -1, O: -1 },
}

/**
 * Decimal degrees as people type them: «15,1585», «-12.1834», «12,1834° O». Null when it is no number of degrees.
 * The range is not looked at here: the server says what is wrong with a position, and what may have been meant.
 */
export function readDegrees(text: string, axis: Axis): number | null {
  const parts = /^([+\-−]?)\s*(\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEWO]?)$/i.exec(text.trim())
  if (!parts) return null
  const [, sign, digits, letter] = parts
  const side = letter ? LETTERS[axis][letter.toUpperCase()] : 1
  if (side === undefined || (letter && sign)) return null
  const degrees = Number(digits!.replace(',', '.'))
  return (sign === '-' || sign === '−' ? -1 : 1) * side * degrees
}

/** Two coordinates pasted into one field, latitude first as on paper and in other maps: its two texts, or null. */
export function splitPair(text: string): [latitude: string, longitude: string] | null {
  const separator = text.includes('.') ? /\s*[;,]\s*|\s+(?=[\d+\-−])/ : /\s*;\s*|,\s+|\s+(?=[\d+\-−])/
  const parts = text.trim().split(separator)
  const [latitude, longitude] = parts
  if (parts.length !== 2 || !latitude || !longitude) return null
  const isPair = readDegrees(latitude, 'latitude') !== null && readDegrees(longitude, 'longitude') !== null
  return isPair ? [latitude, longitude] : null
}

/** Six decimals are a decimetre; zeros at the end are left out. */
export function writeDegrees(degrees: number): string {
  return String(Number(degrees.toFixed(6)))
}
