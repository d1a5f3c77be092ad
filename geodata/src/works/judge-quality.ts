import { isDay } from './days.ts'
import { PUNCH_STEPS } from './fold-event.ts'
import { type Judge, refusal, refuseDuplicates, refuseIf, refuseWithout } from './judging.ts'
import type { PunchItem } from './state.ts'
import type { WorksEventKind } from './types.ts'

/** What it answers, if anything, is the inspection that raised it. */
const judgePunchItem: Judge<'punch-item'> = (judging) => {
  const { about, payload } = judging.event
  const { dueOn } = payload
  return [
    ...(about === null ? [] : refuseWithout(judging, judging.fold.inspections, () => [])),
    ...(dueOn === null || isDay(dueOn)
      ? []
      : [refusal('not-a-day', { day: dueOn }, { field: 'payload.dueOn' })]),
  ]
}

/** In the order of the states; checked and lifted by somebody else than whoever corrected it, lifted with a photo. */
const judgePunchStep: Judge<keyof typeof PUNCH_STEPS> = (judging) =>
  refuseWithout(judging, judging.fold.punchItems, ({ state, history }) => {
    const { event, by, photoCount } = judging
    const from: readonly PunchItem['state'][] = PUNCH_STEPS[event.kind].from
    if (!from.includes(state)) return [refusal('punch-wrong-state', { step: event.kind, state })]
    if (event.kind !== 'punch-checked' && event.kind !== 'punch-lifted') return []
    const corrected = history.findLast(({ kind }) => kind === 'punch-corrected')
    return [
      ...refuseIf(by !== null && by === corrected?.by, 'same-person'),
      ...refuseIf(
        event.kind === 'punch-lifted' && photoCount === 0,
        'photo-missing',
        {},
        { field: 'photoIds' },
      ),
    ]
  })

const judgeInspection: Judge<'inspection'> = ({ event }) =>
  refuseDuplicates(
    event.payload.answers.map(({ itemId }) => itemId),
    'payload.answers',
  )

export const QUALITY_JUDGES = {
  'punch-item': judgePunchItem,
  'punch-corrected': judgePunchStep,
  'punch-checked': judgePunchStep,
  'punch-lifted': judgePunchStep,
  'punch-reopened': judgePunchStep,
  inspection: judgeInspection,
} as const satisfies { readonly [Kind in WorksEventKind]?: Judge<Kind> }
