import type { WorksRow } from '@borne/api/contracts/works'

/** A contract of the portfolio for tests, running and in time. */
export function givenRow(facts: Partial<WorksRow> & Pick<WorksRow, 'id'>): WorksRow {
  return {
    reference: `M-${facts.id}`,
    title: `Marché ${facts.id}`,
    programme: { id: 'p', name: 'Programme' },
    project: { id: 'q', name: 'Projet' },
    contractor: { id: 'f', name: 'Entreprise' },
    donors: [{ id: 'd', name: 'Bailleur', code: 'B' }],
    posts: [{ id: 'g', name: 'Ghabou' }],
    currency: 'MRU',
    amountMinor: 100_000,
    stage: 'started',
    startedOn: '2026-01-12',
    endsOn: '2026-07-11',
    receivedOn: null,
    delayDays: 0,
    penaltyMinor: 0,
    physicalPercent: 50,
    plannedPercent: 60,
    certifiedPercent: 40,
    paidPercent: 30,
    openPunchCount: 0,
    pendingReportCount: 0,
    waitingReports: [],
    lastReportOn: null,
    alarms: [],
    curve: [],
    isArchived: false,
    isDemonstration: true,
    version: 1,
    updatedAt: '2026-10-15T08:00:00Z',
    ...facts,
  }
}
