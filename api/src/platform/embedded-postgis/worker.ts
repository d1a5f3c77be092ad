import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { type Extension, PGlite } from '@electric-sql/pglite'
import { translateNativeExceptions } from './exception-shim.ts'
import { provesSound } from './self-test.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts'

const settings = workerData as WorkerSettings
const port = parentPort!
const JUMP_TO_ERROR_HANDLER = 100

const START_PARAMETERS = [
  ...PGlite.defaultStartParams,
  ...['max_wal_size=128MB', 'jit=off', 'TimeZone=UTC', 'IntervalStyle=postgres'].flatMap((setting) => [
    '-c',
    setting,
  ]),
]

const postgis: Extension = {
  name: 'postgis',
  setup: async (_engine, emscriptenOpts) => {
    emscriptenOpts.PGLITE_ENV.PROJ_DATA = '/pglite/share/proj'
    return { emscriptenOpts, bundlePath: pathToFileURL(settings.bundleFile) }
  },
}

/** What the main loop threw, other than its own jump to the error handler. PGlite itself passes over it. */
let unknownFailure: unknown

async function start(): Promise<PGlite> {
  const restore = translateNativeExceptions()
  const engine = await PGlite.create({
    dataDir: settings.databaseFolder,
    extensions: { postgis },
    startParams: START_PARAMETERS,
  }).finally(restore)
  watchMainLoop(engine)
  await engine.exec('create extension if not exists postgis')
  await provesSound(engine)
  return engine
}

function watchMainLoop(engine: PGlite): void {
  const module = engine.Module
  const runOnce = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      runOnce()
    } catch (error) {
      if ((error as { status?: number }).status !== JUMP_TO_ERROR_HANDLER) unknownFailure = error
      throw error
    }
  }
}

function execute(engine: PGlite, id: number, request: Uint8Array): FromWorker {
  unknownFailure = undefined
  const response = engine.execProtocolRawSync(request)
  if (unknownFailure !== undefined) return { type: 'crashed', id, reason: String(unknownFailure) }
  return { type: 'answer', id, response, heapBytes: engine.Module.HEAPU8.byteLength }
}

function send(message: FromWorker): void {
  const transfer = message.type === 'answer' ? [message.response.buffer as ArrayBuffer] : []
  port.postMessage(message, transfer)
}

async function serve(): Promise<void> {
  const engine = await start()
  const { rows } = await engine.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  port.on('message', async (message: ToWorker) => {
    if (message.type === 'execute') {
      try {
        send(execute(engine, message.id, message.request))
      } catch (error) {
        send({ type: 'crashed', id: message.id, reason: String(error) })
      }
    } else {
      await engine.exec('checkpoint')
      await engine.close()
      send({ type: 'closed' })
      port.close()
    }
  })
  send({ type: 'ready', serverVersion: rows[0]!.version })
}

serve().catch((error) =>
  send({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }),
)
