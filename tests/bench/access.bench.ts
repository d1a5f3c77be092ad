import { Agent, request } from 'node:http'
import { startApp } from '../support/start-app.ts'
import { ask, enterDemonstration } from '../support/visitor.ts'
import { type Bench, type BenchRow, benchRow } from './bench-row.ts'
import { median, quantile } from './stopwatch.ts'

const NAME = 'access'
const PASSWORD = 'sept bornes au bord du fleuve'
const SIGN_INS = 100
const CHECKS = 2_000
/** A public address whose answer is the same with and without a session: what differs is the check. */
const PLAIN = '/api/problems/not-permitted'

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    tell('the app starts on an empty data folder')
    const app = await startApp()
    const agent = new Agent({ keepAlive: true, maxSockets: 4 })
    try {
      const administrator = await enterDemonstration(app.url, 'administrator')
      tell('sign-in')
      const signIns = await measureSignIn(app.url, administrator)
      tell('session check')
      return [...signIns, ...(await measureCheck(app.url, agent, administrator))]
    } finally {
      agent.destroy()
      await app.stop()
    }
  },
}

async function measureSignIn(url: string, administrator: string): Promise<BenchRow[]> {
  const account = {
    email: 'mesure@example.org',
    name: 'Mesure',
    role: 'viewer',
    subOfficeId: null,
    postIds: [],
  }
  const created = await ask(url, 'POST', '/api/accounts', account, administrator)
  const { link } = created.body as { link: { url: string } }
  await ask(url, 'POST', '/api/links/use', { token: link.url.split('#')[1], password: PASSWORD })
  const one = await times(SIGN_INS, () => signIn(url))
  const four = (
    await Promise.all(Array.from({ length: 4 }, () => times(SIGN_INS / 4, () => signIn(url))))
  ).flat()
  const row = (who: string) => `sign-in by password, argon2id 19 MiB × 2, ${who}`
  return [
    benchRow(NAME, { row: row('one at a time, p95'), value: quantile(one, 0.95), unit: 'ms', goal: 300 }),
    benchRow(NAME, { row: row('one at a time, p50'), value: median(one), unit: 'ms' }),
    benchRow(NAME, { row: row('four at once, p95'), value: quantile(four, 0.95), unit: 'ms', goal: 300 }),
  ]
}

async function signIn(url: string): Promise<void> {
  const { status } = await ask(url, 'POST', '/api/session', {
    email: 'mesure@example.org',
    password: PASSWORD,
  })
  if (status !== 200) throw new Error(`sign-in answered ${status}`)
}

/** With and without a cookie in turn, so that whatever else the machine does weighs on both. */
async function measureCheck(url: string, agent: Agent, cookie: string): Promise<BenchRow[]> {
  const withSession: number[] = []
  const without: number[] = []
  for (let round = -100; round < CHECKS; round++) {
    const checked = await timeOne(() => get(url, agent, { cookie }))
    const plain = await timeOne(() => get(url, agent, {}))
    if (round < 0) continue
    withSession.push(checked)
    without.push(plain)
  }
  const peer = { name: 'the same without a cookie', value: median(without) }
  return [
    benchRow(NAME, {
      row: 'a request with its session check, p50',
      value: median(withSession),
      unit: 'ms',
      peer,
    }),
    benchRow(NAME, {
      row: 'what the session check adds to a request, p50',
      value: median(withSession) - median(without),
      unit: 'ms',
      goal: 1,
    }),
  ]
}

async function times(runs: number, work: () => Promise<void>): Promise<number[]> {
  const all: number[] = []
  for (let run = 0; run < runs; run++) all.push(await timeOne(work))
  return all
}

async function timeOne(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function get(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    request(`${url}${PLAIN}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${PLAIN} answered ${answer.statusCode}`))
      answer.on('error', reject).on('end', resolve).resume()
    })
      .on('error', reject)
      .end()
  })
}
