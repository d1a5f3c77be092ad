import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Child, startChild } from '../child.ts'
import { writeTraffic } from './traffic.ts'

export interface RunningValhalla {
  readonly url: string
  readonly pid: number
  /** Holds a file of live traffic, which the server reads at each question (`traffic.ts`). */
  readonly trafficFile: string
  stop(): Promise<void>
}

export interface ValhallaOptions {
  /** Edges over runs of edges, which one-to-one searches and `costmatrix` take. Default true. */
  hierarchy?: boolean
}

/**
 * Builds Valhalla's tiles from a file of OpenStreetMap and serves its JSON API on a free loopback port, from a
 * process of its own. Both go when it stops.
 *
 * @throws Error that says what the machine lacks.
 */
export async function startValhalla(
  pbf: string,
  { hierarchy = true }: ValhallaOptions = {},
): Promise<RunningValhalla> {
  const folder = await mkdtemp(join(tmpdir(), 'borne-valhalla-'))
  let child: Child | undefined
  const stop = async () => {
    child?.process.kill()
    await child?.ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const trafficFile = join(folder, 'traffic.tar')
    const config = await writeConfig(folder, trafficFile, hierarchy)
    await buildTiles(folder, config, pbf)
    await writeTraffic(join(folder, 'tiles'), trafficFile)
    child = startChild('valhalla/serve.ts', config)
    const [, port] = (await child.printed('listening ')).split(' ')
    return { url: `http://127.0.0.1:${port}`, pid: child.process.pid ?? 0, trafficFile, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function writeConfig(folder: string, trafficFile: string, hierarchy: boolean): Promise<string> {
  const config = JSON.parse(await readFile(new URL('valhalla.json', import.meta.url), 'utf8'))
  const tiles = join(folder, 'tiles')
  await mkdir(tiles)
  Object.assign(config.mjolnir, {
    tile_dir: tiles,
    traffic_extract: trafficFile,
    hierarchy,
    shortcuts: hierarchy,
  })
  const file = join(folder, 'valhalla.json')
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
