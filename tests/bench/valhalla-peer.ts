import { request } from 'node:http'
import type { Position } from '@borne/geodata/geometry/position'
import {
  buildValhallaTiles,
  type MatrixSearch,
  serveValhalla,
  type ValhallaTiles,
} from '../support/valhalla/start-valhalla.ts'

/** As our own network is driven: tracks like other roads, nothing for a turn or a name that changes. */
const CAR = { use_tracks: 1, maneuver_penalty: 0, service_penalty: 0, use_ferry: 1 }

export interface ValhallaAnswer<T> {
  /** Processor time inside Valhalla, without the way over HTTP. */
  ms: number
  body: T
}

/** A Valhalla with one setting. */
export interface ValhallaPeer {
  name: string
  trafficFile: string
  ask<T>(action: string, query: object, car?: object): Promise<ValhallaAnswer<T>>
}

export interface ValhallaPeers {
  peers: ValhallaPeer[]
  stop(): Promise<void>
}

/** Settings that are tried: tiles with levels or with one, and both searches of matrices. */
export async function startValhallaPeers(
  pbf: string,
  levels: readonly ('levels' | 'one level')[],
  tell: (line: string) => void,
): Promise<ValhallaPeers> {
  const tileSets: ValhallaTiles[] = []
  const peers: ValhallaPeer[] = []
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const stopOne of stops.reverse()) await stopOne()
    for (const tiles of tileSets) await tiles.remove()
  }
  try {
    for (const level of levels) {
      tell(`Valhalla's tiles, ${level}`)
      const tiles = await buildValhallaTiles(pbf, level === 'levels')
      tileSets.push(tiles)
      for (const matrices of ['costmatrix', 'timedistancematrix'] satisfies MatrixSearch[]) {
        const server = await serveValhalla(tiles, matrices)
        stops.push(server.stop)
        peers.push({
          name: `${level}, ${matrices}`,
          trafficFile: tiles.trafficFile,
          ask: (action, query, car = {}) =>
            ask(`${server.url}/${action}`, {
              costing: 'auto',
              costing_options: { auto: { ...CAR, ...car } },
              ...query,
            }),
        })
      }
    }
    return { peers, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export function toPlace([lon, lat]: Position): object {
  return { lon, lat }
}

/** With `node:http`: the built-in fetch waits no longer than five minutes for an answer. */
function ask<T>(url: string, query: object): Promise<ValhallaAnswer<T>> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST' }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.once('error', reject)
      response.once('end', () => {
        const ms = Number(String(response.headers['server-timing']).replace('cpu;dur=', ''))
        resolve({ ms, body: JSON.parse(Buffer.concat(pieces).toString('utf8')) as T })
      })
    })
    asked.once('error', reject)
    asked.end(JSON.stringify(query))
  })
}
