import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export interface RunningPostgres {
  readonly url: string
  stop(): Promise<void>
}

const DEBIAN_CLUSTERS = '/usr/lib/postgresql'
const START_TIMEOUT_MS = 30_000
const UNPRIVILEGED = ['postgres', 'nobody']

/**
 * Starts a throw-away PostgreSQL with PostGIS on a free loopback port, from Debian's packages, or says what is
 * missing. As root it runs as the user `postgres` or `nobody`, which PostgreSQL insists on.
 */
export async function startPostgres(): Promise<RunningPostgres | { missing: string }> {
  const version = newestVersion()
  if (!version) return { missing: `no PostgreSQL with PostGIS under ${DEBIAN_CLUSTERS}` }
  const user = await unprivilegedUser()
  if (user === 'missing')
    return { missing: 'PostgreSQL does not run as root, and there is no user postgres or nobody' }

  const folder = await mkdtemp(join(tmpdir(), 'borne-postgres-'))
  if (user) await chown(folder, user.uid, user.gid)
  const bin = join(DEBIAN_CLUSTERS, version, 'bin')
  const data = join(folder, 'data')
  const options = { cwd: folder, ...user }
  const initialise = ['-D', data, '-A', 'trust', '-U', 'borne', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  await promisify(execFile)(join(bin, 'initdb'), initialise, options)

  const port = await freePort()
  const settings = ['fsync=off', 'max_connections=200', `unix_socket_directories=${folder}`]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  const url = `postgres://borne@127.0.0.1:${port}/postgres`
  const stop = async () => {
    await end(server)
    await rm(folder, { recursive: true, force: true })
  }
  await answers(url, server).catch(async (error) => {
    await stop()
    throw error
  })
  return { url, stop }
}

function newestVersion(): string | undefined {
  if (!existsSync(DEBIAN_CLUSTERS)) return undefined
  return readdirSync(DEBIAN_CLUSTERS)
    .filter((version) => existsSync(join(DEBIAN_CLUSTERS, version, 'bin', 'initdb')))
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .sort((a, b) => Number(a) - Number(b))
    .at(-1)
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined | 'missing'> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = UNPRIVILEGED.map((name) => users.find(([user]) => user === name)).find(Boolean)
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : 'missing'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (server.exitCode === null && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url })
    const isUp = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS} ms.`)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  await new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGINT')
  })
}
