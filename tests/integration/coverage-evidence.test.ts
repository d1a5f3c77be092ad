import { randomUUID } from 'node:crypto'
import type { Feature, Geometry } from 'geojson'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import {
  CoverageEvidence,
  CoverageEvidences,
  RecomputedEvidence,
} from '../../api/src/features/coverage/evidence-contract.ts'
import type { AskedCoverage } from '../../api/src/features/coverage/question-contract.ts'
import { SitingAnswer } from '../../api/src/features/coverage/siting-contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { askCoverage } from '../support/ask-coverage.ts'
import { useRegion } from '../support/use-region.ts'

const region = useRegion()
const { post } = region
const { send, measure } = askCoverage(region)

const candidates = {
  settlements: { places: null, area: null, maxBorderMetres: 5000 },
  crossings: true,
  points: [],
}
const siting = {
  question: { postIds: null },
  model: 'covering',
  demand: 'border',
  candidates,
  count: 2,
  budget: null,
}

function fetchAs(evidenceId: string, format: string) {
  return region.app.inject(`/api/coverage/evidence/${evidenceId}/export/${format}`)
}

const isOfKind = (kind: string) => (one: Feature) => one.properties?.kind === kind

function coordinatesOf(geometry: Geometry | null): unknown {
  return geometry && 'coordinates' in geometry ? geometry.coordinates : null
}

