import type { SeasonCalendar } from '@borne/geodata/road-state/types'
import { problem } from '../../platform/problems.ts'

/** Every day of a leap year as `MM-DD`: 29 February is a day of some years. */
const DAYS = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10),
)

/**
 * Lets a calendar through that can be applied: its days exist, no day is in two phases, its effects are of its regime.
 *
 * @throws problem on the field that is wrong, such as `phases.1.starts`.
 */
export function checkCalendar(calendar: SeasonCalendar): void {
  const isRiver = calendar.regime === 'river'
  if (isRiver !== (calendar.reachMetres !== null))
    throw problem(isRiver ? 'calendar-reach-missing' : 'calendar-reach-unfit', {}, { field: 'reachMetres' })
  checkPhaseDays(calendar)
  for (const [index, { effects }] of calendar.phases.entries()) {
    for (const [place, { on, level, speedFactor }] of effects.entries()) {
      const field = `phases.${index}.effects.${place}`
      if (effects.findIndex((other) => other.on === on) !== place)
        throw problem('effect-repeated', { exposure: on }, { field: `${field}.on` })
      if (isRiver !== on.startsWith('flood-plain'))
        throw problem('effect-of-other-regime', { exposure: on }, { field: `${field}.on` })
      if (on === 'wet-ground' && (level !== 'open' || speedFactor !== 1))
        throw problem('effect-of-wet-ground', {}, { field: `${field}.level` })
    }
  }
}

function checkPhaseDays({ phases }: SeasonCalendar): void {
  const takenBy = new Map<string, number>()
  for (const [index, phase] of phases.entries()) {
    for (const end of ['starts', 'ends'] as const) {
      if (DAYS.includes(phase[end])) continue
      throw problem('phase-day-unknown', { day: phase[end] }, { field: `phases.${index}.${end}` })
    }
    for (const day of daysFrom(phase.starts, phase.ends)) {
      const other = takenBy.get(day)
      if (other !== undefined) {
        const words = { day, first: phases[other]!.nameFr, second: phase.nameFr }
        throw problem('phases-overlap', words, { field: `phases.${index}.starts` })
      }
      takenBy.set(day, index)
    }
  }
}

/** Both included; over the new year when the end comes before the start. */
function daysFrom(starts: string, ends: string): string[] {
  return starts <= ends
    ? DAYS.filter((day) => starts <= day && day <= ends)
    : DAYS.filter((day) => starts <= day || day <= ends)
}
