import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun
  }
}

/** What the workers of one run leave behind, until all of them have ended. */
export interface TestRun {
  readonly folder: string
  /** What the names of its databases begin with. */
  readonly databases: string
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const name = `borne_run_${randomBytes(4).toString('hex')}`
  const run: TestRun = { folder: join(tmpdir(), name), databases: `${name}_` }
  await mkdir(run.folder)
  project.provide('testRun', run)
  return async () => {
    await rm(run.folder, { recursive: true, force: true })
    const serverUrl = process.env.BORNE_TEST_DATABASE_URL
    if (serverUrl) await dropDatabases(serverUrl, run.databases)
  }
}

async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  await client.end()
}
