/** Body of an error as Valhalla's own server sends it. */
export interface ValhallaFault {
  error_code: number
  error: string
  status_code: number
  status: string
}

/** The binding throws Valhalla's words without their number. These are the numbers of Valhalla's documentation. */
const CODES: readonly (readonly [words: string, code: number])[] = [
  ['Failed to parse json request', 100],
  ['Try any of', 106],
  ['Exceeded max locations', 150],
  ['Exceeded max time', 151],
  ['Exceeded max contours', 152],
  ['Path distance exceeds the max distance limit', 154],
  ['Exceeded maximum circumference for exclude_polygons', 167],
  ['Locations are in unconnected regions', 170],
  ['No suitable edges near location', 171],
  ['No path could be found for input', 442],
]

/** Brings the words of an error of the binding into the body that Valhalla's server sends. */
export function valhallaFault(message: string): ValhallaFault {
  const error = message.replace(/^[A-Za-z ]+ error: /, '')
  const code = CODES.find(([words]) => error.startsWith(words))?.[1] ?? 199
  return code === 106
    ? { error_code: code, error, status_code: 404, status: 'Not Found' }
    : { error_code: code, error, status_code: 400, status: 'Bad Request' }
}
