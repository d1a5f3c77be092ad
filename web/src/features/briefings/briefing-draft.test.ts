import { expect, test } from 'vitest'
import {
  type BriefingDraft,
  beginSlide,
  duplicateSlide,
  insertSlide,
  isSame,
  moveSlide,
  newSlideId,
  removeSlide,
} from './briefing-draft.ts'
import { beginHistory, redo, replaceDraft, undo } from './edit-history.ts'

const DRAFT: BriefingDraft = {
  title: { fr: 'Visite', en: '' },
  donorId: null,
  slides: ['a', 'b', 'c'].map((id) => beginSlide(id, null)),
}
const ids = ({ slides }: BriefingDraft) => slides.map(({ id }) => id).join('')

test('a slide goes where it is put, and no further than the ends', () => {
  expect(ids(moveSlide(DRAFT, 'a', 1))).toBe('bac')
  expect(ids(moveSlide(DRAFT, 'c', -4))).toBe('cab')
  expect(ids(moveSlide(DRAFT, 'a', 99))).toBe('bca')
  expect(moveSlide(DRAFT, 'x', 0)).toBe(DRAFT)
})

test('a new slide stands after the chosen one, or last', () => {
  expect(ids(insertSlide(DRAFT, beginSlide('n', null), 'a'))).toBe('anbc')
  expect(ids(insertSlide(DRAFT, beginSlide('n', null), undefined))).toBe('abcn')
})

test('a duplicate stands after its original; what is removed is gone', () => {
  expect(ids(duplicateSlide(DRAFT, 'b', 'n'))).toBe('abnc')
  expect(ids(removeSlide(DRAFT, 'b'))).toBe('ac')
})

test('a new id is one that the contract takes and no slide has', () => {
  expect(newSlideId(DRAFT.slides)).toMatch(/^[a-z0-9]{8}$/)
})

test('the order of keys and what is undefined make no difference', () => {
  expect(isSame({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 })).toBe(true)
  expect(isSame([1, 2], [2, 1])).toBe(false)
})

test('typing in one text is undone at once, another change is another step', () => {
  const retitle = (fr: string): BriefingDraft => ({ ...DRAFT, title: { fr, en: '' } })
  let history = beginHistory(DRAFT)
  for (const fr of ['V', 'Vi', 'Vis']) history = replaceDraft(history, retitle(fr), 'title')
  history = replaceDraft(history, moveSlide(retitle('Vis'), 'a', 2), null)
  expect(history.past).toHaveLength(2)
  history = undo(history)
  expect(history.present).toEqual(retitle('Vis'))
  history = undo(history)
  expect(history.present).toEqual(DRAFT)
  expect(undo(history)).toBe(history)
  expect(redo(redo(history)).present).toEqual(moveSlide(retitle('Vis'), 'a', 2))
})

test('after an undo, typing on in the same text is a new step', () => {
  const retitle = (fr: string): BriefingDraft => ({ ...DRAFT, title: { fr, en: '' } })
  const typed = replaceDraft(beginHistory(DRAFT), retitle('V'), 'title')
  const again = replaceDraft(undo(typed), retitle('W'), 'title')
  expect(undo(again).present).toEqual(DRAFT)
  expect(again.future).toEqual([])
})
