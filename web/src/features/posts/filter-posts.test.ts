import { expect, test } from 'vitest'
import { choosePosts, countByStatus, listMoughataas, sortPosts } from './filter-posts.ts'
import { givenPostRow } from './given-posts.ts'

const ghabou = givenPostRow({
  name: 'Ghabou',
  nameAr: 'غابو',
  aliases: ['Khabou'],
  moughataa: 'Ghabou',
  physicalStatus: 'under-works',
  progressPercent: 46,
  borderDistanceMetres: 900,
})
const ouldYenge = givenPostRow({
  name: 'Ould Yengé',
  nameAr: 'ولد ينجى',
  moughataa: 'Ould Yengé',
  borderDistanceMetres: 20_400,
})
const adweira = givenPostRow({
  name: 'Adweira',
  moughataa: null,
  positionConfidence: 'unconfirmed',
  physicalStatus: 'planned',
  borderDistanceMetres: null,
})
const closed = givenPostRow({ name: 'Ancien poste', physicalStatus: 'closed', isArchived: true })
const posts = [ouldYenge, closed, adweira, ghabou]
const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name)

test('without filters every post that is not archived is listed by name', () => {
  expect(names(choosePosts(posts, {}))).toEqual(['Adweira', 'Ghabou', 'Ould Yengé'])
  expect(names(choosePosts(posts, { archived: true }))).toContain('Ancien poste')
})

test.each([
  ['khabou', 'Ghabou'],
  ['GHABOU', 'Ghabou'],
  ['غابو', 'Ghabou'],
  ['yenge', 'Ould Yengé'],
  ['ould-yengé', 'Ould Yengé'],
  ['وَلَد', 'Ould Yengé'],
  ['yengé ould', 'Ould Yengé'],
  ['ولد ينجي', 'Ould Yengé'],
])('«%s» finds %s', (q, name) => {
  expect(names(choosePosts(posts, { q }))).toEqual([name])
})

test('filters narrow together', () => {
  expect(names(choosePosts(posts, { status: 'planned,under-works' }))).toEqual(['Adweira', 'Ghabou'])
  expect(names(choosePosts(posts, { status: 'planned,under-works', unconfirmed: true }))).toEqual(['Adweira'])
  expect(names(choosePosts(posts, { moughataa: 'Ghabou', kind: 'river' }))).toEqual([])
})

test('the counts by status follow the other filters and not the status itself', () => {
  const counts = countByStatus(posts, { status: 'planned', moughataa: 'Ghabou' })
  expect(counts).toEqual({ planned: 0, 'under-works': 1, operational: 0, suspended: 0, closed: 0 })
})

test('an unknown distance is last in both directions', () => {
  const ways = [false, true].map((isDescending) =>
    names(sortPosts([adweira, ouldYenge, ghabou], { column: 'borderDistance', isDescending })),
  )
  expect(ways).toEqual([
    ['Ghabou', 'Ould Yengé', 'Adweira'],
    ['Ould Yengé', 'Ghabou', 'Adweira'],
  ])
})

test('statuses are sorted by their rank, ties by name', () => {
  const sorted = sortPosts([closed, adweira, ouldYenge, ghabou], { column: 'status', isDescending: false })
  expect(names(sorted)).toEqual(['Ould Yengé', 'Ghabou', 'Adweira', 'Ancien poste'])
})

test('moughataas are listed once', () => {
  expect(listMoughataas([...posts, ghabou])).toEqual(['Ghabou', 'Ould Yengé', 'Sélibaby'])
})
