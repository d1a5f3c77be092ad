import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ImportError } from '@borne/geodata/import/import-error'
import { buildOsmNetwork, type OsmNetwork } from '@borne/geodata/import/osm/build-osm-network'
import { openOsmFile } from '@borne/geodata/import/osm/open-osm-file'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PbfContent, type PbfRelation, type PbfWay, writePbf } from '../support/write-pbf.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/osm/${name}`, import.meta.url))
const ANDORRA = fixture('andorra.osm.pbf')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'borne-osm-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

type Options = Parameters<typeof buildOsmNetwork>[1]

async function networkOf(path: string, options: Options = {}): Promise<OsmNetwork> {
  const source = await openOsmFile(path)
  try {
    return await buildOsmNetwork(source, options)
  } finally {
    await source.close()
  }
}

async function refusalOf(path: string, options: Options = {}): Promise<ImportError> {
  const error = await networkOf(path, options).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ImportError)
  return error as ImportError
}

async function pbfOf(name: string, content: PbfContent): Promise<string> {
  const path = join(folder, name)
  await writePbf(path, content)
  return path
}

/** The file's content, to be written in another form. */
async function contentOf(path: string): Promise<PbfContent> {
  const source = await openOsmFile(path)
  const nodes: { id: number; lon: number; lat: number; tags: Record<string, string> }[] = []
  const [ways, relations]: [PbfWay[], PbfRelation[]] = [[], []]
  await source.read({
    node: (id, lonE7, latE7, tags) =>
      nodes.push({ id, lon: lonE7 / 1e7, lat: latE7 / 1e7, tags: Object.fromEntries(tags()) }),
    wayKeys: ['highway', 'route'],
    way: (id, refs, tags) => ways.push({ id, refs, tags: Object.fromEntries(tags) }),
    relation: (id, tags, members) =>
      relations.push({ id, members: members(), tags: Object.fromEntries(tags) }),
  })
  await source.close()
  return { nodes, ways, relations }
}

const LINE: PbfContent = {
  nodes: [
    { id: 1, lon: -12.2, lat: 15.1 },
    { id: 2, lon: -12.1, lat: 15.1 },
    { id: 12_000_000_000, lon: -12, lat: 15.2 },
  ],
  ways: [{ id: 7, refs: [1, 2, 12_000_000_000], tags: { highway: 'track', name: 'Piste d’Arr' } }],
}

describe('files of OpenStreetMap data', () => {
  test('XML, dense PBF and PBF of plain nodes make the same network', async () => {
    const xml = await networkOf(fixture('every-case.osm'))
    const dense = await networkOf(await pbfOf('dense.osm.pbf', await contentOf(fixture('every-case.osm'))))
    const plain = await networkOf(fixture('every-case-plain.osm.pbf'))
    expect(xml.edges.length).toBeGreaterThan(200)
    expect(dense).toEqual(xml)
    expect(plain).toEqual(xml)
  })

  test('a real extract: every kept way is in the network whole, and restrictions name edges that meet', async () => {
    const { edges, restrictions, report } = await networkOf(ANDORRA)
    const metres = edges.reduce((sum, edge) => sum + edge.lengthMetres, 0)
    expect(report).toMatchObject({ nodesRead: 235_550, waysRead: 4611, waysKept: 4588, waysCut: 0 })
    expect(new Set(edges.map((edge) => edge.osmWayId)).size).toBe(4588)
    expect(metres).toBeCloseTo(report.lengthMetres, 3)
    const byId = new Map(edges.map((edge) => [edge.id, edge]))
    expect(restrictions.length).toBeGreaterThan(50)
    for (const { fromEdge, viaNode, toEdge } of restrictions) {
      for (const edge of [byId.get(fromEdge)!, byId.get(toEdge)!]) expect([edge.u, edge.v]).toContain(viaNode)
    }
  })

  test('a bbox keeps the ways that have a node inside, whole', async () => {
    const all = await networkOf(ANDORRA)
    const bbox = [1.5, 42.5, 1.54, 42.52] as const
    const some = await networkOf(ANDORRA, { bbox: [...bbox] })
    const isInside = ([lon, lat]: readonly number[]) =>
      lon! >= bbox[0] && lon! <= bbox[2] && lat! >= bbox[1] && lat! <= bbox[3]
    const expected = new Set(
      all.edges.filter((edge) => edge.coordinates.some(isInside)).map((edge) => edge.osmWayId),
    )
    expect(new Set(some.edges.map((edge) => edge.osmWayId))).toEqual(expected)
    const metresOf = ({ edges }: OsmNetwork) =>
      edges.filter(({ osmWayId }) => expected.has(osmWayId)).reduce((sum, edge) => sum + edge.lengthMetres, 0)
    // But for the centimetres of barriers and fords where a way that is left out would end.
    expect(Math.abs(metresOf(some) - metresOf(all))).toBeLessThan(1)
    expect(some.report.waysLeftOut['outside-bbox']).toBeGreaterThan(3000)
  })

  test('ids beyond 2³², and the country of the middle', async () => {
    const { edges } = await networkOf(await pbfOf('line.osm.pbf', LINE), {
      countryOf: ([lon]) => (lon > -12.1 ? 'MLI' : 'MRT'),
    })
    expect(edges).toMatchObject([{ id: 1, u: 1, v: 12_000_000_000, iso3: 'MLI', name: 'Piste d’Arr' }])
    expect(edges[0]!.lengthMetres).toBeCloseTo(10_737 + 15_425, -3)
  })

  test('tells how far it is, over all passes', async () => {
    const seen: number[] = []
    await networkOf(ANDORRA, { bbox: [1, 42, 2, 43], onProgress: (read, total) => seen.push(read / total) })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.length).toBeGreaterThan(30)
    expect(seen.at(-1)).toBe(1)
  })

  test('stops when it is told to', async () => {
    const controller = new AbortController()
    const reading = networkOf(ANDORRA, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    })
    await expect(reading).rejects.toThrow('enough')
  })
})

