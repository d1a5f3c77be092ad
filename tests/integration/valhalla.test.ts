import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Position } from '@borne/geodata/geometry/position'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '../../api/src/platform/problems.ts'
import type { EngineQuestion, RoadEngine } from '../../api/src/platform/road-engine.ts'
import { openValhallaEngine } from '../../api/src/platform/valhalla/valhalla-engine.ts'
import { type RunningValhalla, startValhalla } from '../support/valhalla/start-valhalla.ts'

const ANDORRA = fileURLToPath(new URL('../fixtures/osm/andorra.osm.pbf', import.meta.url))
const TODAY = '2026-08-15'
const CAR: EngineQuestion = { date: TODAY, mode: 'car' }
const CAPITAL: Position = [1.5218, 42.5063]
const PAS_DE_LA_CASA: Position = [1.7331, 42.5447]
const SANT_JULIA: Position = [1.4913, 42.4635]
const AT_SEA: Position = [3.5, 41.5]

let valhalla: RunningValhalla
let engine: RoadEngine

beforeAll(async () => {
  valhalla = await startValhalla(ANDORRA)
  engine = openValhallaEngine(valhalla.url, () => TODAY)
}, 120_000)
afterAll(() => valhalla?.stop())

async function refusal(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof ProblemError) return error
  throw new Error(`no problem but ${error}`)
}

describe('a route of Valhalla', () => {
  test('leads along roads from one place to the other', async () => {
    const route = await engine.findRoute(CAPITAL, PAS_DE_LA_CASA, CAR)
    const straightMetres = sphericalMetres(CAPITAL, PAS_DE_LA_CASA)
    expect(route?.lengthMetres).toBeGreaterThan(straightMetres)
    expect(route?.lengthMetres).toBeLessThan(3 * straightMetres)
    expect(route?.seconds).toBeGreaterThan((route?.lengthMetres ?? 0) / (130 / 3.6))
    expect(route?.fromOffRoadMetres).toBeLessThan(50)
    expect(route?.toOffRoadMetres).toBeLessThan(50)
    expect(route?.coordinates.length).toBeGreaterThan(100)
    expect(route?.coordinates.every(([lon, lat]) => lon > 1.3 && lon < 1.9 && lat > 42.4 && lat < 42.7)).toBe(
      true,
    )
  })

  test('is another one on foot, and there is none for boats', async () => {
    const walk = await engine.findRoute(CAPITAL, SANT_JULIA, { ...CAR, mode: 'foot' })
    const drive = await engine.findRoute(CAPITAL, SANT_JULIA, CAR)
    expect(walk?.seconds).toBeGreaterThan(3 * (drive?.seconds ?? Infinity))
    expect((await refusal(engine.findRoute(CAPITAL, SANT_JULIA, { ...CAR, mode: 'boat' }))).code).toBe(
      'road-engine-lacks',
    )
  })

  test('goes round an area to avoid, or is none', async () => {
    const free = await engine.findRoute(CAPITAL, PAS_DE_LA_CASA, CAR)
    const [lon, lat] = free?.coordinates[Math.floor(free.coordinates.length / 2)] ?? CAPITAL
    const square = [
      [lon - 0.002, lat - 0.002],
      [lon + 0.002, lat - 0.002],
      [lon + 0.002, lat + 0.002],
      [lon - 0.002, lat + 0.002],
      [lon - 0.002, lat - 0.002],
    ]
    const avoidAreas = [{ type: 'Polygon' as const, coordinates: [square] }]
    const round = await engine.findRoute(CAPITAL, PAS_DE_LA_CASA, { ...CAR, avoidAreas })
    expect(round?.lengthMetres ?? Infinity).toBeGreaterThan(free?.lengthMetres ?? Infinity)
    const isInside = ([x, y]: Position) => Math.abs(x - lon) < 0.002 && Math.abs(y - lat) < 0.002
    expect(round?.coordinates.some(isInside) ?? false).toBe(false)
  })

  test('is null where no road is near', async () => {
    expect(await engine.findRoute(CAPITAL, AT_SEA, CAR)).toBeNull()
  })
})

