import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localLengthMetres } from '../../geometry/local-length.ts'
import type { Position } from '../../geometry/position.ts'
import type { Highway } from '../../road-network/road-codes.ts'
import { compareNetworks, type NetworkComparison } from './compare-networks.ts'

interface Road {
  grade: 'mapped' | 'documented'
  highway: Highway
  lengthMetres: number
  coordinates: Position[]
}

const road = (highway: Highway, ...coordinates: Position[]): Road => ({
  grade: 'mapped',
  highway,
  coordinates,
  lengthMetres: localLengthMetres(coordinates),
})
const compare = (former: readonly Road[], latter: readonly Road[]): Promise<NetworkComparison> =>
  compareNetworks(
    () => former,
    () => latter,
  )

/** A straight road of a kilometre, some 11 km from the next one. */
const straight = (place: number, highway: Highway = 'track') =>
  road(highway, [-12 + place * 0.1, 15], [-12 + place * 0.1, 15.009])

describe('compareNetworks', () => {
  test('tells what is new, gone and of another class, by class', async () => {
    const { figures, stretches } = await compare(
      [straight(0), straight(1, 'secondary'), straight(2)],
      [straight(0), straight(2, 'tertiary'), straight(3, 'residential')],
    )
    const metres = straight(0).lengthMetres
    expect(figures.formerMetres).toBeCloseTo(3 * metres, 6)
    expect(figures.latterMetres).toBeCloseTo(3 * metres, 6)
    expect(figures.byClass.map(({ highway }) => highway)).toEqual([
      'secondary',
      'tertiary',
      'residential',
      'track',
    ])
    expect(
      stretches.map(({ kind, highway, formerHighway }) => [kind, formerHighway, highway]).sort(),
    ).toEqual([
      ['added', null, 'residential'],
      ['reclassed', 'track', 'tertiary'],
      ['removed', 'secondary', null],
    ])
    expect(figures.byClass[1]).toMatchObject({ addedMetres: 0, removedMetres: 0, reclassedMetres: metres })
    expect(stretches[0]!.coordinates).toHaveLength(2)
  })

  test('a road that goes on further is new beyond its old end', async () => {
    const { figures, stretches } = await compare(
      [road('track', [-12, 15], [-11.99, 15])],
      [road('track', [-12, 15], [-11.98, 15])],
    )
    expect(figures.removedMetres).toBe(0)
    expect(Math.abs(figures.addedMetres - 1075)).toBeLessThan(40)
    expect(stretches[0]!.coordinates[0]![0]).toBeCloseTo(-11.99, 3)
  })

  test('a street that crosses is not taken for the road that it crosses', async () => {
    const main = road('primary', [-12.01, 15], [-11.99, 15])
    const side = road('residential', [-12, 14.999], [-12, 15.001])
    const { figures } = await compare([main], [main, side])
    expect(figures.addedMetres).toBeCloseTo(side.lengthMetres, 6)
  })

  test('the same road as another survey drew it is the same', async () => {
    const drawn = road('track', [-12, 15], [-11.995, 15.0001], [-11.99, 15], [-11.985, 15.0002])
    const simplified = road('track', [-12, 15], [-11.985, 15.0002])
    const { figures, stretches } = await compare([simplified], [drawn])
    expect([figures.addedMetres, figures.removedMetres, stretches]).toEqual([0, 0, []])
  })

  test('roads of unknown course are not compared', async () => {
    const { figures } = await compare([], [{ ...straight(0), grade: 'documented' }])
    expect(figures.latterMetres).toBe(0)
  })

  test('a short side road counts, a short part of a long one does not', async () => {
    const short = road('service', [-12, 15], [-12, 15.0003])
    const long = straight(1)
    const bent = road('track', ...long.coordinates, [-11.9, 15.0094])
    const { figures } = await compare([long], [bent, short])
    expect(figures.addedMetres).toBeCloseTo(short.lengthMetres, 6)
  })

  test('gives the longest stretches, and tells how many more there are', async () => {
    const roads = Array.from({ length: 50 }, (_, i) =>
      road('track', [-12 + i * 0.1, 15], [-12 + i * 0.1, 15.001 + i * 0.0001]),
    )
    const { stretches, stretchesLeftOut, figures } = await compareNetworks(
      () => [],
      () => roads,
      { maxStretches: 5 },
    )
    expect(stretches.map(({ lengthMetres }) => lengthMetres)).toEqual(
      roads
        .slice(-5)
        .reverse()
        .map(({ lengthMetres }) => lengthMetres),
    )
    expect(stretchesLeftOut).toBe(45)
    expect(figures.addedMetres).toBeCloseTo(figures.latterMetres, 6)
  })

  test('stops when it is told to', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => straight(i % 100, i % 2 ? 'track' : 'path'))
    const comparing = compareNetworks(
      () => [],
      () => many,
      { signal: AbortSignal.abort(new Error('enough')) },
    )
    await expect(comparing).rejects.toThrow('enough')
  })
})

