import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/access-stage.ts'
import {
  type ApiDocument,
  type FuzzRequest,
  fuzzRequest,
  type Operation,
  operationsOf,
} from '../support/fuzz-request.ts'
import { type FuzzActor, type FuzzStage, openFuzzStage } from '../support/fuzz-stage.ts'
import { faultsOf, readBody, tellRequest } from '../support/judge-answer.ts'
import { Random } from '../support/random.ts'

const REQUESTS = Number(process.env.BORNE_TEST_FUZZ_COUNT ?? 20_000)
const seed = Number(process.env.BORNE_TEST_FUZZ_SEED ?? Date.now() % 0x7fffffff)
console.log(`BORNE_TEST_FUZZ_SEED=${seed} BORNE_TEST_FUZZ_COUNT=${REQUESTS}`)
const LONGEST_MS = 900_000
const SLOWEST_MS = 2_000
const MOST_SHOWN = 25
/** Some need a code of the hour, a provider, or luck. */
const LEAST_DONE = REQUESTS >= 20_000 ? 0.75 : 0
const VERSIONS_KNOWN_FOR = 20

/** What the document does not describe. */
const HIDDEN: readonly string[] = [
  '/api/openapi.json',
  '/api/docs',
  '/api/docs/json',
  '/api/docs/static/{code}',
  '/api/problems/{code}',
  '/api/{code}',
  '/{code}',
]

/** Asked less often than others: they compute much by nature. */
const RARE: Readonly<Record<string, number>> = {
  'POST /api/backups': 0.02,
  'POST /api/session': 0.3,
  'POST /api/links/use': 0.3,
  'PUT /api/account/password': 0.3,
  'POST /api/coverage/measure': 0.3,
  'POST /api/coverage/critical-links': 0.1,
  'POST /api/coverage/time-grid': 0.1,
  'POST /api/coverage/siting': 0.1,
  'POST /api/coverage/evidence': 0.2,
  'POST /api/coverage/evidence/{evidenceId}/recompute': 0.2,
  'GET /api/basemap/guidimakha.pmtiles': 0.2,
  'POST /api/posts/{postId}/photos': 0.4,
  // Each is matched in a thread of its own.
  'POST /api/tracks': 0.1,
  'POST /api/tracks/{trackId}/match': 0.1,
  // A search of seconds, as it was asked for.
  'POST /api/missions/plan': 0.1,
  'POST /api/briefings/draft': 0.2,
  'POST /api/briefings/{briefingId}/showings': 0.2,
  'POST /api/briefings/{briefingId}/exports': 0.2,
  'POST /api/briefings/{briefingId}/links': 0.2,
  'POST /api/briefings/{briefingId}/links/{linkId}/refresh': 0.2,
  'POST /api/donors/{donorId}/showings': 0.2,
  'POST /api/donors/{donorId}/links': 0.2,
  'POST /api/missions/explain': 0.3,
  'GET /api/roads/catchments': 0.3,
  'GET /api/roads/graph': 0.2,
  'GET /api/roads/inputs': 0.3,
  'GET /api/roads/isochrones': 0.3,
  'GET /api/roads/day': 0.3,
  'POST /api/roads/matrix': 0.3,
  'GET /api/missions/{missionId}/documents/{kind}': 0.3,
  'GET /api/missions/{missionId}/map': 0.3,
}
/** Reads every row of the database and writes a file, searches as long as it was asked to, or sets pages: they may take their time. */
const MAY_BE_SLOW = [
  'POST /api/briefings/{briefingId}/links',
  'POST /api/briefings/{briefingId}/links/{linkId}/refresh',
  'POST /api/donors/{donorId}/showings',
  'POST /api/donors/{donorId}/links',
  'POST /api/backups',
  'POST /api/missions/plan',
  'POST /api/briefings/draft',
  'POST /api/briefings/{briefingId}/showings',
  'POST /api/missions/explain',
  'GET /api/missions/{missionId}/documents/{kind}',
  'GET /api/missions/{missionId}/map',
  'GET /api/works/contracts/{contractId}/documents/{kind}',
  'GET /api/coverage/evidence/{evidenceId}/export/{format}',
  'POST /api/coverage/evidence',
  'POST /api/coverage/evidence/{evidenceId}/recompute',
  'POST /api/coverage/critical-links',
  'POST /api/coverage/time-grid',
  'POST /api/coverage/siting',
]

let stage: FuzzStage
beforeAll(async () => {
  stage = await openFuzzStage(seed)
}, LONGEST_MS)
afterAll(() => stage?.close())

test(
  `${REQUESTS} requests of every kind are answered soon, in known words, and tell nobody too much`,
  async () => {
    const run = new FuzzRun(new Random(seed), await readOperations())
    for (let count = 0; count < REQUESTS; count++) await run.askOnce()
    console.log(run.summary())
    expect.soft(run.failures.slice(0, MOST_SHOWN), `${run.failures.length} failures`).toEqual([])
    expect.soft(run.doneShare(), 'share of the operations whose work was reached').toBeGreaterThan(LEAST_DONE)
  },
  LONGEST_MS,
)

