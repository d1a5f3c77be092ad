import { expect, test } from 'vitest'
import { parse } from 'zod/mini'
import { PHYSICAL_STATUSES } from './post-terms.ts'
import {
  countFilters,
  DEFAULT_COLUMNS,
  postSearch,
  postsSearch,
  readColumns,
  readSort,
  readStatuses,
  toggleInList,
  writeColumns,
  writeList,
  writeSort,
} from './search.ts'

test('an address with everything in it is read as it was written', () => {
  const address = {
    status: 'under-works,planned',
    kind: 'river',
    moughataa: 'Ould Yengé',
    q: 'khabou',
    unconfirmed: true,
    archived: true,
    sort: '-borderDistance',
    view: 'table',
    cols: 'name,photos',
    post: '7c1f0a52-6d0e-4a0b-9a43-0d1f5d5f3b11',
  }
  expect(parse(postsSearch, address)).toEqual(address)
})

test('what makes no sense is dropped and the rest is kept', () => {
  const read = parse(postsSearch, {
    kind: 'air',
    view: 'grid',
    archived: 'yes',
    q: { a: 1 },
    moughataa: 'Ghabou',
  })
  expect(read).toEqual({ moughataa: 'Ghabou' })
})

test('a number that was typed as text stays text, and a very long text is cut', () => {
  expect(parse(postsSearch, { q: 3 }).q).toBe('3')
  expect(parse(postsSearch, { q: 'x'.repeat(10_000) }).q).toHaveLength(200)
})

test('the page of a post keeps the filters of the list', () => {
  expect(parse(postSearch, { status: 'planned', q: 'ghabou', photo: 'p1' })).toEqual({
    status: 'planned',
    q: 'ghabou',
    photo: 'p1',
  })
})

test('statuses are read in their order and unknown ones are ignored', () => {
  expect(readStatuses({ status: 'closed,nonsense,operational' })).toEqual(['operational', 'closed'])
  expect(readStatuses({ status: 'nonsense' })).toBeUndefined()
})

test('toggling every status one after the other ends without a filter', () => {
  let list: string | undefined
  for (const status of PHYSICAL_STATUSES) list = toggleInList(list, status, PHYSICAL_STATUSES)
  expect(list).toBeUndefined()
  expect(toggleInList('planned', 'planned', PHYSICAL_STATUSES)).toBeUndefined()
  expect(toggleInList('planned', 'operational', PHYSICAL_STATUSES)).toBe('operational,planned')
  expect(writeList([], PHYSICAL_STATUSES)).toBeUndefined()
})

test('a sort survives the address; by name is the default', () => {
  expect(readSort({ sort: writeSort({ column: 'since', isDescending: true }) })).toEqual({
    column: 'since',
    isDescending: true,
  })
  expect(writeSort({ column: 'name', isDescending: false })).toBeUndefined()
  expect(readSort({ sort: 'nonsense' })).toEqual({ column: 'name', isDescending: false })
})

test('a choice of columns survives the address and always has the name', () => {
  expect(readColumns({ cols: writeColumns(['photos', 'status']) })).toEqual(['name', 'status', 'photos'])
  expect(readColumns({ cols: 'photos' })).toEqual(['name', 'photos'])
  expect(writeColumns(DEFAULT_COLUMNS)).toBeUndefined()
})

test('filters are counted', () => {
  expect(countFilters({})).toBe(0)
  expect(countFilters({ status: 'planned', q: '  ', kind: 'land', unconfirmed: true })).toBe(3)
})
