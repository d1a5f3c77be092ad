import { randomUUID } from 'node:crypto'
import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import {
  Coverage,
  CriticalLinks,
  TimeGrid,
  WhoComes,
} from '../../api/src/features/coverage/measure-contract.ts'
import { CoverageScenario } from '../../api/src/features/coverage/scenario-contract.ts'
import { askCoverage } from '../support/ask-coverage.ts'
import { useRegion } from '../support/use-region.ts'

const region = useRegion()
const { post } = region
const { send, measure } = askCoverage(region)

function coordinatesOf(geometry: Geometry | null): unknown {
  return geometry && 'coordinates' in geometry ? geometry.coordinates : null
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const near = { maxMetres: 1000, kmh: null }

describe('a measure', () => {
  test('adds up: segments to the border, gaps to what is left, catchments and bands to the whole', async () => {
    const found = await measure({ postIds: [post('Gouraye')] })
    expect(sum(found.segments.map(({ reachedMetres }) => reachedMetres))).toBeCloseTo(
      found.reachedBorderMetres,
      3,
    )
    expect(sum(found.segments.map(({ lengthMetres }) => lengthMetres))).toBeCloseTo(found.borderMetres, 3)
    expect(found.borderMetres).toBeGreaterThan(255_000)
    expect(found.borderMetres).toBeLessThan(270_000)
    expect(found.reachedBorderMetres).toBeGreaterThan(0)
    const gaps = sum(found.gaps.map(({ lengthMetres }) => lengthMetres))
    expect(gaps + found.reachedBorderMetres).toBeCloseTo(found.borderMetres, 1)
    const drawn = sum(found.roads.features.map(({ properties }) => properties.lengthMetres))
    expect(Math.abs(drawn - found.reachedRoadMetres)).toBeLessThan(20)
    expect(found.bands).toEqual([10, 20, 30, 40, 50, 60])
    expect(found.crossings).toHaveLength(18)
  })

  test('grows with time and with the distance off the road', async () => {
    const postIds = [post('Gouraye')]
    const first = await measure({ postIds, minutes: 30, access: near })
    const longer = await measure({ postIds, minutes: 90, access: near })
    const wider = await measure({ postIds, minutes: 30, access: { ...near, maxMetres: 5000 } })
    const slower = await measure({ postIds, minutes: 30, access: { maxMetres: 5000, kmh: 4 } })
    expect(longer.reachedBorderMetres).toBeGreaterThan(first.reachedBorderMetres)
    expect(wider.reachedBorderMetres).toBeGreaterThan(first.reachedBorderMetres)
    expect(slower.reachedBorderMetres).toBeLessThan(wider.reachedBorderMetres)
    expect(longer.settlements.length).toBeGreaterThan(first.settlements.length)
  })

  test('names settlements soonest first, and counts an unknown population as unknown', async () => {
    const found = await measure({ postIds: [post('Gouraye')], minutes: 90 })
    const seconds = found.settlements.map((settlement) => settlement.seconds)
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b))
    const unknown = found.settlements.filter(({ population }) => population === null)
    expect(found.population.unknownCount).toBe(unknown.length)
    expect(found.settlements.find(({ name }) => name === 'Sélibaby')?.population).toBe(18_424)
    expect(found.population.known).toBeGreaterThanOrEqual(18_424)
    expect(found.population.low).toBeLessThan(found.population.known)
    expect(found.population.high).toBeGreaterThan(found.population.known)
  })

  test('does not swim: without crossing, no settlement of the other bank', async () => {
    const asked = { postIds: [post('Gouraye')], minutes: 120 }
    const home = await measure(asked)
    const abroad = await measure({ ...asked, network: { crossing: 'true' } })
    const names = (coverage: Coverage) => coverage.settlements.map(({ name }) => name)
    expect(names(home)).not.toContain('Bakel')
    expect(names(abroad)).toContain('Bakel')
  })

  test('starts by default from every operational post, unconfirmed positions left out and told', async () => {
    const found = await measure()
    const operational = region.posts.filter(({ properties }) => properties.physicalStatus === 'operational')
    expect(found.posts.map(({ postId }) => postId).sort()).toEqual(
      operational.map(({ id }) => String(id)).sort(),
    )
    for (const start of found.posts) {
      const confidence = region.posts.find(({ id }) => id === start.postId)?.properties.positionConfidence
      expect(start.isUsed).toBe(confidence !== 'unconfirmed')
    }
    const included = await measure({ postIds: [post('Baydiam')], includeUnconfirmed: true })
    expect(included.posts[0]?.leftOutBecause).not.toBe('unconfirmed')
  })

  test('without any post is a border that nobody comes to, not an error', async () => {
    const found = await measure({ postIds: [] })
    expect([found.posts, found.reachedBorderMetres, found.reachedRoadMetres]).toEqual([[], 0, 0])
    expect(found.gaps.every(({ nearest }) => nearest === null)).toBe(true)
  })

  test('of six hours is sent in less than a megabyte', async () => {
    const answer = await region.app.inject({
      method: 'POST',
      url: '/api/coverage/measure',
      payload: { question: { minutes: 360, network: { crossing: 'true' } } },
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(answer.rawPayload.length).toBeLessThan(1_000_000)
  })

  test('tells who comes to a place of the border, as the profile does', async () => {
    const found = await measure()
    const [profile] = found.profiles
    const gap = found.border.features.find(({ properties }) => properties.inReach)!
    const [position] = coordinatesOf(gap.geometry) as number[][]
    const { status, body } = await send('who-comes', { position })
    expect(status).toBe(200)
    const comers = WhoComes.parse(body)
    expect(comers.posts.length).toBeGreaterThan(0)
    const own = found.profiles.find(({ segmentId }) => segmentId === comers.segmentId)!
    const away = own.atMetres.map((at) => Math.abs(at - comers.atMetres))
    const piece = away.indexOf(Math.min(...away))
    expect(Math.abs(own.p50Seconds[piece]! - comers.posts[0]!.p50Seconds)).toBeLessThanOrEqual(1)
    expect(profile?.atMetres.length).toBeGreaterThan(100)
  })
})

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const road = (coordinates: number[][]) => ({
  kind: 'road-built',
  roadId: randomUUID().slice(0, 8),
  name: 'Piste neuve',
  highway: 'track',
  ground: null,
  coordinates,
})
const cut = { kind: 'road-cut', cutId: randomUUID().slice(0, 8), name: 'Gué', position: [-12.18, 15.15] }

describe('what cannot be measured is refused, by its field', () => {
  test.each<[object, string, number, string]>([
    [{ question: { minutes: 0 } }, 'validation-failed', 400, 'question.minutes'],
    [{ question: { minutes: 10_000 } }, 'validation-failed', 400, 'question.minutes'],
    [{ question: { access: { maxMetres: -1, kmh: null } } }, 'validation-failed', 400, 'maxMetres'],
    [{ question: { postIds: ['nobody'] } }, 'validation-failed', 400, 'question.postIds'],
    [{ question: { postIds: [UNKNOWN] } }, 'coverage-post-unknown', 404, 'question.postIds.0'],
    [{ question: { network: { date: '2026-02-30' } } }, 'date-unreadable', 400, ''],
    [{ scenarioId: UNKNOWN }, 'coverage-scenario-not-found', 404, ''],
    [
      { changes: [{ kind: 'post-closes', postId: UNKNOWN }] },
      'coverage-change-post-unknown',
      404,
      'changes.0.postId',
    ],
    [
      { changes: [{ kind: 'works-done', contractId: UNKNOWN, on: '2027-01-01' }] },
      'coverage-change-contract-unknown',
      404,
      'changes.0.contractId',
    ],
    [
      {
        question: { network: { date: '2026-08-15' } },
        changes: [{ kind: 'closure-lifted', closureId: UNKNOWN }],
      },
      'coverage-change-closure-unknown',
      404,
      'changes.0.closureId',
    ],
    [{ changes: [cut] }, 'coverage-change-needs-day', 400, 'changes.0'],
    [{ changes: [road([[-12.1, 15.1]])] }, 'coverage-road-too-short', 400, 'changes.0.coordinates'],
    [
      {
        changes: [
          road([
            [-12.1, 15.1],
            [-12.1, 15.1],
          ]),
        ],
      },
      'coverage-road-length-unfit',
      400,
      'changes.0.coordinates',
    ],
    [
      {
        changes: [
          road([
            [-12.1, 15.1],
            [-12.0, 15.2],
            [-12.0, 15.1],
            [-12.1, 15.2],
          ]),
        ],
      },
      'coverage-road-crosses-itself',
      400,
      'changes.0.coordinates',
    ],
    [
      {
        changes: [
          { kind: 'place-opens', placeId: randomUUID().slice(0, 8), name: 'Loin', position: [2, 48] },
        ],
      },
      'coverage-outside-region',
      400,
      'changes.0.position',
    ],
    [
      {
        changes: Array.from({ length: 21 }, () =>
          road([
            [-12.1, 15.1],
            [-12.0, 15.2],
          ]),
        ),
      },
      'coverage-too-many-roads',
      400,
      'changes',
    ],
  ])('%# $1', async (asked, code, status, field) => {
    const answer = await send('measure', asked)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    if (field) expect(answer.body.errors[0].field).toContain(field)
  })
})

describe('changes', () => {
  test('open and close posts, and those that change nothing are told', async () => {
    const alone = { question: { postIds: [post('Gouraye')] } }
    const before = await measure(alone.question)
    const place = {
      kind: 'place-opens',
      placeId: randomUUID().slice(0, 8),
      name: 'Colline',
      position: [-12.18, 15.16],
    }
    const more = await measure(alone.question, {
      changes: [{ kind: 'post-opens', postId: post('Gouraye') }, place],
    })
    expect(more.idleChanges).toEqual([{ index: 0, reason: 'already-counts' }])
    expect(more.posts.map(({ name }) => name)).toEqual(['Gouraye', 'Colline'])
    expect(more.settlements.length).toBeGreaterThan(before.settlements.length)
    const none = await measure(alone.question, {
      changes: [{ kind: 'post-closes', postId: post('Gouraye') }],
    })
    expect(none.reachedBorderMetres).toBe(0)
  })

  test('build a road on which posts come farther, and the roads without it stay as they are', async () => {
    const question = { postIds: [post('Gouraye')], minutes: 40 }
    const before = await measure(question)
    const gap = before.gaps.find(({ lengthMetres, nearest }) => nearest !== null && lengthMetres > 3000)!
    const at = gap.coordinates[Math.floor(gap.coordinates.length / 2)]!
    const start = coordinatesOf(region.posts.find(({ id }) => String(id) === post('Gouraye'))!.geometry)
    const built = { ...road([start as number[], at]), highway: 'primary' }
    const after = await measure(question, { changes: [built] })
    expect(after.reachedBorderMetres).toBeGreaterThan(before.reachedBorderMetres)
    expect((await measure(question)).reachedBorderMetres).toBe(before.reachedBorderMetres)
  }, 120_000)

  test('cut a road, and what is lost is found among the critical links', async () => {
    const question = { postIds: [post('Gouraye')], network: { date: '2027-05-15' } }
    const before = await measure(question)
    const { status, body } = await send('critical-links', { question, seconds: 20 })
    expect([status, body.code]).toEqual([200, undefined])
    const { links } = CriticalLinks.parse(body)
    const lost = links.map(({ lostMetres }) => lostMetres)
    expect(lost).toEqual([...lost].sort((a, b) => b - a))
    const [worst] = links
    if (worst) {
      const after = await measure(question, {
        changes: [
          { kind: 'road-cut', cutId: randomUUID().slice(0, 8), name: 'Essai', position: worst.position },
        ],
      })
      expect(after.reachedBorderMetres).toBeLessThan(before.reachedBorderMetres)
    }
  }, 60_000)
})

test('a scenario is measured by its name', async () => {
  const question = { postIds: [post('Gouraye')], minutes: 45 }
  const added = await send('scenarios', {
    name: 'Essai',
    note: '',
    question,
    changes: [{ kind: 'post-closes', postId: post('Gouraye') }],
  })
  expect([added.status, added.body.code]).toEqual([201, undefined])
  const { id } = CoverageScenario.parse(added.body)
  const { body } = await send('measure', { scenarioId: id })
  expect(Coverage.parse(body)).toMatchObject({ minutes: 45, posts: [], reachedBorderMetres: 0 })
})

test('times over the region come in hexagons', async () => {
  const { status, body } = await send('time-grid', { question: {}, cellMetres: 5000 })
  expect([status, body.code]).toEqual([200, undefined])
  const grid = TimeGrid.parse(body)
  expect(grid.centres.length).toBeGreaterThan(50)
  expect(grid.seconds).toHaveLength(grid.centres.length)
})
