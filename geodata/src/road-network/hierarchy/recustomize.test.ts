import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCost, anyGraph, graphOf } from './hierarchy.fixture.ts'
import { buildHierarchy, CLOSED, customize, findCost, recustomize } from './hierarchy.ts'

const anyChanges = anyGraph
  .filter(({ arcCost }) => arcCost.length > 0)
  .chain((weighed) => {
    const change = fc.record({ arc: fc.nat({ max: weighed.arcCost.length - 1 }), cost: anyCost })
    return fc.record({
      weighed: fc.constant(weighed),
      rounds: fc.array(fc.array(change, { maxLength: 8 }), { minLength: 1, maxLength: 5 }),
    })
  })

describe('some changed arcs', () => {
  test('give the weights that all costs together give, again and again', () => {
    fc.assert(
      fc.property(anyChanges, ({ weighed: { graph, arcCost }, rounds }) => {
        const hierarchy = buildHierarchy(graph)
        const weights = customize(hierarchy, arcCost.slice())
        for (const changes of rounds) {
          for (const { arc, cost } of changes) weights.arcCost[arc] = cost
          recustomize(hierarchy, weights, new Set(changes.map(({ arc }) => arc)))
          const whole = customize(hierarchy, weights.arcCost)
          expect(weights.up).toEqual(whole.up)
          expect(weights.down).toEqual(whole.down)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a closed arc sends the way round, and opened again it takes the old way', () => {
    const { graph, arcCost } = graphOf(3, [
      { tail: 0, head: 1, cost: 5 },
      { tail: 0, head: 2, cost: 4 },
      { tail: 2, head: 1, cost: 4 },
    ])
    const hierarchy = buildHierarchy(graph)
    const weights = customize(hierarchy, arcCost)
    const cost = () => findCost(hierarchy, weights, [{ node: 0, cost: 0 }], [{ node: 1, cost: 0 }])
    expect(cost()).toBe(5)
    arcCost[0] = CLOSED
    recustomize(hierarchy, weights, [0])
    expect(cost()).toBe(8)
    arcCost[0] = 5
    recustomize(hierarchy, weights, [0])
    expect(cost()).toBe(5)
  })

  test('are refused when they do not exist or cost less than nothing', () => {
    const { graph, arcCost } = graphOf(2, [{ tail: 0, head: 1, cost: 5 }])
    const hierarchy = buildHierarchy(graph)
    const weights = customize(hierarchy, arcCost)
    expect(() => recustomize(hierarchy, weights, [1])).toThrow('arc 1 is not among the 1 arcs')
    arcCost[0] = -1
    expect(() => recustomize(hierarchy, weights, [0])).toThrow('arc 0 has a negative cost: -1')
  })
})
