import { describe, expect, test } from 'vitest'
import { Way } from '../../api/src/features/ways/contract.ts'
import { useRegion } from '../support/use-region.ts'

const SELIBABY = '-12.18479,15.15799'
const BAKEL = '-12.4570,14.9050'
const KANKOSSA = '-11.51914,15.93673'
/** Inside the frame of the map of roads, where it holds none. */
const NOWHERE = '-14.8,15.0'

const region = useRegion()
const { post } = region

async function ask(path: string, params: Record<string, string | number>) {
  const query = new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)]))
  const answer = await region.app.inject(`${path}?${query}`)
  return { status: answer.statusCode, body: answer.json() }
}

async function findWay(stops: string[], options: Record<string, string | number> = {}): Promise<Way> {
  const { status, body } = await ask('/api/ways', { stops: stops.join(';'), ...options })
  expect(body).not.toHaveProperty('code')
  expect(status).toBe(200)
  return Way.parse(body)
}

describe('a way', () => {
  test('over mapped roads has distance, time and shares that add up', async () => {
    const way = await findWay([SELIBABY, post('Gouraye')], { by: 'distance' })
    expect(way.lengthMetres).toBeGreaterThan(43_000)
    expect(way.lengthMetres).toBeLessThan(45_500)
    expect(way.byGrade?.mapped.lengthMetres).toBeCloseTo(way.lengthMetres ?? 0, 3)
    const surfaces = Object.values(way.bySurface ?? {})
    expect(surfaces.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(way.seconds ?? 0, 3)
    expect(way.legs[0]?.crossings).toEqual([])
    expect(way.stops[1]).toMatchObject({
      name: 'Gouraye',
      isDemonstration: true,
      isPositionUnconfirmed: false,
    })
    expect(way.computeMilliseconds).toBeGreaterThan(0)
  })

  test('to Ghabou takes the documented road, and its pieces say so', async () => {
    const way = await findWay([SELIBABY, post('Ghabou')])
    expect(way.byGrade?.documented.lengthMetres).toBeGreaterThan(50_000)
    const grades = way.pieces.features.map(({ properties }) => properties.grade)
    expect(grades).toContain('documented')
  })

  test('to Ghabou over mapped roads alone is not known: what helps is offered, and the hole is named', async () => {
    const way = await findWay([SELIBABY, post('Ghabou')], { documented: 'false' })
    expect(way.lengthMetres).toBeNull()
    expect(way.byGrade).toBeNull()
    const noWay = way.legs[0]?.noWay
    expect(noWay?.reason).toBe('needs-permission')
    expect(noWay?.offers.map(({ allow }) => allow)).toEqual([['documented'], ['presumed'], ['crossing']])
    expect(noWay?.smallestGap?.lengthMetres).toBeGreaterThan(1000)
    expect(noWay?.smallestGap?.nearSettlement).not.toBeNull()
  })

  test('that is offered is found as offered', async () => {
    const stops = [SELIBABY, post('Ghabou')]
    const refused = await findWay(stops, { documented: 'false' })
    const offers = refused.legs[0]?.noWay?.offers ?? []
    expect(offers.length).toBeGreaterThan(0)
    for (const { allow, presumedMetres, lengthMetres } of offers) {
      const allowed = Object.fromEntries(allow.map((permission) => [permission, 'true']))
      const limit: Record<string, number> = presumedMetres === null ? {} : { presumedMetres }
      const way = await findWay(stops, { documented: 'false', ...allowed, ...limit })
      expect(way.lengthMetres).toBeCloseTo(lengthMetres, 3)
    }
  })

  test('to the other bank needs the permission to cross, and then says where it crosses', async () => {
    const refused = await findWay([SELIBABY, BAKEL])
    expect(refused.stops[1]?.snappedPosition).toBeNull()
    expect(refused.legs[0]?.noWay?.acrossBorderStops).toEqual([1])
    expect(refused.legs[0]?.noWay?.offers.map(({ allow }) => allow)).toEqual([['crossing']])

    const way = await findWay([SELIBABY, BAKEL], { crossing: 'true', by: 'distance' })
    expect(way.lengthMetres).toBeGreaterThan(44_000)
    expect(way.lengthMetres).toBeLessThan(46_000)
    expect(way.crossingCount).toBe(1)
    expect(way.legs[0]?.crossings[0]).toMatchObject({ from: 'MRT', to: 'SEN', byFerry: true })
    expect(way.bySurface?.ferry.lengthMetres).toBeGreaterThan(0)
    expect(way.pieces.features.some(({ properties }) => properties.isAbroad)).toBe(true)
  })

  test('to a place far from any road is refused with the stop that is far', async () => {
    const way = await findWay([SELIBABY, NOWHERE])
    expect(way.legs[0]?.noWay).toMatchObject({ reason: 'stop-off-network', offNetworkStops: [1], offers: [] })
  })

  test('with one leg missing keeps the other and gives no total', async () => {
    const way = await findWay([post('Gouraye'), SELIBABY, BAKEL])
    expect(way.legs[0]?.lengthMetres).toBeGreaterThan(40_000)
    expect(way.legs[1]?.lengthMetres).toBeNull()
    expect(way.lengthMetres).toBeNull()
    expect(way.seconds).toBeNull()
  })

  test('may stop at a post whose position is not confirmed, and says so', async () => {
    const way = await findWay([SELIBABY, post('Baydiam')], { presumed: 'true' })
    expect(way.stops[1]).toMatchObject({ isPositionUnconfirmed: true, uncertaintyMetres: 10_000 })
    expect(way.stops[1]?.offRoadMetres).not.toBeNull()
  })

  test('between a place and itself is nothing long', async () => {
    const way = await findWay([SELIBABY, SELIBABY])
    expect(way.lengthMetres).toBe(0)
    expect(way.pieces.features).toEqual([])
  })

  test.each([
    ['-12.18479,15.15799', 'stops-too-few', 400],
    [`${SELIBABY};15.15799,-12.18479`, 'stop-swapped', 400],
    [`${SELIBABY};2.35,48.85`, 'stop-outside-region', 400],
    [`${SELIBABY};NaN,15`, 'stop-unreadable', 400],
    [`${SELIBABY};00000000-0000-4000-8000-000000000000`, 'stop-post-unknown', 404],
    [Array(21).fill(SELIBABY).join(';'), 'stops-too-many', 400],
  ])('%s is a problem', async (stops, code, status) => {
    const answer = await ask('/api/ways', { stops })
    expect(answer.body.code).toBe(code)
    expect(answer.status).toBe(status)
  })
})

test('a way from Kankossa tells where its stops are and how far off the road', async () => {
  const way = await findWay([KANKOSSA, BAKEL], { crossing: 'true' })
  expect(way.stops[0]?.near?.name).toMatch(/Kankossa|Kankoussa/)
  expect(way.stops[0]?.offRoadMetres).toBeLessThan(500)
})

describe('by pirogue', () => {
  test('along the river where no road goes, with the wait told apart and no border crossed', async () => {
    const way = await findWay([post('Gouraye'), post('Diaguily')], { onward: 'foot', presumed: 'false' })
    const { byPirogue } = way
    expect(byPirogue).not.toBeNull()
    expect(byPirogue!.stages.map(({ vehicle }) => vehicle)).toEqual(['4x4', 'pirogue', 'foot'])
    expect(byPirogue!.waitSeconds).toBeGreaterThan(0)
    const moving = byPirogue!.stages.reduce((sum, { seconds }) => sum + seconds, 0)
    expect(moving + byPirogue!.waitSeconds).toBeCloseTo(byPirogue!.seconds, 1)
    expect(byPirogue!.stages[1]!.lengthMetres).toBeGreaterThan(4_000)
    expect(byPirogue!.stages[1]!.lengthMetres).toBeLessThan(25_000)
  })
})

describe('the day', () => {
  test('is told with every answer, and what it closes with what is not reached', async () => {
    const way = await findWay([SELIBABY, post('Gouraye')], { date: '2026-08-15', vehicle: 'lorry' })
    expect(way.state).toMatchObject({ date: '2026-08-15', groundState: 'wet', vehicle: { id: 'lorry' } })
    expect(way.state.phases).toHaveLength(1)
    expect(way.seconds).toBeNull()
    expect(way.legs[0]?.noWay).toMatchObject({ reason: 'closed' })
    expect(way.legs[0]?.noWay?.closedBy[0]).toMatchObject({ kind: 'season', since: '2026-08-01' })
    const may = await findWay([SELIBABY, post('Gouraye')], { date: '2026-05-15', vehicle: 'lorry' })
    expect(may.seconds).toBeGreaterThan(0)
    expect(may.p90Seconds).toBeGreaterThan(may.seconds!)
    expect(may.legs[0]?.turns.at(0)?.kind).toBe('depart')
    expect(may.legs[0]?.turns.at(-1)?.kind).toBe('arrive')
  })

  test.each([
    [{ date: '2026-02-30' }, 'date-unreadable'],
    [{ date: '2099-01-01' }, 'date-too-far'],
    [{ vehicle: 'tank' }, 'vehicle-unknown'],
    [{ avoid: '-12.2,15.1;-12.1,15.2;-12.1,15.1;-12.2,15.2' }, 'avoid-crosses-itself'],
    [{ avoid: 'here' }, 'avoid-unreadable'],
    [{ avoid: Array(11).fill('-12.2,15.1;-12.1,15.1;-12.1,15.2').join('|') }, 'avoid-too-many'],
  ])('%j is the problem %s', async (params, code) => {
    const { status, body } = await ask('/api/ways', { stops: `${SELIBABY};${BAKEL}`, ...params } as Record<
      string,
      string
    >)
    expect(body).toMatchObject({ code })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  test('an area to avoid is gone round or closes the way', async () => {
    const [lon, lat] = SELIBABY.split(',').map(Number) as [number, number]
    const ring = [
      [-0.02, -0.06],
      [0.02, -0.06],
      [0.02, -0.02],
      [-0.02, -0.02],
    ].map(([x, y]) => `${lon + x!},${lat + y!}`)
    const before = await findWay([SELIBABY, post('Gouraye')])
    const after = await findWay([SELIBABY, post('Gouraye')], { avoid: ring.join(';') })
    expect(after.state.avoidedAreaCount).toBe(1)
    expect(after.seconds ?? Number.POSITIVE_INFINITY).toBeGreaterThan(before.seconds!)
  })
})

describe('questions to the roads', () => {
  test('a matrix is as its ways are, with nothing for points off the road', async () => {
    const froms = [{ position: SELIBABY.split(',').map(Number) }, { postId: post('Gouraye') }]
    const tos = [...froms, { position: NOWHERE.split(',').map(Number) }]
    const answer = await region.app.inject({
      method: 'POST',
      url: '/api/roads/matrix',
      payload: { froms, tos },
    })
    expect(answer.statusCode).toBe(200)
    const { seconds, metres, offNetworkTos } = answer.json()
    const way = await findWay([SELIBABY, post('Gouraye')])
    expect(seconds[0][1]).toBeCloseTo(way.seconds!, 1)
    expect(metres[0][1]).toBeLessThanOrEqual(way.lengthMetres! + 1)
    expect([seconds[0][0], seconds[0][2], offNetworkTos]).toEqual([0, null, [2]])
  })

  test('a matrix too large to answer is refused before it is worked on', async () => {
    const points = Array(10_000).fill({ position: [-12, 15] })
    const answer = await region.app.inject({
      method: 'POST',
      url: '/api/roads/matrix',
      payload: { froms: points.slice(0, 600), tos: points.slice(0, 600) },
    })
    expect(answer.json()).toMatchObject({ code: 'road-matrix-too-large' })
  })

  test('the nearest posts come soonest first', async () => {
    const { status, body } = await ask('/api/roads/nearest', { from: SELIBABY, count: 4, presumed: 'true' })
    expect(status).toBe(200)
    const seconds = body.posts.map((one: { seconds: number }) => one.seconds)
    expect(seconds).toHaveLength(4)
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b))
  })

  test('areas of more minutes hold those of fewer', async () => {
    const { status, body } = await ask('/api/roads/isochrones', { from: SELIBABY, minutes: '15,60' })
    expect(status).toBe(200)
    const minutes = body.areas.features.map(
      (one: { properties: { minutes: number } }) => one.properties.minutes,
    )
    expect(minutes).toEqual([60, 15])
    const metres = body.areas.features.map(
      (one: { properties: { reachedRoadMetres: number } }) => one.properties.reachedRoadMetres,
    )
    expect(metres[0]).toBeGreaterThan(metres[1])
    expect((await ask('/api/roads/isochrones', { from: SELIBABY, minutes: '0' })).body).toMatchObject({
      code: 'minutes-unreadable',
    })
    expect((await ask('/api/roads/isochrones', { from: NOWHERE })).body).toMatchObject({
      code: 'point-off-network',
    })
  })

  test('catchments share the roads of Guidimakha out, to each post its own', async () => {
    const { status, body } = await ask('/api/roads/catchments', { presumed: 'true' })
    expect(status).toBe(200)
    const used = body.posts.filter((one: { isUsed: boolean }) => one.isUsed)
    expect(used.length).toBeGreaterThan(2)
    const drawn = new Map<string, number>()
    for (const { properties } of body.roads.features) {
      drawn.set(properties.postId, (drawn.get(properties.postId) ?? 0) + properties.lengthMetres)
    }
    for (const { postId, roadMetres } of used)
      expect(Math.abs((drawn.get(postId) ?? 0) - roadMetres)).toBeLessThan(10)
    expect(
      used.reduce((sum: number, one: { settlementCount: number }) => sum + one.settlementCount, 0),
    ).toBeGreaterThan(50)
  })

  test('a day beside another: what closes, and which posts it parts', async () => {
    const { status, body } = await ask('/api/roads/day', {
      date: '2026-10-15',
      against: '2026-05-15',
      presumed: 'true',
    })
    expect(status).toBe(200)
    expect(body.metres.cut).toBeGreaterThan(body.againstMetres.cut)
    const changes = body.difference.features.map(
      (one: { properties: { change: string } }) => one.properties.change,
    )
    expect(changes).toContain('closes')
    const parted = body.posts.filter(
      (one: { seconds: number | null; againstSeconds: number | null }) =>
        one.seconds === null && one.againstSeconds !== null,
    )
    expect(parted.map((one: { name: string }) => one.name)).toContain('Diaguily')
    for (const { closedBy } of parted) expect(closedBy.length).toBeGreaterThan(0)
  })
})
