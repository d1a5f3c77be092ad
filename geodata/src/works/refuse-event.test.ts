import { describe, expect, test } from 'vitest'
import { AGREEMENT_CASES } from './refusal-cases.fixture.ts'
import { MEASURED_CASES } from './refusal-cases-measured.fixture.ts'
import { type Recording, refuseEvent, type WorksEventDraft } from './refuse-event.ts'
import { WORKS_REFUSALS, WORKS_WARNINGS } from './results.ts'
import {
  agree,
  certify,
  correct,
  draft,
  halves,
  measure,
  plan,
  type RefusalCase,
  running,
  weighted,
} from './running-works.fixture.ts'
import { warnEvent } from './warn-event.ts'
import { CONTRACT } from './works.fixture.ts'

const RECORDING: Recording = { by: 'focal-point', today: '2026-12-31', photoIds: ['photo'] }
const CASES = [...AGREEMENT_CASES, ...MEASURED_CASES]

describe('refuse-event', () => {
  test.each(CASES.map((one, index): [string, RefusalCase] => [`${index + 1} ${one.code}`, one]))(
    '%s',
    (_, one) => {
      const history = running()
      one.given?.(history)
      const asked = typeof one.draft === 'function' ? one.draft(history) : one.draft
      const contract =
        one.code === 'advance-none' ? { ...CONTRACT, terms: { ...CONTRACT.terms, advancePpm: 0 } } : CONTRACT
      const found = refuseEvent(contract, one.events ?? history.events, asked, {
        ...RECORDING,
        ...one.recording,
      })
      expect(found).toContainEqual(expect.objectContaining({ ...one.expected, code: one.code }))
    },
  )

  test('each refusal has a case', () => {
    const told = new Set(CASES.map(({ code }) => code))
    expect(WORKS_REFUSALS.filter((code) => !told.has(code))).toEqual([])
  })

  test('what makes sense is not refused', () => {
    const history = running()
    const { events, add, ids } = history
    const ask = (asked: WorksEventDraft, recording: Partial<Recording> = {}) =>
      expect(refuseEvent(CONTRACT, events, asked, { ...RECORDING, ...recording })).toEqual([])
    ask(draft('report-validated', '2026-05-01', {}, { about: ids.waiting }))
    ask(measure([{ packageCode: 'B', percent: 10 }], 'Toiture arrachée par le vent'))
    ask(measure([]))
    ask(certify({ penaltiesMinor: 1_000 }))
    ask(draft('payment', '2026-05-01', { amountMinor: 455_000 }, { about: ids.certificate }))
    ask(agree(weighted(400_000, 600_000)))
    ask(plan(['a'], ['b', 'a', { packageCode: 'A' }]))
    ask(draft('start-order', '2026-01-13', {}, { replaces: ids.start }))
    ask(draft('withdrawal', '2026-05-01', { reason: 'doublon' }, { about: ids.report }))
    ask(
      draft(
        'progress-report',
        '2026-03-10',
        { measures: halves, fallReason: null },
        { replaces: ids.report },
      ),
    )
    ask(draft('punch-corrected', '2026-05-01', {}, { about: ids.punchItem }))
    add('stop-order', '2026-05-10', { cause: 'rain' })
    ask(draft('resume-order', '2026-05-10'))
    ask(draft('provisional-acceptance', '2026-08-01'))
    correct(history)
    ask(draft('punch-checked', '2026-05-02', {}, { about: ids.punchItem }))
    ask(draft('termination', '2026-08-01'))
  })

  test('a rule that was broken before does not stand in the way of a correction', () => {
    const { events, add, ids } = running()
    // Imported as it was: paid more than certified.
    add('payment', '2026-05-01', { amountMinor: 900_000 }, { about: ids.certificate })
    const asked = draft('start-order', '2026-01-13', {}, { replaces: ids.start })
    expect(refuseEvent(CONTRACT, events, asked, RECORDING)).toEqual([])
  })

  test('warnings: recorded all the same', () => {
    const { events, add, ids } = running()
    const warned = [
      draft('payment', '2026-07-01', { amountMinor: 1 }, { about: ids.certificate }),
      certify({}),
    ].flatMap((asked) => warnEvent(CONTRACT, events, asked))
    add('provisional-acceptance', '2026-08-01', {})
    warned.push(...warnEvent(CONTRACT, events, draft('final-acceptance', '2027-07-31')))
    expect(warned).toEqual([
      {
        code: 'payment-under-lapsed-guarantee',
        params: { type: 'performance', reference: 'G1', expiresOn: '2026-06-30' },
      },
      {
        code: 'certified-beyond-validated',
        field: 'payload.quantities',
        row: 1,
        params: { itemCode: 'A1', quantityMilli: 60_000, validatedMilli: 50_000 },
      },
      { code: 'guarantee-period-runs', params: { until: '2027-08-01' } },
    ])
    expect(warned.map(({ code }) => code).toSorted()).toEqual(WORKS_WARNINGS.toSorted())
    expect(warnEvent(CONTRACT, events, draft('final-acceptance', '2027-08-01'))).toEqual([])
    const onLastDay = draft('payment', '2026-06-30', { amountMinor: 1 }, { about: ids.certificate })
    expect(warnEvent(CONTRACT, events, onLastDay)).toEqual([])
  })
})