const highway = fc.constantFrom<Highway>('primary', 'track', 'residential')
const step = fc.integer({ min: -40, max: 40 }).map((units) => units * 1e-4)
const anyRoad = fc
  .tuple(highway, step, step, fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 8 }))
  .map(([kind, lon, lat, steps]) => {
    const line: Position[] = [[-12 + lon, 15 + lat]]
    for (const [dx, dy] of steps) line.push([line.at(-1)![0] + dx, line.at(-1)![1] + dy])
    return road(kind, ...line)
  })
  .filter(({ lengthMetres }) => lengthMetres > 0)
const network = fc.array(anyRoad, { maxLength: 12 })
const total = (roads: readonly Road[]) => roads.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)

describe('of any networks', () => {
  test('one is no different from itself, however its roads are cut and turned', async () => {
    await fc.assert(
      fc.asyncProperty(network, async (roads) => {
        const pieces = roads.flatMap(({ highway: kind, coordinates }) =>
          coordinates.slice(1).flatMap((to, i) => {
            const piece = road(kind, to, coordinates[i]!)
            return piece.lengthMetres > 0 ? [piece] : []
          }),
        )
        const { figures, stretches } = await compare(roads, pieces)
        expect([figures.addedMetres, figures.removedMetres, figures.reclassedMetres]).toEqual([0, 0, 0])
        expect(stretches).toEqual([])
      }),
    )
  })

  test('all of one is added to none, and removed the other way round', async () => {
    await fc.assert(
      fc.asyncProperty(network, async (roads) => {
        expect((await compare([], roads)).figures.addedMetres).toBeCloseTo(total(roads), 6)
        expect((await compare(roads, [])).figures.removedMetres).toBeCloseTo(total(roads), 6)
      }),
    )
  })

  test('what is added one way is removed the other way', async () => {
    await fc.assert(
      fc.asyncProperty(network, network, async (a, b) => {
        const there = (await compare(a, b)).figures
        const back = (await compare(b, a)).figures
        expect(there.addedMetres).toBeCloseTo(back.removedMetres, 6)
        expect(there.removedMetres).toBeCloseTo(back.addedMetres, 6)
        expect(there.latterMetres).toBeCloseTo(total(b), 6)
        expect(there.addedMetres + there.reclassedMetres).toBeLessThanOrEqual(total(b) + 1e-6)
        expect(there.removedMetres).toBeLessThanOrEqual(total(a) + 1e-6)
      }),
    )
  })

  test('roads elsewhere are added whole, and change nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(network, network, async (here, there) => {
        const moved = there.map(({ highway: kind, coordinates }) =>
          road(kind, ...coordinates.map(([lon, lat]): Position => [lon + 1, lat])),
        )
        const { figures } = await compare(here, [...here, ...moved])
        expect(figures.addedMetres).toBeCloseTo(total(moved), 6)
        expect([figures.removedMetres, figures.reclassedMetres]).toEqual([0, 0])
      }),
    )
  })
})
