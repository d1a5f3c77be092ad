import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { valhallaFault } from './valhalla-fault.ts'

type Answer = (query: string) => Promise<string>

/** Serves Valhalla's JSON API over loopback: `node serve.ts CONFIG.json` prints `listening PORT`. */
async function main(): Promise<void> {
  const actions = await openActions(readFileSync(process.argv[2]!, 'utf8'))
  // The binding's actor is not made for two questions at once.
  let queue: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    queue = queue.then(async () => {
      const { status, body, cpuMs } = await answer(actions, request)
      response.writeHead(status, {
        'content-type': 'application/json',
        'server-timing': `cpu;dur=${cpuMs}`,
      })
      response.end(body)
    })
  })
  // On a busy machine a client must not meet a connection that is just being closed.
  server.keepAliveTimeout = 600_000
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(`listening ${typeof address === 'object' && address ? address.port : 0}`)
  })
}

async function openActions(config: string): Promise<Map<string, Answer>> {
  const { Actor } = await import('@valhallajs/valhallajs')
  const actor = new Actor(config)
  return new Map<string, Answer>([
    ['/route', (query) => actor.route(query)],
    ['/sources_to_targets', (query) => actor.matrix(query)],
    ['/isochrone', (query) => actor.isochrone(query)],
    ['/locate', (query) => actor.locate(query)],
    ['/trace_attributes', (query) => actor.traceAttributes(query)],
    ['/status', (query) => actor.status(query || '{}')],
  ])
}

async function answer(actions: Map<string, Answer>, request: IncomingMessage) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const query = request.method === 'POST' ? await text(request) : (searchParams.get('json') ?? '')
  const action = actions.get(pathname)
  if (!action) return { status: 404, body: JSON.stringify(valhallaFault('Try any of')), cpuMs: 0 }
  const before = process.cpuUsage()
  const cpuMs = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  try {
    const body = await action(query)
    return { status: 200, body, cpuMs: cpuMs() }
  } catch (error) {
    const fault = valhallaFault(error instanceof Error ? error.message : String(error))
    return { status: fault.status_code, body: JSON.stringify(fault), cpuMs: cpuMs() }
  }
}

await main()