describe('a matrix of Valhalla', () => {
  test('agrees with its routes, and knows no way to a place at sea', async () => {
    const places = [CAPITAL, AT_SEA, PAS_DE_LA_CASA]
    const { seconds, metres } = await engine.findMatrix(places, places, CAR)
    const route = await engine.findRoute(CAPITAL, PAS_DE_LA_CASA, CAR)
    expect(Math.abs(seconds[0]![2]! - route!.seconds)).toBeLessThan(0.02 * route!.seconds)
    expect(Math.abs(metres[0]![2]! - route!.lengthMetres)).toBeLessThan(0.02 * route!.lengthMetres)
    expect(seconds.map((row) => row[1])).toEqual([Infinity, Infinity, Infinity])
    expect(seconds[1]).toEqual([Infinity, Infinity, Infinity])
    expect(metres[1]).toEqual([Infinity, Infinity, Infinity])
    expect([seconds[0]![0], metres[2]![2]]).toEqual([0, 0])
  })

  test('is put together from blocks in the right order', async () => {
    const line = (await engine.findRoute(CAPITAL, PAS_DE_LA_CASA, CAR))!.coordinates
    const tos = Array.from({ length: 60 }, (_, i) => line[Math.floor((i * (line.length - 1)) / 59)]!)
    const { seconds } = await engine.findMatrix([CAPITAL, PAS_DE_LA_CASA], tos, CAR)
    expect(seconds.map((row) => row.length)).toEqual([60, 60])
    for (const column of [0, 30, 49, 50, 59]) {
      const single = await engine.findMatrix([CAPITAL], [tos[column]!], CAR)
      expect(seconds[0]![column]).toBe(single.seconds[0]![0])
    }
  })

  test('refuses ten thousand by ten thousand places before it asks', async () => {
    const places = Array.from({ length: 10_000 }, () => CAPITAL)
    const error = await refusal(engine.findMatrix(places, places, CAR))
    expect(error.code).toBe('road-matrix-too-large')
    expect(error.params).toEqual({ pairs: 100_000_000, most: 250_000 })
  })
})

describe('isochrones of Valhalla', () => {
  test('come in the asked order, more of them than one question holds', async () => {
    const minutes = [5, 10, 15, 20, 25, 30]
    const areas = await engine.findIsochrones(CAPITAL, minutes, CAR)
    expect(areas.map((area) => area.minutes)).toEqual(minutes)
    const widths = areas.map(({ area }) => {
      const lons = area.coordinates.flat(3).filter((_, i) => i % 2 === 0)
      return Math.max(...lons) - Math.min(...lons)
    })
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  })

  test('are none where no road is near', async () => {
    expect(await engine.findIsochrones(AT_SEA, [30], CAR)).toEqual([])
  })
})

describe('a Valhalla that fails', () => {
  test('becomes a problem when it is gone, without a word of where the question was about', async () => {
    const gone = await startValhalla(ANDORRA)
    const lost = openValhallaEngine(gone.url, () => TODAY)
    expect(await lost.findRoute(CAPITAL, SANT_JULIA, CAR)).not.toBeNull()
    await gone.stop()
    const error = await refusal(lost.findRoute(CAPITAL, SANT_JULIA, CAR))
    expect(error.code).toBe('road-engine-unavailable')
    expect(`${error.stack}${JSON.stringify(error)}${(error.cause as Error).stack}`).not.toContain('42.')
  })

  test('becomes a problem when it is silent', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const patient = openValhallaEngine(`http://127.0.0.1:${port}`, () => TODAY, 200)
    const error = await refusal(patient.findMatrix([CAPITAL], [SANT_JULIA], CAR))
    silent.close()
    silent.closeAllConnections()
    expect(error.code).toBe('road-engine-unavailable')
  })

  test('becomes a problem when something else answers there', async () => {
    const elsewhere = openValhallaEngine(`${valhalla.url}/elsewhere`, () => TODAY)
    expect((await refusal(elsewhere.findRoute(CAPITAL, SANT_JULIA, CAR))).code).toBe('road-engine-refused')
  })

  test('tells why it refuses a question', async () => {
    const huge = [
      [-9, 36],
      [10, 36],
      [10, 51],
      [-9, 51],
      [-9, 36],
    ]
    const question = { ...CAR, avoidAreas: [{ type: 'Polygon' as const, coordinates: [huge] }] }
    const error = await refusal(engine.findRoute(CAPITAL, SANT_JULIA, question))
    expect(error.code).toBe('road-engine-refused')
    expect(error.params.number).toBe(167)
  })
})
