import { addDays, addMonths, daysBetween } from './days.ts'
import { divideRounded, shareOf } from './divide-rounded.ts'
import type { ClockFacts, ClockPhase, ContractClock, PenaltyExposure } from './results.ts'
import type { AmountMinor, Day, WorksContract } from './types.ts'

type Stop = ClockFacts['suspensions'][number]

/**
 * The time of a contract on a day, in calendar days: the day of the start order is day 0, a suspension counts from its order to
 * the day before the resumption, and time stops at the provisional acceptance or the termination.
 *
 * Planned end = start + duration + days of amendments + suspended days; delay = days beyond it; penalties = delay × share a
 * day × amount as amended, up to the cap.
 *
 * @param facts As of `on`. @throws RangeError as `addDays` and `divideRounded`.
 */
export function contractClock(
  { durationDays: signedDays, terms }: WorksContract,
  facts: ClockFacts,
  on: Day,
): ContractClock {
  const upTo = (day: Day | null) => (day !== null && day <= on ? day : null)
  const startedOn = upTo(facts.chain['start-order'])
  const acceptedOn = upTo(facts.chain['provisional-acceptance'])
  const stoppedOn = firstOf(acceptedOn, upTo(facts.chain.termination))
  const end = stoppedOn ?? on
  const stops = facts.suspensions.filter(({ from }) => from < end)
  const elapsedDays = startedOn === null ? 0 : Math.max(0, daysBetween(startedOn, end))
  const suspendedDays =
    startedOn === null ? 0 : stops.reduce((sum, stop) => sum + daysWithin(stop, startedOn, end), 0)
  const remainingDays = facts.durationDays - elapsedDays + suspendedDays
  const plannedEnd = startedOn && addDays(startedOn, facts.durationDays + suspendedDays)
  const delayDays = startedOn === null ? 0 : Math.max(0, -remainingDays)
  const guaranteeEnd = acceptedOn && addMonths(acceptedOn, terms.guaranteeMonths)
  const last = facts.suspensions.findLast(({ from }) => from <= on)
  return {
    on,
    startedOn,
    stoppedOn,
    durationDays: facts.durationDays,
    elapsedDays,
    suspendedDays,
    remainingDays,
    signedEnd: startedOn && addDays(startedOn, signedDays),
    plannedEnd,
    delayDays,
    isSuspended:
      stoppedOn === null && startedOn !== null && last !== undefined && (last.to === null || last.to > on),
    penalty: exposureOf(facts.amountMinor, delayDays, terms),
    guaranteeEnd,
    phases: [
      ...phasesBefore(facts, startedOn, on),
      ...(startedOn === null
        ? []
        : phasesOfWorks(startedOn, { end, stops, durationDays: facts.durationDays })),
      ...(plannedEnd !== null && stoppedOn === null ? phase('ahead', on, plannedEnd) : []),
      ...(acceptedOn === null
        ? []
        : phase('guarantee', acceptedOn, upTo(facts.chain['final-acceptance']) ?? guaranteeEnd!)),
    ],
  }
}

function exposureOf(
  amountMinor: AmountMinor,
  delayDays: number,
  terms: WorksContract['terms'],
): PenaltyExposure {
  const { penaltyPerDayPpm, penaltyCapPpm } = terms
  const capMinor = shareOf(amountMinor, penaltyCapPpm)
  // Compared before it becomes a number: a century of delay need not fit into one.
  const dividend = BigInt(amountMinor) * BigInt(penaltyPerDayPpm) * BigInt(delayDays)
  const isCapped = delayDays > 0 && dividend >= BigInt(capMinor) * 1_000_000n
  return {
    perDayMinor: shareOf(amountMinor, penaltyPerDayPpm),
    exposureMinor: isCapped ? capMinor : divideRounded(dividend, 1_000_000n),
    capMinor,
    isCapped,
  }
}

function phasesBefore({ chain }: ClockFacts, startedOn: Day | null, on: Day): ClockPhase[] {
  const known = [chain.tender, chain.award].find((day) => day !== null && day <= on)
  const signedOn = chain.signature !== null && chain.signature <= on ? chain.signature : null
  const end = startedOn ?? on
  return [
    ...(known ? phase('procurement', known, signedOn ?? end) : []),
    ...(signedOn ? phase('mobilisation', signedOn, end) : []),
  ]
}

/** Stretches of work, stops, and work beyond the duration, which the stops do not use up. */
function phasesOfWorks(
  startedOn: Day,
  {
    end,
    stops,
    durationDays,
  }: { readonly end: Day; readonly stops: readonly Stop[]; readonly durationDays: number },
): ClockPhase[] {
  const phases: ClockPhase[] = []
  let here = startedOn
  let left = durationDays
  const work = (to: Day) => {
    const lateFrom = addDays(here, Math.max(0, left))
    phases.push(...phase('works', here, lateFrom < to ? lateFrom : to))
    phases.push(...phase('delay', lateFrom, to))
    left -= daysBetween(here, to)
    here = to
  }
  for (const { from, to } of stops) {
    const stopEnd = to === null || to > end ? end : to
    if (stopEnd <= here) continue
    if (from > here) work(from)
    phases.push(...phase('suspended', here, stopEnd))
    here = stopEnd
  }
  if (here < end) work(end)
  return phases
}

function phase(kind: ClockPhase['kind'], from: Day, to: Day): ClockPhase[] {
  return from < to ? [{ kind, from, to }] : []
}

function daysWithin({ from, to }: Stop, start: Day, end: Day): number {
  const first = from > start ? from : start
  const last = to === null || to > end ? end : to
  return Math.max(0, daysBetween(first, last))
}

function firstOf(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
