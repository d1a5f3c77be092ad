import type { MissionPlan } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import { beginHistory, editPlan, redo, replacePlan, spotAfterKey, undo } from './plan-history.ts'

const plan: MissionPlan = {
  days: [
    { teamId: 'a', date: '2026-12-01', visitIds: ['one', 'two'], endPlaceId: 'night' },
    { teamId: 'a', date: '2026-12-02', visitIds: ['three'], endPlaceId: 'home' },
    { teamId: 'b', date: '2026-12-01', visitIds: [], endPlaceId: 'home' },
  ],
  droppedVisitIds: ['four'],
}

test('goes back and forth over edits, and a new edit forgets what was undone', () => {
  const moved = editPlan(plan, {
    kind: 'move',
    visitId: 'one',
    to: { teamId: 'a', date: '2026-12-02', position: 1 },
  })
  const dropped = editPlan(moved, { kind: 'drop', visitId: 'two' })
  let history = replacePlan(replacePlan(beginHistory(plan), moved), dropped)
  expect(history.present.droppedVisitIds).toEqual(['four', 'two'])
  history = undo(undo(history))
  expect(history.present).toBe(plan)
  expect(undo(history)).toBe(history)
  history = redo(history)
  expect(history.present).toBe(moved)
  history = replacePlan(
    history,
    editPlan(moved, { kind: 'night', teamId: 'a', date: '2026-12-01', placeId: 'camp' }),
  )
  expect(history.future).toEqual([])
  expect(history.present.days[0]!.endPlaceId).toBe('camp')
})

test('the same plan again is no step', () => {
  const history = beginHistory(plan)
  const same = { ...plan, droppedVisitIds: [...plan.droppedVisitIds] }
  expect(replacePlan(history, same)).toBe(history)
})

test('keys move a visit in its day and over its edges', () => {
  expect(spotAfterKey(plan, 'two', 'up')).toEqual({ teamId: 'a', date: '2026-12-01', position: 0 })
  expect(spotAfterKey(plan, 'two', 'down')).toEqual({ teamId: 'a', date: '2026-12-02', position: 0 })
  expect(spotAfterKey(plan, 'three', 'up')).toEqual({ teamId: 'a', date: '2026-12-01', position: 2 })
  expect(spotAfterKey(plan, 'one', 'after')).toEqual({ teamId: 'a', date: '2026-12-02', position: 0 })
  expect(spotAfterKey(plan, 'one', 'up')).toBeUndefined()
  expect(spotAfterKey(plan, 'three', 'after')).toBeUndefined()
  expect(spotAfterKey(plan, 'four', 'up')).toBeUndefined()
})
