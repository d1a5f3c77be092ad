import { expect, test } from 'vitest'
import { givenPostRow } from './given-posts.ts'
import { postLayers, postMarks, uncertaintyCircles } from './post-layer.ts'

const gouraye = givenPostRow({
  name: 'Gouraye',
  nameAr: 'غوري',
  position: [-12.45172, 14.90064],
  physicalStatus: 'under-works',
  progressPercent: 78,
})
const adweira = givenPostRow({
  name: 'Adweira',
  nameAr: 'ادويره',
  position: [-12, 15],
  physicalStatus: 'planned',
  positionConfidence: 'unconfirmed',
  uncertaintyMetres: 10_000,
})
const unplaced = givenPostRow({ name: 'Sans lieu', position: null })

test('a post without a position is not on the map', () => {
  expect(postMarks([unplaced, gouraye], 'fr').features.map((mark) => mark.id)).toEqual([gouraye.id])
})

test('the mark tells the status, and the progress in tenths', () => {
  const icons = postMarks([gouraye, adweira, givenPostRow()], 'fr').features.map(
    (mark) => mark.properties.icon,
  )
  expect(icons).toEqual(['post-under-works-80', 'post-planned', 'post-operational'])
})

test('names follow the language of the map; a post without an Arabic name keeps its own', () => {
  const labels = (language: 'fr' | 'ar') =>
    postMarks([gouraye, givenPostRow({ name: 'Wompou' })], language).features.map(
      (mark) => mark.properties.label,
    )
  expect(labels('fr')).toEqual(['Gouraye', 'Wompou'])
  expect(labels('ar')).toEqual(['غوري', 'Wompou'])
})

test('an unconfirmed position is asked as a question, inside its circle', () => {
  expect(postMarks([adweira], 'fr').features[0]?.properties).toMatchObject({
    label: 'Adweira ?',
    isUnconfirmed: true,
  })
  const [circle] = uncertaintyCircles([adweira, gouraye]).features
  const latitudes = circle!.geometry.coordinates[0]!.map(([, lat]) => lat!)
  expect(Math.max(...latitudes)).toBeCloseTo(15.0899, 3)
  expect(uncertaintyCircles([gouraye, { ...adweira, positionConfidence: 'approximate' }]).features).toEqual(
    [],
  )
})

test('a click and a hover name the post', () => {
  const told: (string | null)[] = []
  const [, marks] = postLayers({
    marks: postMarks([gouraye], 'fr'),
    circles: uncertaintyCircles([gouraye]),
    hoveredId: null,
    selectedId: gouraye.id,
    onOpen: (id) => told.push(id),
    onHover: (id) => told.push(id),
  })
  const [feature] = postMarks([gouraye], 'fr').features
  marks?.onClick?.(feature!, [0, 0])
  marks?.onHover?.(feature!)
  marks?.onHover?.(null)
  expect(told).toEqual([gouraye.id, gouraye.id, null])
  expect(marks?.selectedId).toBe(gouraye.id)
})