describe('files that cannot be read', () => {
  const andorra = readFileSync(ANDORRA)

  test.each([
    ['import-file-empty', 'empty.osm.pbf', Buffer.alloc(0)],
    ['import-file-not-osm', 'text.osm.pbf', 'id,name\n1,Sélibaby\n'],
    ['import-file-not-osm', 'zeros.osm.pbf', Buffer.alloc(2000)],
    ['import-file-not-osm', 'short.osm.pbf', andorra.subarray(0, 9)],
    ['import-file-truncated', 'cut.osm.pbf', andorra.subarray(0, 1_000_000)],
    ['import-osm-damaged', 'damaged.osm.pbf', Buffer.from(andorra).fill(7, 500_000, 500_400)],
    ['import-file-not-osm', 'page.osm', '<html><body>404</body></html>'],
    ['import-file-truncated', 'cut.osm', '<osm><node id="1" lat="15" lon="-12"/>'],
    ['import-osm-damaged', 'bad.osm', '<osm><node id="1" lat="north" lon="-12"/></osm>'],
    [
      'import-osm-damaged',
      'entity.osm',
      '<!DOCTYPE osm [<!ENTITY a SYSTEM "x">]><osm><node id="&a;"/></osm>',
    ],
  ])('%s: %s', async (code, name, bytes) => {
    expect(await refusalOf(fileOf(name, bytes))).toMatchObject({ code, fileName: name })
  })

  test('a file that is not there', async () => {
    expect(await refusalOf(join(folder, 'none.osm.pbf'))).toMatchObject({ code: 'import-file-missing' })
  })

  test('a header alone', async () => {
    const path = await pbfOf('header.osm.pbf', { nodes: [], ways: [] })
    expect(await refusalOf(path)).toMatchObject({ code: 'import-file-empty' })
  })

  test('a truncated file tells how much is missing at least', async () => {
    const { facts } = await refusalOf(fileOf('cut-late.osm.pbf', andorra.subarray(0, andorra.length - 1)))
    expect(facts).toEqual({ bytes: andorra.length - 1, expected: andorra.length })
  })

  test('every cut of a small file is refused', async () => {
    const whole = readFileSync(await pbfOf('whole.osm.pbf', LINE))
    for (let length = 1; length < whole.length; length += 7) {
      const { code } = await refusalOf(fileOf('part.osm.pbf', whole.subarray(0, length)))
      expect([
        'import-file-truncated',
        'import-file-not-osm',
        'import-file-empty',
        'import-osm-no-road',
      ]).toContain(code)
    }
  })

  test('bytes changed at random are refused, or read as something else; nothing hangs or breaks', async () => {
    let seed = 42
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed % below
    }
    const content = await contentOf(fixture('every-case.osm'))
    const plain = readFileSync(await pbfOf('raw.osm.pbf', { ...content, isRaw: true }))
    let refused = 0
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.from(plain)
      for (let change = 0; change < 3; change++) bytes[next(bytes.length)] = next(256)
      const outcome = await networkOf(fileOf('changed.osm.pbf', bytes)).catch((error: unknown) => error)
      if (!(outcome instanceof Error)) continue
      expect(outcome).toBeInstanceOf(ImportError)
      refused++
    }
    expect(refused).toBeGreaterThan(20)
  })

  test('a file with history needs more than this reader knows', async () => {
    const path = await pbfOf('history.osm.pbf', { ...LINE, requiredFeatures: ['HistoricalInformation'] })
    expect(await refusalOf(path)).toMatchObject({
      code: 'import-osm-feature',
      facts: { feature: 'HistoricalInformation' },
    })
  })

  test('an extract of another place tells what it covers', async () => {
    const norway = await pbfOf('norway.osm.pbf', {
      nodes: [
        { id: 1, lon: 5.3, lat: 60.4 },
        { id: 2, lon: 10.7, lat: 59.9 },
      ],
      ways: [{ id: 1, refs: [1, 2], tags: { highway: 'primary' } }],
    })
    expect(await refusalOf(norway, { bbox: [-13, 14.5, -11, 16] })).toMatchObject({
      code: 'import-osm-no-road',
      facts: { asked: '-13, 14.5, -11, 16', covered: '5.3, 59.9, 10.7, 60.4' },
    })
  })

  test('a file without roads', async () => {
    const path = await pbfOf('no-road.osm.pbf', { ...LINE, ways: [] })
    expect(await refusalOf(path)).toMatchObject({ code: 'import-osm-no-road' })
  })
})
