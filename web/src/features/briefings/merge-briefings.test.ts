import type { Slide } from '@borne/api/contracts/briefings'
import { expect, test } from 'vitest'
import {
  type BriefingDraft,
  beginSlide,
  changeSlide,
  insertSlide,
  moveSlide,
  removeSlide,
} from './briefing-draft.ts'
import { mergeBriefings } from './merge-briefings.ts'

const text = (fr: string) => ({ fr, en: '' })
const slide = (id: string): Slide => ({ ...beginSlide(id, null), title: text(id) })
const BASE: BriefingDraft = { title: text('Visite'), donorId: null, slides: ['a', 'b', 'c'].map(slide) }
const ids = ({ slides }: BriefingDraft) => slides.map(({ id }) => id)

test('what one side alone changed is taken from it', () => {
  const mine = changeSlide(BASE, 'a', { title: text('A de moi') })
  const theirs = changeSlide({ ...BASE, title: text('Visite du 3') }, 'a', { notes: 'lentement' })
  const { draft, clashes, tookTheirs } = mergeBriefings(BASE, mine, theirs)
  expect(clashes).toEqual([])
  expect(tookTheirs).toBe(true)
  expect(draft.title.fr).toBe('Visite du 3')
  expect(draft.slides[0]).toMatchObject({ title: text('A de moi'), notes: 'lentement' })
})

test('two different texts of the same slide wait for a person', () => {
  const mine = changeSlide(BASE, 'b', { body: text('ici') })
  const theirs = changeSlide(BASE, 'b', { body: text('là') })
  const spot = { of: 'slide', slideId: 'b', field: 'body' }
  expect(mergeBriefings(BASE, mine, theirs)).toMatchObject({ clashes: [spot] })
  expect(mergeBriefings(BASE, mine, theirs, { 'b body': 'mine' }).draft.slides[1]?.body.fr).toBe('ici')
  expect(mergeBriefings(BASE, mine, theirs, { 'b body': 'theirs' }).draft.slides[1]?.body.fr).toBe('là')
})

test('the same change on both sides is no clash', () => {
  const changed = changeSlide(BASE, 'b', { body: text('ici') })
  expect(mergeBriefings(BASE, changed, structuredClone(changed))).toMatchObject({
    clashes: [],
    tookTheirs: false,
  })
})

test('a slide that they added stays where they put it, beside mine', () => {
  const mine = insertSlide(BASE, slide('m'), 'a')
  const theirs = insertSlide(BASE, slide('t'), 'c')
  expect(ids(mergeBriefings(BASE, mine, theirs).draft)).toEqual(['a', 'm', 'b', 'c', 't'])
})

test('a slide that one side took away is gone, unless the other one changed it', () => {
  expect(ids(mergeBriefings(BASE, removeSlide(BASE, 'b'), BASE).draft)).toEqual(['a', 'c'])
  const theirs = changeSlide(BASE, 'b', { notes: 'important' })
  const merged = mergeBriefings(BASE, removeSlide(BASE, 'b'), theirs)
  expect(merged.clashes).toEqual([{ of: 'slide', slideId: 'b', field: 'kept' }])
  expect(ids(merged.draft)).toEqual(['a', 'b', 'c'])
  expect(ids(mergeBriefings(BASE, removeSlide(BASE, 'b'), theirs, { 'b kept': 'mine' }).draft)).toEqual([
    'a',
    'c',
  ])
})

test('an order that one side made is kept, and their new slide goes along', () => {
  const mine = moveSlide(BASE, 'c', 0)
  const theirs = insertSlide(BASE, slide('t'), 'c')
  expect(ids(mergeBriefings(BASE, mine, theirs).draft)).toEqual(['c', 't', 'a', 'b'])
})

const SEED = 13

/** Random changes of the base, told by a seed. */
function changeAtRandom(seed: number, mark: string): BriefingDraft {
  let state = seed
  const upTo = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  let draft = BASE
  for (let count = upTo(6); count > 0; count--) {
    const id = draft.slides[upTo(4)]?.id
    const kind = upTo(4)
    if (kind === 0) draft = insertSlide(draft, slide(`${mark}${count}`), id)
    else if (id && kind === 1) draft = changeSlide(draft, id, { notes: `${mark}${upTo(3)}` })
    else if (id && kind === 2) draft = moveSlide(draft, id, upTo(4))
    else if (id) draft = removeSlide(draft, id)
  }
  return draft
}

test('whatever is changed: one side alone is taken whole, and no slide comes twice', () => {
  for (let round = 0; round < 300; round++) {
    const mine = changeAtRandom(SEED + round, 'm')
    const theirs = changeAtRandom(SEED + 7919 * (round + 1), 't')
    expect(mergeBriefings(BASE, mine, BASE).draft, `round ${round}`).toEqual(mine)
    expect(mergeBriefings(BASE, BASE, theirs).draft, `round ${round}`).toEqual(theirs)
    const merged = ids(mergeBriefings(BASE, mine, theirs).draft)
    expect(new Set(merged).size, `round ${round}`).toBe(merged.length)
  }
})
