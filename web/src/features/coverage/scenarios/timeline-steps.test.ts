import type { Opening } from '@borne/api/contracts/coverage'
import { describe, expect, test } from 'vitest'
import { changesOf, stepIndex, timelineSteps } from './timeline-steps.ts'

const TODAY = '2026-11-28'

function opening(
  contractId: string,
  opensOn: string | null,
  kind: Opening['kind'],
  posts: Record<string, boolean>,
): Opening {
  return {
    contractId,
    reference: contractId,
    title: contractId,
    opensOn,
    kind,
    latestOn: null,
    posts: Object.entries(posts).map(([postId, isOperational]) => ({
      postId,
      name: postId,
      position: [-12, 15],
      isOperational,
    })),
    isDemonstration: true,
  }
}

describe('the construction plan as steps', () => {
  test('begins as things stand and adds each post on its day', () => {
    const { steps } = timelineSteps(
      [
        opening('lot-2', '2027-06-30', 'contractual', { boully: false }),
        opening('lot-1', '2027-02-10', 'forecast', { ghabou: false, gouraye: true }),
      ],
      TODAY,
    )
    expect(steps.map(({ on, kind, postIds }) => [on, kind, postIds])).toEqual([
      [TODAY, null, []],
      ['2027-02-10', 'forecast', ['ghabou']],
      ['2027-06-30', 'contractual', ['ghabou', 'boully']],
    ])
    expect(changesOf(steps[2]!)).toEqual([
      { kind: 'post-opens', postId: 'ghabou' },
      { kind: 'post-opens', postId: 'boully' },
    ])
  })

  test('opens a post of two contracts with the first, and takes the less sure of two on a day', () => {
    const { steps } = timelineSteps(
      [
        opening('lot-1', '2027-02-10', 'forecast', { ghabou: false }),
        opening('lot-2', '2027-02-10', 'contractual', { boully: false }),
        opening('lot-3', '2027-09-01', 'forecast', { ghabou: false }),
      ],
      TODAY,
    )
    expect(steps.map(({ kind, postIds }) => [kind, postIds])).toEqual([
      [null, []],
      ['contractual', ['ghabou', 'boully']],
    ])
  })

  test('begins the day before what was received and is not in service yet', () => {
    const { steps } = timelineSteps([opening('lot-1', '2026-10-01', 'received', { ghabou: false })], TODAY)
    expect(steps.map(({ on }) => on)).toEqual(['2026-09-30', '2026-10-01'])
  })

  test('sets apart what has no day and what adds nothing', () => {
    const { steps, undated, idle } = timelineSteps(
      [
        opening('lot-1', null, 'unknown', { wompou: false }),
        opening('lot-2', '2027-01-01', 'forecast', { gouraye: true }),
      ],
      TODAY,
    )
    expect([steps.length, undated.length, idle.length]).toEqual([1, 1, 1])
  })

  test('shows the last step that has come by a day', () => {
    const { steps } = timelineSteps([opening('lot-1', '2027-02-10', 'forecast', { ghabou: false })], TODAY)
    expect(stepIndex(steps, undefined)).toBe(1)
    expect(stepIndex(steps, '2027-02-09')).toBe(0)
    expect(stepIndex(steps, '2020-01-01')).toBe(0)
  })
})
