import { beforeAll, describe, expect, test } from 'vitest'
import {
  blockOf,
  CASE_EXPLANATIONS,
  type ComparedCase,
  compareCases,
  differs,
} from '../support/osm-semantics/compare-cases.ts'
import { type ComparedPair, comparePairs } from '../support/osm-semantics/compare-pairs.ts'
import { describeSemantics, ratiosOf } from '../support/osm-semantics/describe-semantics.ts'
import { type Extract, openExtract } from '../support/osm-semantics/open-extract.ts'
import { startValhalla } from '../support/valhalla/start-valhalla.ts'

const PAIRS = 400
const EXTRACTS = { Andorra: 'andorra.osm.pbf', Liechtenstein: 'liechtenstein.osm.pbf' }

let cases: ComparedCase[]
const pairs = new Map<string, ComparedPair[]>()

beforeAll(async () => {
  cases = await beside('every-case-plain.osm.pbf', ({ graph }, url) => compareCases(graph, url))
  for (const [name, file] of Object.entries(EXTRACTS)) {
    pairs.set(name, await beside(file, (extract, url) => comparePairs(extract, url, PAIRS)))
  }
}, 600_000)

async function beside<T>(file: string, work: (extract: Extract, url: string) => Promise<T>): Promise<T> {
  const extract = await openExtract(file)
  const valhalla = await startValhalla(extract.file)
  try {
    return await work(extract, valhalla.url)
  } finally {
    await valhalla.stop()
  }
}

describe('a case of a tag', () => {
  test('is answered as by Valhalla, or the difference is explained', () => {
    const blocks = cases.filter(differs).map(blockOf)
    expect([...new Set(blocks)].toSorted()).toEqual(Object.keys(CASE_EXPLANATIONS).toSorted())
  })

  test.each([
    'oneway',
    'roundabout',
    'no-straight-on',
    'only-left-turn',
    'ferry',
    'ford-way',
    'gate',
    'toll-booth',
  ])('agrees for every way of travelling: %s', (block) => {
    const items = cases.filter(
      (item) => blockOf(item).startsWith(block) && !blockOf(item).includes('private'),
    )
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter((item) => differs(item) && blockOf(item) === block)).toEqual([])
  })
})

describe.each(Object.keys(EXTRACTS))('shortest ways in %s', (name) => {
  test('are as long as Valhalla’s for all but some pairs', () => {
    const ratios = ratiosOf(pairs.get(name)!)
    const at = (share: number) => ratios[Math.round(share * (ratios.length - 1))]!
    expect(ratios.length).toBeGreaterThan(0.8 * PAIRS)
    expect(at(0.5)).toBeCloseTo(1, 2)
    expect(at(0.1)).toBeGreaterThan(0.99)
    expect(at(0.9)).toBeLessThan(1.01)
  })

  test('differ for reasons that are known', () => {
    expect(pairs.get(name)!.filter(({ kind }) => kind === 'unexplained')).toEqual([])
  })
})

test('the page in docs says so', async () => {
  await expect(describeSemantics(cases, pairs)).toMatchFileSnapshot('../../docs/osm-semantics.md')
})
