import type { DonorLedger } from '@borne/geodata/works/donor-ledger'

export type DonorRow = (string | number | null)[]

interface Words {
  readonly isForeign: boolean
  readonly nameOf: (donorId: string) => string
  readonly lineOf: (number: number | null) => string
  readonly noRate: string
}

/** The ledger by donor as rows of a file, amounts in whole units with their hundredths. */
export function donorRows(
  donors: readonly DonorLedger[],
  { isForeign, nameOf, lineOf, noRate }: Words,
): DonorRow[] {
  return donors.flatMap(({ donorId, sharePpm, lines }) =>
    lines.map(({ number, on, period, toDate, mru }) => [
      nameOf(donorId),
      sharePpm / 1_000_000,
      lineOf(number),
      on,
      period.dueMinor / 100,
      period.paidMinor / 100,
      period.outstandingMinor / 100,
      toDate.dueMinor / 100,
      toDate.paidMinor / 100,
      toDate.outstandingMinor / 100,
      ...(isForeign ? (mru ? [mru.dueMinor / 100, mru.rateFrom] : [null, noRate]) : []),
    ]),
  )
}
