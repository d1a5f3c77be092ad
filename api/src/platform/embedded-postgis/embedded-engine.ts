import { access, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { columnTypes } from '../column-types.ts'
import { DatabaseError } from '../database-error.ts'
import type { Engine, EngineDescription } from '../engine.ts'
import { readVersions } from '../engine-versions.ts'
import { reportLostConnections } from '../lost-connections.ts'
import { Bridge, type BridgeLimits } from './bridge.ts'
import { BridgeConnection } from './bridge-connection.ts'
import { databaseFolderIn } from './database-folder.ts'
import { EngineWorker } from './engine-worker.ts'
import { lockFolder } from './folder-lock.ts'
import { trimmedBundle } from './postgis-bundle.ts'
import { Upkeep } from './upkeep.ts'

export interface EmbeddedLimits extends BridgeLimits {
  /** Room for two segments of the write-ahead log, without which nothing is started. */
  readonly leastFreeBytes: number
}

export interface EmbeddedConfig {
  dataDir: string
  log?: (line: string) => void
  limits?: Partial<EmbeddedLimits>
}

export interface EmbeddedEngine extends Engine {
  readonly upkeep: Upkeep
}

const LIMITS: EmbeddedLimits = {
  queryTimeoutMs: 120_000,
  idleTransactionTimeoutMs: 30_000,
  heapLimitBytes: 1_200_000_000,
  leastFreeBytes: 32 * 1024 * 1024,
}
const CONNECTIONS = 32
/** Inside the database folder: says that it was made to the end. */
const READY_MARK = 'borne-ready'

/** Opens the embedded PostGIS in `dataDir`, which is made when it is not there. */
export async function openEmbeddedEngine(config: EmbeddedConfig): Promise<EmbeddedEngine> {
  const dataDir = resolve(config.dataDir)
  const lock = await lockFolder(dataDir)
  try {
    const engine = await openEngineOver({ ...config, dataDir }, databaseFolderIn(dataDir))
    const close = async () => {
      await engine.close()
      await lock.release()
    }
    return { ...engine, close }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Opens the database of any folder inside a data folder that the caller holds locked. */
export async function openEngineOver(
  config: EmbeddedConfig,
  databaseFolder: string,
): Promise<EmbeddedEngine> {
  const { dataDir, log = () => {} } = config
  const limits = { ...LIMITS, ...config.limits }
  const worker = await startWorker(dataDir, databaseFolder, limits, log)
  const bridge = new Bridge(worker, limits, log)
  const upkeep = new Upkeep(bridge, dataDir, log)
  const pool = poolOver(bridge)
  reportLostConnections(pool, log)
  return {
    name: 'embedded',
    pool,
    upkeep,
    describe: () => describeEmbedded(pool, dataDir),
    close: async () => {
      await pool.end()
      await upkeep.stop()
      await bridge.close()
    },
  }
}

async function startWorker(
  dataDir: string,
  databaseFolder: string,
  limits: EmbeddedLimits,
  log: (line: string) => void,
): Promise<EngineWorker> {
  const isReady = await exists(join(databaseFolder, READY_MARK))
  if (isReady) await emptyFolder(join(databaseFolder, 'base', 'pgsql_tmp'))
  else await setUnfinishedAside(databaseFolder, log)
  const bundleFile = await trimmedBundle(join(dataDir, 'cache'))
  const worker = new EngineWorker({ databaseFolder, bundleFile }, limits.leastFreeBytes)
  await worker.start().catch((error: DatabaseError) => {
    throw isReady ? damaged(dataDir, error) : error
  })
  if (!isReady) await writeFile(join(databaseFolder, READY_MARK), '')
  return worker
}

/** A database that once worked and no longer starts. The self-test has nothing to do with the folder. */
function damaged(folder: string, cause: DatabaseError): DatabaseError {
  const reason = String(cause.details.reason)
  if (cause.code === 'disk-full' || reason.startsWith('Self-test')) return cause
  const message = `The database in ${folder} does not start: ${reason}`
  return new DatabaseError('data-folder-damaged', message, { folder, reason }, { cause })
}

/** A folder whose making was cut short holds nothing that was ever acknowledged. */
async function setUnfinishedAside(databaseFolder: string, log: (line: string) => void): Promise<void> {
  if (await exists(databaseFolder)) {
    const aside = `${databaseFolder}.unfinished`
    await rm(aside, { recursive: true, force: true })
    await rename(databaseFolder, aside)
    log(`The database in ${databaseFolder} was not made to the end: it was set aside and is made anew.`)
  }
}

async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

function poolOver(bridge: Bridge): pg.Pool {
  return new pg.Pool({
    stream: () => new BridgeConnection(bridge) as unknown as import('node:net').Socket,
    host: 'embedded',
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: CONNECTIONS,
    idleTimeoutMillis: 0,
    types: columnTypes,
  })
}

async function describeEmbedded(pool: pg.Pool, dataDir: string): Promise<EngineDescription> {
  const { rows } = await pool.query<{ bytes: number; checkpoint: Date }>(
    `select pg_database_size(current_database()) as bytes,
            (select checkpoint_time from pg_control_checkpoint()) as checkpoint`,
  )
  return {
    engine: 'embedded',
    ...(await readVersions(pool)),
    dataFolder: dataDir,
    survivesPowerCut: false,
    lastCheckpointAt: rows[0]!.checkpoint,
    databaseBytes: rows[0]!.bytes,
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
