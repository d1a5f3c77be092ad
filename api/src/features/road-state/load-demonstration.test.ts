import { fileURLToPath } from 'node:url'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Position } from '@borne/geodata/geometry/position'
import { readRoadNetwork } from '@borne/geodata/import/read-road-network'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import { bindGeometry } from '@borne/geodata/road-state/bind-geometry'
import { closuresOn } from '@borne/geodata/road-state/closures-on'
import { expect, test } from 'vitest'
import { checkClosureDates } from './check-dates.ts'
import { checkClosureGeometry } from './check-geometry.ts'
import { readDemonstrationClosures } from './load-demonstration.ts'

const DATA = fileURLToPath(new URL('../../../../geodata/data', import.meta.url))
const TODAY = Date.parse('2026-10-15T12:00:00Z')

test('the fictional closures lie on roads of the bundled network, as reports must', async () => {
  const closures = await readDemonstrationClosures()
  expect(closures.length).toBe(14)
  const graph = buildRoadGraph(await readRoadNetwork(DATA))
  const box = bboxOf(Array.from(graph.nodeLon, (lon, node): Position => [lon, graph.nodeLat[node]!]))
  for (const { key, geometry, ...closure } of closures) {
    expect(checkClosureGeometry(geometry, box), key).toEqual(geometry)
    expect(bindGeometry(graph, geometry).size, key).toBeGreaterThan(0)
    expect(() => checkClosureDates(closure, TODAY), key).not.toThrow()
    expect(Date.parse(closure.confirmedAt), key).toBeGreaterThanOrEqual(Date.parse(closure.startsAt))
    expect(Date.parse(closure.confirmedAt), key).toBeLessThanOrEqual(TODAY)
  }
})

test('none acts in May, the wadis do in August, and in October the river, with one track still cut', async () => {
  const closures = (await readDemonstrationClosures()).map((closure) => ({
    ...closure,
    id: closure.key,
    endsAt: closure.liftedAt ?? closure.endsAt,
  }))
  const causesOn = (date: string) =>
    closuresOn(closures, date).map(({ cause, id }) => (cause === 'wadi' ? id : cause))
  expect(causesOn('2026-05-15')).toEqual([])
  expect(causesOn('2026-08-25').length).toBe(8)
  expect(causesOn('2026-10-15').sort()).toEqual([
    'flood',
    'flood',
    'mousselem-track',
    'river',
    'river',
    'river',
    'river',
  ])
})
