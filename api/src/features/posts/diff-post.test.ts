import { expect, test } from 'vitest'
import type { PostInput } from './contract.ts'
import { diffPost, nameAction } from './diff-post.ts'

const POST: PostInput = {
  name: 'Gouraye',
  nameAr: 'غوري',
  aliases: [],
  kind: 'river',
  agency: 'police',
  position: [-12.45, 14.9],
  positionConfidence: 'approximate',
  positionMethod: 'settlement',
  positionNote: '',
  uncertaintyMetres: null,
  facingPost: 'Bakel',
  physicalHistory: [{ status: 'planned', validFrom: '2025-01-01', progressPercent: null, note: '' }],
  legalHistory: [],
  components: [],
  contacts: [],
  notes: '',
}

test('equal posts have no change', () => {
  expect(diffPost(POST, structuredClone(POST))).toEqual([])
})

test('only changed fields are told, with both values', () => {
  expect(diffPost(POST, { ...POST, agency: 'customs', facingPost: '' })).toEqual([
    { field: 'agency', before: 'police', after: 'customs' },
    { field: 'facingPost', before: 'Bakel', after: '' },
  ])
})

test('a changed history is told whole', () => {
  const longer = [
    ...POST.physicalHistory,
    { status: 'under-works' as const, validFrom: '2025-06-01', progressPercent: 5, note: '' },
  ]
  expect(diffPost(POST, { ...POST, physicalHistory: longer })).toEqual([
    { field: 'physicalHistory', before: POST.physicalHistory, after: longer },
  ])
})

test('a new post tells the fields that say something', () => {
  const fields = diffPost(null, POST).map(({ field }) => field)
  expect(fields).toContain('name')
  expect(fields).not.toContain('notes')
  expect(fields).not.toContain('legalHistory')
  expect(fields).not.toContain('uncertaintyMetres')
})

test('a move changes the position and what is said about it, nothing else', () => {
  const moved = diffPost(POST, { ...POST, position: [-12.4, 14.9], positionMethod: 'map' })
  expect(nameAction(moved)).toBe('moved')
  expect(nameAction([...moved, { field: 'name', before: 'a', after: 'b' }])).toBe('updated')
  expect(nameAction(diffPost(POST, { ...POST, positionMethod: 'map' }))).toBe('updated')
})
