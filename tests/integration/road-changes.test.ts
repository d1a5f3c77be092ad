import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Way } from '../../api/src/features/ways/contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { openRegionApp } from '../support/region-app.ts'

const SELIBABY: [number, number] = [-12.18479, 15.15799]
const GOURAYE: [number, number] = [-12.45024, 14.90099]
const TODAY = new Date().toISOString().slice(0, 10)

let region: Awaited<ReturnType<typeof openRegionApp>>
beforeAll(async () => {
  region = await openRegionApp()
}, 240_000)
afterAll(() => region?.close())

async function findWay(from: [number, number], to: [number, number], date = TODAY): Promise<Way> {
  const query = new URLSearchParams({ stops: `${from};${to}`, date })
  const answer = await region.app.inject(`/api/ways?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return Way.parse(answer.json())
}

async function send(method: 'POST' | 'PATCH', url: string, payload: object) {
  const answer = await region.app.inject({ method, url, payload })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

function longestLineOf(way: Way): GeoJSON.LineString {
  const lines = way.pieces.features.map(({ geometry }) => geometry as GeoJSON.LineString)
  return lines.toSorted((a, b) => b.coordinates.length - a.coordinates.length)[0]!
}

/** The middle of the longest piece of a way. */
function middleOf(way: Way): [number, number] {
  const { coordinates } = longestLineOf(way)
  return coordinates[coordinates.length >> 1] as [number, number]
}

test('a closure acts on the next question, its lifting on the one after, and the network is not built again', async () => {
  const before = await findWay(SELIBABY, GOURAYE)
  const { network } = before.state
  const closure = await send('POST', '/api/closures', {
    geometry: { type: 'Point', coordinates: middleOf(before) },
    effect: 'cut',
    cause: 'collapse',
  })
  const graph = (await region.app.roadNetwork.get()).graph
  const closed = await findWay(SELIBABY, GOURAYE)
  expect(closed.state.closureCount).toBe(before.state.closureCount + 1)
  expect(closed.seconds ?? Number.POSITIVE_INFINITY).toBeGreaterThan(before.seconds!)
  if (closed.seconds === null) {
    expect(closed.legs[0]?.noWay?.closedBy).toMatchObject([
      { kind: 'closure', id: closure.id, cause: 'collapse' },
    ])
  }
  expect((await region.app.roadNetwork.get()).graph).toBe(graph)
  await send('POST', `/api/closures/${closure.id}/lift`, { version: closure.version })
  const lifted = await findWay(SELIBABY, GOURAYE)
  expect(lifted.seconds).toBe(before.seconds)
  expect(lifted.state.network).toEqual(network)
})

test('a closure that makes slow lengthens the way by as much as it says', async () => {
  const before = await findWay(SELIBABY, GOURAYE)
  const [lon, lat] = middleOf(before)
  const ring = [
    [lon - 0.02, lat - 0.02],
    [lon + 0.02, lat - 0.02],
    [lon + 0.02, lat + 0.02],
    [lon - 0.02, lat + 0.02],
    [lon - 0.02, lat - 0.02],
  ]
  const closure = await send('POST', '/api/closures', {
    geometry: { type: 'Polygon', coordinates: [ring] },
    effect: 'slow',
    speedFactor: 0.25,
    cause: 'works',
  })
  const slow = await findWay(SELIBABY, GOURAYE)
  expect(slow.seconds!).toBeGreaterThan(before.seconds! + 60)
  expect(slow.pieces.features.some(({ properties }) => properties.level === 'slow')).toBe(true)
  await send('POST', `/api/closures/${closure.id}/lift`, { version: closure.version })
})

test('an accepted track is a road from its first day on, and no more once it is rejected', async () => {
  const [from, to]: [number, number][] = [
    [-12.18479, 15.15799],
    [-11.79545, 15.31884],
  ]
  const options = { documented: 'false' }
  const ask = async (date: string) => {
    const query = new URLSearchParams({ stops: `${from};${to}`, date, ...options })
    return Way.parse((await region.app.inject(`/api/ways?${query}`)).json())
  }
  const before = await ask('2026-05-15')
  const edit = await send('POST', '/api/road-edits', {
    kind: 'add',
    geometry: {
      type: 'LineString',
      coordinates: [before.stops[0]!.snappedPosition, before.stops[1]!.snappedPosition],
    },
    highway: 'track',
    name: 'Piste d’essai',
    validFrom: '2026-05-01',
  })
  expect((await ask('2026-05-15')).lengthMetres).toBe(before.lengthMetres)
  const accepted = await send('POST', `/api/road-edits/${edit.id}/accept`, { version: edit.version })
  const over = await ask('2026-05-15')
  expect(over.lengthMetres).toBeLessThan(60_000)
  expect(over.legs[0]!.turns.map(({ name }) => name)).toContain('Piste d’essai')
  expect((await ask('2026-04-30')).lengthMetres).toBeCloseTo(before.lengthMetres!, 2)
  await send('POST', `/api/road-edits/${edit.id}/reject`, { version: accepted.version })
  expect((await ask('2026-05-15')).lengthMetres).toBe(before.lengthMetres)
})

test('while an accepted road is built in, others are answered on the network as it was, and who accepted it waits', async () => {
  const { roadNetwork, systemDb } = region.app
  const former = await roadNetwork.get()
  const [chief, colleague] = [randomUUID(), randomUUID()]
  await systemDb.run(sql`
    insert into road_edit (kind, geom, highway, origin, state)
    select 'add', st_translate(edge.geom, 0.01, 0.01), 'track', 'drawn', 'accepted'
      from road_edge edge where edge.in_guidimakha order by edge.length_metres desc, edge.id limit 1`)
  roadNetwork.noteChange(chief)
  expect(await roadNetwork.getFor(colleague)).toBe(former)
  expect(await roadNetwork.getFor(undefined)).toBe(former)
  const latter = await roadNetwork.getFor(chief)
  expect(latter.key).not.toBe(former.key)
  expect(latter.graph.additions.size).toBeGreaterThan(former.graph.additions.size)
  expect(await roadNetwork.getFor(colleague)).toBe(latter)
  expect(await roadNetwork.get()).toBe(latter)
})

test('a correction that adds no road acts on the next question, and the network is not built again', async () => {
  const former = await region.app.roadNetwork.get()
  const before = await findWay(SELIBABY, GOURAYE)
  const edit = await send('POST', '/api/road-edits', {
    kind: 'remove',
    geometry: longestLineOf(before),
    name: 'Route emportée',
  })
  await send('POST', `/api/road-edits/${edit.id}/accept`, { version: edit.version })
  const after = await findWay(SELIBABY, GOURAYE)
  expect(after.seconds ?? Number.POSITIVE_INFINITY).toBeGreaterThan(before.seconds!)
  expect(await region.app.roadNetwork.get()).toBe(former)
})