async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('siting', () => {
  test('finds the next two posts, with proof, runner-up and curve; measured again, they bring what was said', async () => {
    const answer = await region.app.inject({
      method: 'POST',
      url: '/api/coverage/siting',
      payload: siting,
      headers: { accept: 'application/x-ndjson' },
    })
    expect(answer.headers['content-type']).toContain('application/x-ndjson')
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => SitingAnswer.parse(JSON.parse(line)))
    expect(lines.map(({ stage }) => stage)).toEqual(['preview', 'sites', 'runner-up', 'complete'])
    const last = lines.at(-1)!
    expect(last.places).toHaveLength(2)
    expect(last.isOptimal).toBe(true)
    expect(last.runnerUp?.behind).toBeGreaterThanOrEqual(0)
    expect(last.curve.map(({ count }) => count)).toEqual([0, 1, 2])
    expect(last.value.objective! - last.before.objective!).toBeCloseTo(
      sum(last.places.map(({ gain }) => gain!)),
      0,
    )
    const places = last.places.map(({ name, position }) => ({
      kind: 'place-opens',
      placeId: randomUUID().slice(0, 8),
      name,
      position,
    }))
    const [before, after] = [await measure(), await measure({}, { changes: places })]
    const gained = after.reachedBorderMetres - before.reachedBorderMetres
    const promised = last.value.objective! - last.before.objective!
    expect(Math.abs(gained - promised)).toBeLessThan(0.05 * promised + 2000)
  }, 60_000)

  test.each<[object, string, number]>([
    [
      { budget: 5, count: null, costs: { settlement: 9, crossing: 9, point: 9 } },
      'coverage-siting-budget-too-small',
      422,
    ],
    [{ count: null }, 'coverage-siting-no-limit', 400],
    [
      { candidates: { settlements: null, crossings: false, points: [] } },
      'coverage-siting-no-candidates',
      422,
    ],
    [
      {
        candidates: {
          settlements: null,
          crossings: false,
          points: Array.from({ length: 5000 }, (_, index) => ({
            id: String(index),
            name: 'Point',
            position: [-12.1, 15.1],
            cost: null,
          })),
        },
      },
      'coverage-too-many-candidates',
      422,
    ],
    [
      {
        candidates: {
          ...candidates,
          settlements: {
            places: null,
            maxBorderMetres: null,
            area: {
              type: 'Polygon',
              coordinates: [
                [
                  [-12, 15],
                  [-11, 16],
                  [-11, 15],
                  [-12, 16],
                  [-12, 15],
                ],
              ],
            },
          },
        },
      },
      'coverage-area-crosses-itself',
      400,
    ],
    [
      {
        candidates: {
          ...candidates,
          settlements: { places: null, maxBorderMetres: null, area: { type: 'Point', coordinates: [0, 0] } },
        },
      },
      'coverage-area-unreadable',
      400,
    ],
    [
      {
        candidates: {
          settlements: null,
          crossings: false,
          points: [0, 1].map(() => ({ id: 'a', name: 'A', position: [-12.1, 15.1], cost: null })),
        },
      },
      'coverage-point-twice',
      400,
    ],
  ])('%# is refused: $1', async (facts, code, status) => {
    const few = { ...candidates, settlements: null }
    const answer = await send('siting', { ...siting, candidates: few, ...facts })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
})

describe('evidence', () => {
  test('gives the same figures again, from the record alone', async () => {
    const asked: Partial<AskedCoverage> & { name: string } = {
      name: 'Mai',
      question: { postIds: [post('Gouraye')], network: { date: '2027-05-15' } } as never,
    }
    const { status, body } = await send('evidence', asked)
    expect([status, body.code]).toEqual([201, undefined])
    const kept = CoverageEvidence.parse(body)
    expect(kept.isDemonstration).toBe(true)
    const measured = await measure(asked.question as object)
    expect(kept.figures.reachedBorderMetres).toBe(measured.reachedBorderMetres)
    const again = RecomputedEvidence.parse((await send(`evidence/${kept.id}/recompute`, {})).body)
    expect(again).toMatchObject({ isSame: true, differences: [], changedInputs: [] })
    const list = CoverageEvidences.parse((await region.app.inject('/api/coverage/evidence')).json())
    expect(list.items.map(({ id }) => id)).toContain(kept.id)
  })

  test('is exported with how it was made: border by the minute, gaps, a page with the map in two languages', async () => {
    const { body } = await send('evidence', { name: 'Export', question: { minutes: 45 } })
    const { id, figures } = CoverageEvidence.parse(body)
    const geojson = (await fetchAs(id, 'geojson')).json()
    expect(geojson.mark).toContain('DÉMONSTRATION')
    expect(geojson.metadata).toMatchObject({ id, reachedBorderMetres: figures.reachedBorderMetres })
    expect(geojson.metadata.inputs.groundDigest).toMatch(/^[0-9a-f]{64}$/)
    const ofKind = (kind: string): { properties: Record<string, number | boolean> }[] =>
      geojson.features.filter((one: { properties: { kind: string } }) => one.properties.kind === kind)
    const drawn = ofKind('border').map(({ properties }) => properties)
    const lengthOf = (stretches: typeof drawn) =>
      sum(stretches.map(({ fromMetres, toMetres }) => Number(toMetres) - Number(fromMetres)))
    expect(lengthOf(drawn)).toBeCloseTo(figures.borderMetres, 0)
    expect(lengthOf(drawn.filter(({ inReach }) => inReach))).toBeCloseTo(figures.reachedBorderMetres, 0)
    expect(drawn.every(({ inReach, minutes }) => !inReach || Number(minutes) <= 45)).toBe(true)
    expect(ofKind('gap')).toHaveLength(figures.gaps.length)
    const csv = (await fetchAs(id, 'csv')).body
    expect(csv.split('\r\n')).toHaveLength(1 + figures.segments.length + figures.gaps.length + 1)
    for (const [query, words] of [
      ['', 'hors d’atteinte'],
      ['?language=en', 'out of reach'],
    ]) {
      const answer = await fetchAs(id, `pdf${query}`)
      expect(answer.headers['content-disposition']).toContain('DEMONSTRATION')
      const pages = await pdfPages(answer.rawPayload)
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain(words)
      expect(pages[0]).toContain(id)
    }
  }, 60_000)

  test('of where posts should stand is searched again to the same places, and exported with them', async () => {
    const { status, body } = await send('evidence', {
      name: 'Deux postes',
      subject: { kind: 'siting', siting },
    })
    expect([status, body.code]).toEqual([201, undefined])
    const kept = CoverageEvidence.parse(body)
    const answer = SitingAnswer.parse((await send('siting', siting)).body)
    expect(kept.siting?.answer.places).toEqual(answer.places)
    expect(kept.proposal).toMatchObject({
      model: 'covering',
      placeNames: answer.places.map(({ name }) => name),
      before: answer.before.objective,
      after: answer.value.objective,
    })
    const again = RecomputedEvidence.parse((await send(`evidence/${kept.id}/recompute`, {})).body)
    expect(again).toMatchObject({ isSame: true, differences: [], changedInputs: [] })
    const geojson = (await fetchAs(kept.id, 'geojson')).json()
    expect(geojson.metadata.siting.candidateCount).toBe(answer.candidateCount)
    const proposed = geojson.features.filter(isOfKind('proposed-post'))
    expect(proposed.map((one: Feature) => one.properties?.name)).toEqual(
      answer.places.map(({ name }) => name),
    )
    const csv = (await fetchAs(kept.id, 'csv')).body.split('\r\n')
    expect(csv.filter((line) => line.startsWith('curve'))).toHaveLength(answer.curve.length)
    const [page, ...more] = await pdfPages((await fetchAs(kept.id, 'pdf')).rawPayload)
    expect(more).toEqual([])
    for (const text of ['Emplacements proposés', answer.places[0]!.name, kept.id])
      expect(page).toContain(text)
  }, 120_000)

  test('of a comparison keeps both measures, and what differs between them', async () => {
    const { status, body } = await send('evidence', {
      name: 'Août',
      question: { network: { date: '2027-08-15' } },
      subject: {
        kind: 'comparison',
        against: { question: { network: { date: '2027-05-15' } } },
        againstName: 'Mai',
      },
    })
    expect([status, body.code]).toEqual([201, undefined])
    const august = CoverageEvidence.parse(body)
    const may = CoverageEvidence.parse(
      (await region.app.inject(`/api/coverage/evidence/${august.against?.id}`)).json(),
    )
    expect(may.name).toBe('Mai')
    expect(august.figures.reachedBorderMetres).toBeLessThan(may.figures.reachedBorderMetres)
    const geojson = (await fetchAs(august.id, 'geojson')).json()
    const { comparison } = geojson.metadata
    const metresOf = (kind: string) =>
      sum(geojson.features.filter(isOfKind(kind)).map((one: Feature) => one.properties?.lengthMetres))
    const difference = august.figures.reachedBorderMetres - may.figures.reachedBorderMetres
    expect(metresOf('lost')).toBeGreaterThan(0)
    expect(metresOf('gained') - metresOf('lost')).toBeCloseTo(difference, 3)
    expect(comparison.afterMetres - comparison.beforeMetres).toBeCloseTo(difference, 6)
    const csv = (await fetchAs(august.id, 'csv')).body
    expect(csv.split('\r\n').filter((line) => line.startsWith('segment'))).toHaveLength(
      august.figures.segments.length,
    )
    const [page, ...more] = await pdfPages((await fetchAs(august.id, 'pdf')).rawPayload)
    expect(more).toEqual([])
    for (const text of ['Frontière perdue', 'A : Mai', august.id]) expect(page).toContain(text)
    const again = RecomputedEvidence.parse((await send(`evidence/${august.id}/recompute`, {})).body)
    expect(again).toMatchObject({ isSame: true, differences: [], changedInputs: [] })
  }, 120_000)

  test('is not kept of no post at all', async () => {
    const answer = await send('evidence', { name: 'Rien', question: { postIds: [] } })
    expect([answer.status, answer.body.code]).toEqual([422, 'coverage-no-posts'])
  })
})

test('kept figures tell which of their inputs is another now, and what that changes', async () => {
  const question = { postIds: [post('Gouraye')], minutes: 40 }
  const { body } = await send('evidence', { name: 'Avant la route', question })
  const { id, figures } = CoverageEvidence.parse(body)
  const gap = figures.gaps.find(({ lengthMetres, nearest }) => nearest !== null && lengthMetres > 3000)!
  const at = gap.coordinates[Math.floor(gap.coordinates.length / 2)]!
  const start = coordinatesOf(region.posts.find((one) => String(one.id) === post('Gouraye'))!.geometry)
  const line = JSON.stringify({ type: 'LineString', coordinates: [start, at] })
  await region.app.systemDb.run(sql`
    insert into road_edit (kind, geom, highway, origin, state)
    values ('add', st_setsrid(st_geomfromgeojson(${line}), 4326), 'primary', 'drawn', 'accepted')`)
  // The roads are looked at anew once a second.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const again = RecomputedEvidence.parse((await send(`evidence/${id}/recompute`, {})).body)
  expect([again.isSame, again.changedInputs]).toEqual([false, ['roads']])
  const reached = again.differences.find(({ figure }) => figure === 'reachedBorderMetres')!
  expect(Number(reached.is)).toBeGreaterThan(Number(reached.was))
}, 120_000)
