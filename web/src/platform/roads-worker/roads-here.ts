import type { RoadInputs } from '@borne/api/contracts/roads'
import { getBytes } from '../api.ts'
import { callerEpoch, onCallerChange } from '../caller.ts'
import type { RoadsExchanges } from './roads-exchanges.ts'
import { WorkerClient, WorkerFault } from './worker-protocol.ts'

/** Whether the roads are in this browser, so that questions are answered without the server. */
export type RoadsHere =
  | { readonly status: 'absent'; readonly isDeclined: boolean }
  | { readonly status: 'loading'; readonly share: number; readonly wireBytes: number | null }
  | {
      readonly status: 'ready'
      /** The day for which the inputs were asked. */
      readonly date: string
      readonly inputs: RoadInputs
      /** Grows with every other inputs: answers are kept under it. */
      readonly edition: number
    }
  | { readonly status: 'failed'; readonly error: unknown }

let here: RoadsHere = { status: 'absent', isDeclined: false }
let opened: { worker: Worker; client: WorkerClient<RoadsExchanges>; stopListening(): void } | null = null
let graph: { key: string; loading: Promise<void> } | null = null
let turn = 0
const listeners = new Set<() => void>()

export function roadsHere(): RoadsHere {
  return here
}

export function onRoadsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Wants the roads in this browser: whoever watches them asks for the inputs and brings them. */
export function wantRoads(): void {
  if (here.status === 'absent' || here.status === 'failed')
    change({ status: 'loading', share: 0, wireBytes: null })
}

/** Lets go of the roads and of what was read with them. */
export function dropRoads(isDeclined = false): void {
  turn++
  opened?.worker.terminate()
  opened?.client.end('the roads were dropped')
  opened?.stopListening()
  opened = null
  graph = null
  change({ status: 'absent', isDeclined })
}

export function failRoads(error: unknown): void {
  dropRoads()
  change({ status: 'failed', error })
}

/** Hands inputs to the worker, with the graph that they belong to where it is another one than before. */
export async function bringInputs(inputs: RoadInputs, date: string): Promise<void> {
  const own = ++turn
  try {
    const { client } = opened ?? open()
    await bringGraph(client, inputs.network, date)
    if (own !== turn) return
    await client.ask('inputs', inputs)
    if (own === turn) change({ status: 'ready', date, inputs, edition: own })
  } catch (error) {
    if (own === turn) failRoads(error)
  }
}

/** @throws WorkerFault; `AbortError` when the signal or a later question of the kind takes its place. */
export function askRoads<K extends Exclude<keyof RoadsExchanges, 'graph' | 'inputs'>>(
  kind: K,
  question: RoadsExchanges[K][0],
  signal: AbortSignal,
): Promise<RoadsExchanges[K][1]> {
  if (!opened) return Promise.reject(new WorkerFault('the roads are not here'))
  return opened.client.ask(kind, question, { signal })
}

function open() {
  const worker = new Worker(new URL('./roads.worker.ts', import.meta.url), { type: 'module' })
  const client = new WorkerClient<RoadsExchanges>(worker)
  worker.addEventListener('error', ({ message }) =>
    failRoads(new Error(message || 'the worker did not start')),
  )
  const epoch = callerEpoch()
  const stopListening = onCallerChange(() => {
    if (callerEpoch() !== epoch) dropRoads()
  })
  opened = { worker, client, stopListening }
  return opened
}

async function bringGraph(
  client: WorkerClient<RoadsExchanges>,
  network: RoadInputs['network'],
  date: string,
): Promise<void> {
  if (graph?.key !== network.key) graph = { key: network.key, loading: loadGraph(client, network, date) }
  await graph.loading
}

async function loadGraph(
  client: WorkerClient<RoadsExchanges>,
  { key, graphBytes, wireBytes }: RoadInputs['network'],
  date: string,
): Promise<void> {
  const tell = (bytes: number) => change({ status: 'loading', share: bytes / graphBytes, wireBytes })
  tell(0)
  const { buffer, etag } = await getBytes('/api/roads/graph', { date }, graphBytes, tell)
  if (!etag.includes(key)) throw new Error('the roads changed while they were on their way')
  await client.ask('graph', buffer, { transfer: [buffer] })
}

function change(next: RoadsHere): void {
  here = next
  for (const listener of listeners) listener()
}
