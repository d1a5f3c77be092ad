import type { SearchHit } from '@borne/api/contracts/search'
import { expect, test } from 'vitest'
import { groupHits } from './group-hits.ts'

const hit = (type: SearchHit['type'], name: string): SearchHit => ({
  type,
  id: name,
  name,
  matchedName: null,
  kind: 'village',
  context: '',
  position: [-12, 15],
  isDemonstration: false,
})

test('posts come first, empty groups do not appear, the order inside a group is kept', () => {
  const groups = groupHits([
    hit('place', 'Puits'),
    hit('settlement', 'B'),
    hit('post', 'C'),
    hit('settlement', 'A'),
  ])
  expect(groups.map((group) => [group.type, group.hits.map(({ name }) => name)])).toEqual([
    ['post', ['C']],
    ['settlement', ['B', 'A']],
    ['place', ['Puits']],
  ])
})
