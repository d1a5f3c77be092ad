import type { AnyWorksEvent, Bill, Day, WorksContract, WorksEventKind, WorksPayloads } from './types.ts'

/** 100 000.00 MRU in 180 days; 0.1 % a day up to 10 %, retention 5 %, advance 20 % taken back between 30 % and 80 %. */
export const CONTRACT: WorksContract = {
  id: 'contract',
  currency: 'MRU',
  amountMinor: 10_000_000,
  taxPpm: 160_000,
  durationDays: 180,
  terms: {
    penaltyPerDayPpm: 1_000,
    penaltyCapPpm: 100_000,
    retentionPpm: 50_000,
    advancePpm: 200_000,
    advanceRecoveryFromPpm: 300_000,
    advanceRecoveryToPpm: 800_000,
    guaranteeMonths: 12,
  },
}

/** Adds up to the amount of `CONTRACT`: 40 000.00 of earthworks and walls, 60 000.00 of a roof. */
export const BILL: Bill = {
  packages: [
    { code: 'A', label: 'Gros œuvre', weightPpm: null },
    { code: 'B', label: 'Couverture', weightPpm: null },
  ],
  items: [
    item('A1', 'A', 'm³', 100_000, 10_000),
    item('A2', 'A', 'm²', 200_000, 15_000),
    item('B1', 'B', 'm²', 300_000, 20_000),
  ],
}

export function item(
  code: string,
  packageCode: string,
  unit: string,
  quantityMilli: number,
  unitPriceMinor: number,
): Bill['items'][number] {
  return { code, packageCode, label: `Poste ${code}`, unit, quantityMilli, unitPriceMinor }
}

interface Answer {
  readonly about?: string
  readonly replaces?: string
  readonly by?: string | null
  readonly recordedAt?: string
}

/** A list of events that grows as a contract's does: each is known from noon of its day unless told otherwise. */
export function createHistory(contractId = CONTRACT.id) {
  const events: AnyWorksEvent[] = []
  return {
    events,
    add<Kind extends WorksEventKind>(
      kind: Kind,
      happenedOn: Day,
      payload: Omit<WorksPayloads[Kind], 'note'>,
      { about, replaces, by = 'contractor', recordedAt = `${happenedOn}T12:00:00Z` }: Answer = {},
    ): string {
      const id = `event-${events.length + 1}`
      events.push({
        id,
        contractId,
        ordinal: events.length + 1,
        kind,
        happenedOn,
        recordedAt,
        recordedBy: by,
        replaces: replaces ?? null,
        about: about ?? null,
        payload: { note: '', ...payload },
      } as unknown as AnyWorksEvent)
      return id
    },
  }
}