async function readOperations(): Promise<Operation[]> {
  const cookie = (await stage.actors[0]!.open())!
  const answer = await stage.app.inject({ url: '/api/openapi.json', headers: { cookie } })
  const hidden = HIDDEN.map(
    (path): Operation => ({ method: 'GET', path, parameters: [], body: undefined, takesFile: false }),
  )
  return [...operationsOf(answer.json<ApiDocument>()), ...hidden]
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

class FuzzRun {
  readonly failures: string[] = []
  readonly #random: Random
  readonly #operations: readonly Operation[]
  readonly #cookies = new Map<string, string | undefined>()
  readonly #statuses = new Map<number, number>()
  readonly #done = new Set<string>()
  #asked = 0
  #versions: ReadonlyMap<string, number> = new Map()
  #slowest = { milliseconds: 0, request: '' }

  constructor(random: Random, operations: readonly Operation[]) {
    this.#random = random
    this.#operations = operations
  }

  async askOnce(): Promise<void> {
    const operation = this.#pickOperation()
    const actor = this.#random.chance(0.35) ? stage.actors[0]! : this.#random.pick(stage.actors)
    if (this.#asked++ % VERSIONS_KNOWN_FOR === 0) this.#versions = await stage.versions()
    const known = { pool: stage.pool, versions: this.#versions }
    const generated = fuzzRequest(this.#random, operation, known)
    const cookie = await this.#cookieOf(actor)
    const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...generated.headers }
    const request = { ...generated, headers }
    const { answer, milliseconds } = await timed(request)
    const faults = faultsOf(request, answer, { marks: stage.marks, sight: actor.person.sight })
    const mayBeSlow = MAY_BE_SLOW.includes(`${request.method} ${operation.path}`)
    if (milliseconds > SLOWEST_MS && !mayBeSlow && (await isSlowAgain(request)))
      faults.push(`${Math.round(milliseconds)} ms`)
    if (faults.length > 0) {
      const fault = answer.statusCode >= 500 ? (stage.logged.at(-2) ?? '') : ''
      const told = readBody(answer).slice(0, 300)
      this.failures.push(`${faults.join(', ')}: ${actor.name} ${tellRequest(request)} → ${told} ${fault}`)
    }
    this.#note(operation, request, { answer, milliseconds })
    await this.#settle(actor, request, answer)
  }

  summary(): string {
    const counts = [...this.#statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
    const { milliseconds, request } = this.#slowest
    const notDone = this.#operations.map(nameOf).filter((name) => !this.#done.has(name))
    console.log(`never done: ${notDone.join(', ')}`)
    return `${counts.join(', ')}; slowest ${Math.round(milliseconds)} ms: ${request.slice(0, 200)}`
  }

  /** A run that only ever met closed doors would prove nothing. */
  doneShare(): number {
    return this.#done.size / this.#operations.length
  }

  #pickOperation(): Operation {
    for (;;) {
      const operation = this.#random.pick(this.#operations)
      if (this.#random.chance(RARE[nameOf(operation)] ?? 1)) return operation
    }
  }

  async #cookieOf(actor: FuzzActor): Promise<string | undefined> {
    if (!this.#cookies.has(actor.name)) this.#cookies.set(actor.name, await actor.open())
    return this.#cookies.get(actor.name)
  }

  #note(
    operation: Operation,
    request: FuzzRequest,
    { answer, milliseconds }: { answer: Answer; milliseconds: number },
  ): void {
    const { statusCode } = answer
    this.#statuses.set(statusCode, (this.#statuses.get(statusCode) ?? 0) + 1)
    if (statusCode < 300 && request.method === operation.method) this.#done.add(nameOf(operation))
    if (milliseconds > this.#slowest.milliseconds)
      this.#slowest = { milliseconds, request: tellRequest(request) }
  }

  /** What was asked may have ended the session, changed its view or closed the doors: the next request finds all as before. */
  async #settle(actor: FuzzActor, { method, url }: FuzzRequest, { statusCode }: Answer): Promise<void> {
    if (
      statusCode < 300 &&
      /^(PUT \/api\/(settings|missions\/|coverage\/)|PATCH \/api\/(posts|closures)|POST \/api\/road-(networks|edits\/))/.test(
        `${method} ${url}`,
      )
    )
      await stage.restore()
    const isOver = statusCode === 401 || url.startsWith('/api/session') || url.startsWith('/api/account/')
    if (isOver || actor.name === 'with a bad cookie') this.#cookies.delete(actor.name)
  }
}

async function timed(request: FuzzRequest): Promise<{ answer: Answer; milliseconds: number }> {
  const startedAt = performance.now()
  const answer = await stage.app.inject(request)
  return { answer, milliseconds: performance.now() - startedAt }
}

/** The machine may have had other work the first time. */
async function isSlowAgain(request: FuzzRequest): Promise<boolean> {
  return (await timed(request)).milliseconds > SLOWEST_MS && (await timed(request)).milliseconds > SLOWEST_MS
}
