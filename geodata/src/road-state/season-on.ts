import type { IsoDate, MonthDay, SeasonCalendar, SeasonPhase } from './types.ts'

/** A phase of a calendar with the days on which it holds around an asked day. */
export interface HeldPhase {
  calendar: SeasonCalendar
  /** Place in `calendar.phases`. */
  index: number
  phase: SeasonPhase
  since: IsoDate
  until: IsoDate
}

/** Phases that hold on a day: one a calendar at most, in the order of the calendars. */
export function phasesOn(calendars: readonly SeasonCalendar[], date: IsoDate): HeldPhase[] {
  return calendars.flatMap((calendar) => {
    const index = calendar.phases.findIndex((phase) => isWithin(date.slice(5), phase))
    const phase = calendar.phases[index]
    return phase ? [{ calendar, index, phase, ...daysOf(phase, date) }] : []
  })
}

function isWithin(day: MonthDay, { starts, ends }: SeasonPhase): boolean {
  return starts <= ends ? starts <= day && day <= ends : starts <= day || day <= ends
}

function daysOf({ starts, ends }: SeasonPhase, date: IsoDate): { since: IsoDate; until: IsoDate } {
  const year = Number(date.slice(0, 4))
  const startYear = starts <= date.slice(5) ? year : year - 1
  const endYear = starts <= ends ? startYear : startYear + 1
  return { since: `${startYear}-${starts}`, until: `${endYear}-${ends}` }
}
