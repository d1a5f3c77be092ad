import type { ContractState } from './state.ts'
import type { AnyWorksEvent, Bill, Day, Instant, WorksEventKind } from './types.ts'
import { CONTRACT } from './works.fixture.ts'

/** What the replay tells as well. */
export function told(state: ContractState) {
  return {
    start: state.chain['start-order'],
    acceptance: state.chain['provisional-acceptance'],
    suspensions: state.suspensions.map(({ from, to }) => [from, to]),
    amountMinor: state.amountMinor,
    durationDays: state.durationDays,
    bills: state.bills.map(({ eventId }) => eventId),
    reports: state.reports.map(({ id, eventId, state }) => [id, eventId, state]),
    certificates: state.certificates.map(({ id, eventId }) => [id, eventId]),
    payments: state.payments.map(({ eventId, certificateId }) => [eventId, certificateId]),
    punchItems: state.punchItems.map(({ eventId, state, history }) => [eventId, state, history.length]),
    percents: state.progress.items.map(({ percent }) => percent.toFixed(3)),
    proposed: state.proposedProgress.items.map(({ percent }) => percent.toFixed(3)),
  }
}

type Told = ReturnType<typeof told>

/** The same by definition, event by event, without the fold: each question looks through the whole list. */
export function replay(all: readonly AnyWorksEvent[], on: Day, knownAt: Instant): Told {
  const known = all.filter(({ recordedAt }) => recordedAt <= knownAt)
  const isWithdrawn = (x: AnyWorksEvent): boolean =>
    known.some((w) => w.kind === 'withdrawal' && w.about === x.id && counts(w))
  const isTaken = (x: AnyWorksEvent): boolean =>
    known.some((c) => c.replaces === x.id && (!isWithdrawn(c) || isTaken(c)))
  const counts = (x: AnyWorksEvent): boolean => !isWithdrawn(x) && !isTaken(x)
  const first = (x: AnyWorksEvent): AnyWorksEvent => {
    const before = known.find(({ id }) => id === x.replaces)
    return before ? first(before) : x
  }
  const counted = known
    .filter((x) => x.kind !== 'withdrawal' && x.happenedOn <= on && counts(x))
    .map((x) => ({
      x,
      id: first(x).id,
      key: `${x.happenedOn} ${1000 + first(x).ordinal} ${1000 + x.ordinal}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const ofKind = (...kinds: WorksEventKind[]) => counted.filter(({ x }) => kinds.includes(x.kind))
  const sum = (kind: WorksEventKind, field: string) =>
    ofKind(kind).reduce((total, { x }) => total + (x.payload as unknown as Record<string, number>)[field]!, 0)
  const answersTo = (id: string, ...kinds: WorksEventKind[]) => {
    const from = counted.findIndex((one) => one.id === id)
    return counted.slice(from + 1).filter(({ x }) => {
      const target = known.find((one) => one.id === x.about)
      return kinds.includes(x.kind) && target !== undefined && first(target).id === id
    })
  }
  const reports = ofKind('progress-report').map(({ x, id }) => {
    const decision = answersTo(id, 'report-validated', 'report-rejected').find(
      ({ x: { about } }) => about === x.id,
    )
    const state = { 'report-validated': 'validated', 'report-rejected': 'rejected' }[
      decision?.x.kind as string
    ]
    return { x, id, state: state ?? 'proposed' }
  })
  const bill = ofKind('bill').at(-1)?.x.payload as Bill | undefined
  const percentsOf = (taken: typeof reports) =>
    (bill?.items ?? []).map(({ code, packageCode, quantityMilli }) => {
      const measures = taken.flatMap(({ x }) => (x.kind === 'progress-report' ? x.payload.measures : []))
      const last = measures.findLast((m) =>
        'itemCode' in m ? m.itemCode === code : m.packageCode === packageCode,
      )
      if (last === undefined) return (0).toFixed(3)
      const percent = 'itemCode' in last ? (100 * last.quantityMilli) / quantityMilli : last.percent
      return (Math.round(Math.min(percent, 100) * 10_000) / 10_000).toFixed(3)
    })
  const stops: [Day, Day | null][] = []
  for (const { x } of ofKind('stop-order', 'resume-order')) {
    const isStopped = stops.length > 0 && stops.at(-1)![1] === null
    if (x.kind === 'stop-order' && !isStopped) stops.push([x.happenedOn, null])
    if (x.kind === 'resume-order' && isStopped) stops.at(-1)![1] = x.happenedOn
  }
  return {
    start: ofKind('start-order')[0]?.x.happenedOn ?? null,
    acceptance: ofKind('provisional-acceptance')[0]?.x.happenedOn ?? null,
    suspensions: stops,
    amountMinor: CONTRACT.amountMinor + sum('amendment', 'amountChangeMinor'),
    durationDays: CONTRACT.durationDays + sum('amendment', 'daysChange'),
    bills: ofKind('bill').map(({ x }) => x.id),
    reports: reports.map(({ x, id, state }) => [id, x.id, state]) as Told['reports'],
    certificates: ofKind('certificate').map(({ x, id }) => [id, x.id]),
    payments: ofKind('payment').flatMap(({ x }) => {
      const certificate = ofKind('certificate').find(({ id }) =>
        answersTo(id, 'payment').some((p) => p.x === x),
      )
      return certificate ? [[x.id, certificate.id]] : []
    }),
    punchItems: ofKind('punch-item').map(({ x, id }) => {
      let state = 'open'
      let length = 1
      for (const { x: step } of answersTo(
        id,
        'punch-corrected',
        'punch-checked',
        'punch-lifted',
        'punch-reopened',
      )) {
        const next = NEXT[`${state} ${step.kind}`]
        if (next === undefined) continue
        state = next
        length += 1
      }
      return [x.id, state, length]
    }) as Told['punchItems'],
    percents: percentsOf(reports.filter(({ state }) => state === 'validated')),
    proposed: percentsOf(reports.filter(({ state }) => state !== 'rejected')),
  }
}

const NEXT: Readonly<Record<string, string>> = {
  'open punch-corrected': 'corrected',
  'corrected punch-checked': 'checked',
  'checked punch-lifted': 'lifted',
  'corrected punch-reopened': 'open',
  'checked punch-reopened': 'open',
  'lifted punch-reopened': 'open',
}
