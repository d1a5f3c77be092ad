import { z } from 'zod'
import { problem } from '../problems.ts'

const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024
const Fault = z.object({ error_code: z.number(), error: z.string() })

/** Why Valhalla finds nothing, by the numbers of its documentation. They are answers, not failures. */
export const NOTHING_FOUND = { unconnected: 170, noRoadNear: 171, noPath: 442 } as const
export type NothingFound = (typeof NOTHING_FOUND)[keyof typeof NOTHING_FOUND]

export type ValhallaAction = 'route' | 'sources_to_targets' | 'isochrone' | 'locate'

export interface ValhallaClient {
  /** Asks, and gives the answer, or the number that says why there is none. */
  ask<T>(action: ValhallaAction, query: object, answer: z.ZodType<T>): Promise<T | NothingFound>
}

/**
 * A client of Valhalla's JSON API. Nothing that it throws holds a position.
 *
 * @param url Where the service stands, without a slash at the end.
 * @param timeoutMs How long one question may take.
 */
export function openValhallaClient(url: string, timeoutMs: number): ValhallaClient {
  return {
    async ask(action, query, answer) {
      const { status, body } = await post(`${url}/${action}`, query, timeoutMs)
      if (status === 200) {
        const parsed = answer.safeParse(body)
        if (!parsed.success) throw unavailable(`${action}: an answer of another shape`)
        return parsed.data
      }
      const fault = Fault.safeParse(body)
      if (status >= 500 || !fault.success) throw unavailable(`${action}: status ${status}`)
      const { error_code: number, error: reason } = fault.data
      if (isNothingFound(number)) return number
      throw problem('road-engine-refused', { reason, number })
    },
  }
}

export function isNothingFound(answer: unknown): answer is NothingFound {
  return Object.values(NOTHING_FOUND).some((number) => number === answer)
}

async function post(
  url: string,
  query: object,
  timeoutMs: number,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, body: JSON.parse(await readBounded(response)) }
  } catch (error) {
    throw unavailable(error instanceof Error ? error.name : 'no answer')
  }
}

async function readBounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > LARGEST_ANSWER_BYTES) throw new RangeError('The answer is too large.')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function unavailable(why: string) {
  return problem('road-engine-unavailable', {}, { cause: new Error(`Valhalla: ${why}`) })
}
