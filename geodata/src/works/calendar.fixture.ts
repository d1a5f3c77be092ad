import type { WorkCalendar } from './types.ts'

/** Every day is a full working day: working days are calendar days. */
export const EVERY_DAY: WorkCalendar = { id: 'every-day', weekShares: [1, 1, 1, 1, 1, 1, 1], exceptions: [] }

/** Six days a week, no work in the rains, and 60 % of it in the Ramadan of 2026 and 2027. */
export const SAHEL: WorkCalendar = {
  id: 'sahel',
  weekShares: [1, 1, 1, 1, 0.5, 1, 0],
  exceptions: [
    { label: 'Ramadan 2026', from: '2026-02-18', until: '2026-03-19', share: 0.6 },
    { label: 'Ramadan 2027', from: '2027-02-08', until: '2027-03-09', share: 0.6 },
    { label: 'Rains', from: '07-15', until: '09-30', share: 0 },
    { label: 'Turn of the year', from: '12-31', until: '01-01', share: 0 },
  ],
}
