import { contractState } from '@borne/geodata/works/contract-state'
import { CONTRACT, createHistory } from '@borne/geodata/works/works.fixture'
import { expect, test } from 'vitest'
import { possibleSteps } from './possible-steps.ts'

test('only the steps that can follow are offered', () => {
  const { events, add } = createHistory()
  const steps = () => possibleSteps(contractState(CONTRACT, events))
  expect(steps()).toEqual(['tender', 'award', 'signature', 'start-order'])
  add('signature', '2025-12-20', {})
  expect(steps()).toEqual(['start-order', 'termination'])
  add('start-order', '2026-01-12', {})
  expect(steps()).toEqual(['stop-order', 'pre-acceptance', 'provisional-acceptance', 'termination'])
  add('stop-order', '2026-02-01', { cause: 'rain' })
  expect(steps()[0]).toBe('resume-order')
})
