import { createHistory } from '@borne/geodata/works/works.fixture'
import { expect, test } from 'vitest'
import { eventsUpTo } from './contract-view.ts'

const KNOWN = '9999-12-31T23:59:59.999Z'

test('what had not happened yet is left out, with what it corrects', () => {
  const { events, add } = createHistory()
  const signature = add('signature', '2025-12-20', {})
  const early = add('start-order', '2026-01-12', {})
  add('start-order', '2026-02-01', {}, { replaces: early })
  const ids = (on: string) => eventsUpTo(events, on, KNOWN).map(({ id }) => id)
  expect(ids('2026-01-20')).toEqual([signature])
  expect(ids('2026-02-01')).toHaveLength(3)
})

test('what was not known yet is left out', () => {
  const { events, add } = createHistory()
  add('signature', '2025-12-20', {})
  expect(eventsUpTo(events, '2026-12-31', '1970-01-01T00:00:00Z')).toEqual([])
})
