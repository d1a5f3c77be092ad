import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import type { WorkCalendar } from '@borne/geodata/works/types'

/** A small post in eight months: two activities done, one under way, a milestone and what is to come. */
export const GIVEN_TODAY = '2026-10-15'

export const GIVEN_GANTT: readonly GanttRow[] = [
  givenRow('A', 'Installation du chantier', ['2026-03-02', '2026-03-21'], {
    actual: ['2026-03-02', '2026-03-25'],
    percent: 100,
  }),
  givenRow('B', 'Fondations', ['2026-03-22', '2026-05-10'], {
    actual: ['2026-03-26', '2026-06-02'],
    percent: 100,
    after: 'A',
    isCritical: true,
  }),
  givenRow('C', 'Élévation des murs', ['2026-05-11', '2026-07-10'], {
    actual: ['2026-06-03', '2026-10-15'],
    forecast: ['2026-10-16', '2026-11-20'],
    percent: 62,
    after: 'B',
    isCritical: true,
  }),
  givenRow('D', 'Couverture', ['2026-07-11', '2026-08-20'], {
    forecast: ['2026-11-21', '2026-12-28'],
    percent: 0,
    after: 'C',
    isCritical: true,
  }),
  givenRow('E', 'Panneaux solaires', ['2026-07-11', '2026-08-05'], {
    forecast: ['2026-11-21', '2026-12-12'],
    percent: 0,
    after: 'C',
  }),
  {
    ...givenRow('R', 'Réception provisoire', ['2026-08-21', '2026-08-21'], {
      forecast: ['2026-12-29', '2026-12-29'],
      after: 'D',
      isCritical: true,
    }),
    isMilestone: true,
  },
]

export const GIVEN_CALENDAR: WorkCalendar = {
  id: 'guidimakha',
  weekShares: [1, 1, 1, 1, 0.5, 1, 0],
  exceptions: [
    { label: 'Pluies', from: '08-01', until: '09-15', share: 0 },
    { label: 'Ramadan', from: '2026-02-18', until: '2026-03-19', share: 0.6 },
  ],
}

type Days = readonly [string, string]

function givenRow(
  code: string,
  label: string,
  baseline: Days,
  rest: { actual?: Days; forecast?: Days; percent?: number; after?: string; isCritical?: boolean },
): GanttRow {
  const span = (days: Days | undefined) => (days ? { from: days[0], until: days[1] } : null)
  return {
    code,
    label,
    isMilestone: false,
    isCritical: rest.isCritical ?? false,
    baseline: span(baseline),
    actual: span(rest.actual),
    forecast: span(rest.forecast),
    percent: rest.percent ?? null,
    predecessors: rest.after ? [{ code: rest.after, type: 'FS', lagDays: 0 }] : [],
  }
}
