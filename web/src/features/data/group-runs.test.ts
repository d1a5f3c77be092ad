import type { ImportRun } from '@borne/api/contracts/imports'
import { expect, test } from 'vitest'
import { groupRuns, listAttributions } from './group-runs.ts'

const run = (id: number, dataset: string, startedAt: string, more: Partial<ImportRun> = {}): ImportRun => ({
  id,
  dataset,
  source: 'OpenStreetMap',
  licence: 'ODbL 1.0',
  attribution: '© OpenStreetMap',
  fileName: 'roads.geojson',
  fileSha256: '00',
  startedAt,
  finishedAt: startedAt,
  status: 'loaded',
  rowsRead: 1,
  rowsLoaded: 1,
  rowsRejected: 0,
  ...more,
})

test('one entry per data set, with its last load first and the earlier ones kept', () => {
  const groups = groupRuns([
    run(1, 'roads', '2026-01-01T00:00:00Z'),
    run(2, 'borders', '2026-01-01T00:00:00Z'),
    run(3, 'roads', '2026-02-01T00:00:00Z'),
    run(4, 'roads', '2026-02-01T00:00:00Z'),
  ])
  expect(
    groups.map(({ dataset, latest, earlier }) => [dataset, latest.id, earlier.map(({ id }) => id)]),
  ).toEqual([
    ['borders', 2, []],
    ['roads', 4, [3, 1]],
  ])
})

test('each attribution once with all its licences; what failed to load needs none', () => {
  const runs = [
    run(1, 'roads', '2026-01-01T00:00:00Z'),
    run(2, 'places', '2026-01-01T00:00:00Z'),
    run(3, 'limits', '2026-01-01T00:00:00Z', { attribution: 'geoBoundaries', licence: 'CC BY 4.0' }),
    run(4, 'water', '2026-01-01T00:00:00Z', { licence: 'CC BY-SA' }),
    run(5, 'broken', '2026-01-01T00:00:00Z', { attribution: 'nobody', status: 'failed' }),
  ]
  expect(listAttributions(runs)).toEqual([
    { attribution: '© OpenStreetMap', licences: ['CC BY-SA', 'ODbL 1.0'] },
    { attribution: 'geoBoundaries', licences: ['CC BY 4.0'] },
  ])
})
