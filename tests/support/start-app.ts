import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY_WITHIN_MS = 240_000

export interface RunningApp {
  readonly url: string
  stop(): Promise<void>
}

/** Starts the product as a person does, on an empty data folder, the embedded engine and a free port. */
export async function startApp(): Promise<RunningApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'borne-app-'))
  const port = await freePort()
  const { DATABASE_URL: _, ...rest } = process.env
  const app = spawn(process.execPath, ['api/src/start.ts'], {
    cwd: ROOT,
    env: { ...rest, BORNE_PORT: String(port), BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'warn' },
    stdio: ['ignore', process.stderr, process.stderr],
  })
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    await end(app)
    await rm(dataDir, { recursive: true, force: true })
  }
  await untilReady(app, `${url}/health/ready`).catch(async (error) => {
    await stop()
    throw error
  })
  return { url, stop }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function untilReady(app: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if (app.exitCode !== null) throw new Error(`the app ended with ${app.exitCode} before it was ready`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`the app was not ready within ${READY_WITHIN_MS / 1000} s`)
}

function end(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    app.once('exit', () => resolve())
    app.kill('SIGTERM')
  })
}
