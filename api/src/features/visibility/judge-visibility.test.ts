import { expect, test } from 'vitest'
import type { SeenState, VisibilityCheck, VisibilityMark } from './contract.ts'
import { compareByNeed, judgeVisibility, markDue } from './judge-visibility.ts'

function check(what: VisibilityMark, state: SeenState, seenOn: string): VisibilityCheck {
  const told = { note: '', photo: null, isDemonstration: false, recordedAt: `${seenOn}T10:00:00.000Z` }
  return { id: seenOn, postId: 'p', donorId: 'd', what, state, seenOn, recordedBy: null, ...told }
}

test('a sign is due while it is built, a plaque when it stands', () => {
  expect((['planned', 'under-works', 'operational', 'suspended', 'closed'] as const).map(markDue)).toEqual([
    null,
    'sign',
    'plaque',
    'plaque',
    null,
  ])
})

test('what is due was never looked for: that is not known, whatever else was seen', () => {
  expect(judgeVisibility('plaque', [])).toEqual({ state: 'unknown', seenOn: null })
  expect(judgeVisibility('plaque', [check('sign', 'seen', '2026-01-05')]).state).toBe('unknown')
  expect(judgeVisibility('plaque', [check('sticker', 'seen', '2026-01-05')]).state).toBe('unknown')
})

test('the worst of what is due and of the stickers counts, with its day', () => {
  const plaque = check('plaque', 'seen', '2026-02-01')
  expect(judgeVisibility('plaque', [plaque, check('sign', 'missing', '2026-03-01')])).toEqual({
    state: 'seen',
    seenOn: '2026-02-01',
  })
  expect(judgeVisibility('plaque', [plaque, check('sticker', 'damaged', '2026-01-01')])).toEqual({
    state: 'damaged',
    seenOn: '2026-01-01',
  })
  expect(judgeVisibility('sign', [plaque, check('sign', 'wrong', '2026-03-01')]).state).toBe('wrong')
})

test('what somebody has to look after comes first, what nothing is due of last', () => {
  const line = (postName: string, due: VisibilityMark | null, state: SeenState | 'unknown') => ({
    postName,
    due,
    state,
  })
  const lines = [
    line('F', null, 'unknown'),
    line('E', 'plaque', 'seen'),
    line('D', 'sign', 'unknown'),
    line('C', 'plaque', 'damaged'),
    line('B', null, 'missing'),
    line('A', 'plaque', 'missing'),
  ]
  expect(lines.toSorted(compareByNeed).map(({ postName }) => postName)).toEqual([
    'A',
    'B',
    'C',
    'D',
    'E',
    'F',
  ])
})
