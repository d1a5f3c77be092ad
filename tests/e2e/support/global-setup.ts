import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string
  }
}

/** Starts the product as a person does, on an empty data folder and the embedded engine, once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'borne-e2e-'))
  const port = await freePort()
  const { DATABASE_URL: _, ...rest } = process.env
  const app = spawn(process.execPath, ['api/src/start.ts'], {
    cwd: ROOT,
    env: { ...rest, BORNE_PORT: String(port), BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(app, `${url}/health/ready`)
  project.provide('appUrl', url)
  return async () => {
    await stop(app)
    await rm(dataDir, { recursive: true, force: true })
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function untilReady(app: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 240_000
  while (Date.now() < deadline) {
    if (app.exitCode !== null) throw new Error(`the app ended with ${app.exitCode} before it was ready`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the app was not ready within 240 s')
}

function stop(app: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    app.once('exit', () => resolve())
    app.kill('SIGTERM')
  })
}
