const MOST = 10
const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/

/** Origins from a text with one a line; what stands after the host is left out. `wrong` is the first line that is none. */
export function readOrigins(text: string): {
  readonly origins: string[]
  readonly wrong: string | null
  readonly isTooMany: boolean
} {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read = lines.map((line) => ({ line, origin: originOf(line) }))
  const origins = [...new Set(read.flatMap(({ origin }) => origin ?? []))]
  const wrong = read.find(({ origin }) => origin === null)?.line ?? null
  return { origins, wrong, isTooMany: origins.length > MOST }
}

function originOf(line: string): string | null {
  const { origin } = URL.parse(line) ?? { origin: '' }
  return ORIGIN.test(origin) ? origin : null
}
