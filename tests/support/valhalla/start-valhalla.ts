import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startChild } from '../child.ts'
import { writeTraffic } from './traffic.ts'

export interface ValhallaTiles {
  readonly folder: string
  /** Holds live traffic, which a server heeds at each question that states a time (`traffic.ts`). */
  readonly trafficFile: string
  remove(): Promise<void>
}

export interface RunningValhalla {
  readonly url: string
  stop(): Promise<void>
}

export type MatrixSearch = 'select_optimal' | 'costmatrix' | 'timedistancematrix'

/**
 * Builds Valhalla's tiles from a file of OpenStreetMap and serves its JSON API on a free loopback port, from a
 * process of its own. Both go when it stops.
 *
 * @throws Error that says what the machine lacks.
 */
export async function startValhalla(pbf: string): Promise<RunningValhalla> {
  const tiles = await buildValhallaTiles(pbf)
  try {
    const server = await serveValhalla(tiles)
    return {
      url: server.url,
      async stop() {
        await server.stop()
        await tiles.remove()
      },
    }
  } catch (error) {
    await tiles.remove()
    throw error
  }
}

/** @param hasHierarchy Whether roads of high class get levels of their own, with edges over runs of edges. */
export async function buildValhallaTiles(pbf: string, hasHierarchy = true): Promise<ValhallaTiles> {
  const folder = await mkdtemp(join(tmpdir(), 'borne-valhalla-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const trafficFile = join(folder, 'traffic.tar')
  try {
    await mkdir(join(folder, 'tiles'))
    const mjolnir = { hierarchy: hasHierarchy, shortcuts: hasHierarchy }
    await buildTiles(folder, await writeConfig(folder, { mjolnir }), pbf)
    await writeTraffic(join(folder, 'tiles'), trafficFile)
    return { folder, trafficFile, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** @param matrices How matrices are searched. Default: as Valhalla sees fit. */
export async function serveValhalla(
  { folder, trafficFile }: ValhallaTiles,
  matrices: MatrixSearch = 'select_optimal',
): Promise<RunningValhalla> {
  const config = await writeConfig(folder, {
    mjolnir: { traffic_extract: trafficFile },
    thor: { source_to_target_algorithm: matrices },
  })
  const child = startChild('valhalla/serve.ts', config)
  const [, port] = (await child.printed('listening ')).split(' ')
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.process.kill()
      await child.ended
    },
  }
}

async function writeConfig(folder: string, settings: Record<string, object>): Promise<string> {
  const config = JSON.parse(await readFile(new URL('valhalla.json', import.meta.url), 'utf8'))
  config.mjolnir.tile_dir = join(folder, 'tiles')
  for (const [section, values] of Object.entries(settings)) Object.assign(config[section], values)
  const file = join(folder, `${randomUUID()}.json`)
  await writeFile(file, JSON.stringify(config))
  return file
}

async function buildTiles(folder: string, config: string, pbf: string): Promise<void> {
  const packageFolder = dirname(fileURLToPath(import.meta.resolve('@valhallajs/valhallajs')))
  const program = join(packageFolder, process.platform, process.arch, 'valhalla_build_tiles')
  try {
    // It leaves a list of doubtful ways where it runs.
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 }
    await promisify(execFile)(program, ['-c', config, resolve(pbf)], options)
  } catch (error) {
    const words = String((error as { stderr?: string }).stderr ?? error)
    if (words.includes('libbsd.so.0')) {
      throw new Error('Valhalla does not start without the system library libbsd (Debian: libbsd0).')
    }
    throw new Error(`Valhalla built no tiles: ${words.slice(-500)}`, { cause: error })
  }
}
