import { Agent, get } from 'node:http'
import { enterDemonstration } from '../support/visitor.ts'
import { type BenchRow, benchRow } from './bench-row.ts'
import { median, quantile } from './stopwatch.ts'

const CLIENTS = 50
const WARM_UP_MS = 2_000
const MEASURED_MS = 10_000

/** Answer times of the posts list while 50 clients, each signed in, ask for it without a pause, none with a copy of its own. */
export async function measurePostsList(bench: string, url: string): Promise<BenchRow[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const cookies = await Promise.all(
    Array.from({ length: CLIENTS }, () => enterDemonstration(url, 'administrator')),
  )
  try {
    await load(url, agent, cookies, WARM_UP_MS)
    const times = await load(url, agent, cookies, MEASURED_MS)
    const row = (name: string) => `posts list, embedded engine, ${CLIENTS} clients at once, ${name}`
    return [
      benchRow(bench, { row: row('p99'), value: quantile(times, 0.99), unit: 'ms', goal: 60 }),
      benchRow(bench, { row: row('p50'), value: median(times), unit: 'ms' }),
      benchRow(bench, {
        row: row('answers a second'),
        value: times.length / (MEASURED_MS / 1000),
        unit: '1/s',
      }),
    ]
  } finally {
    agent.destroy()
  }
}

async function load(url: string, agent: Agent, cookies: readonly string[], forMs: number): Promise<number[]> {
  const times: number[] = []
  const deadline = performance.now() + forMs
  const client = async (cookie: string) => {
    while (performance.now() < deadline) {
      const start = performance.now()
      await ask(`${url}/api/posts`, agent, cookie)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(cookies.map(client))
  return times
}

/** Reads an answer to its end, as it comes over the wire. */
function ask(url: string, agent: Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'br, gzip', 'accept-language': 'fr' }
    get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.on('error', reject).on('end', resolve).resume()
    }).on('error', reject)
  })
}
