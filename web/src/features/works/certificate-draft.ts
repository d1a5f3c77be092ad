import type { WorksRefusal } from '@borne/geodata/works/results'
import type { Bill, ItemQuantity } from '@borne/geodata/works/types'
import type { ContractView } from './contract-view.ts'

export type CertificateRole = 'advance' | 'interim' | 'final'

/** A line of the bill with what is known of it; quantities in thousandths, to date. */
export interface QuantityLine {
  readonly itemCode: string
  readonly label: string
  readonly unit: string
  readonly billMilli: number
  readonly validatedMilli: number
  readonly certifiedMilli: number
  readonly unitPriceMinor: number
}

/** The lines of the bill that counts, with what was validated and what the last certificate said. */
export function quantityLines({ state, ledger }: Pick<ContractView, 'state' | 'ledger'>): QuantityLine[] {
  const bill: Bill | undefined = state.bills.at(-1)?.bill
  const validated = new Map(state.progress.items.map((item) => [item.itemCode, item.quantityMilli]))
  const last = ledger.lines.findLast(({ role }) => role !== 'advance')
  const certified = new Map(last?.items.map((item) => [item.itemCode, item.quantityMilli]))
  return (bill?.items ?? []).map((item) => ({
    itemCode: item.code,
    label: item.label,
    unit: item.unit,
    billMilli: item.quantityMilli,
    validatedMilli: validated.get(item.code) ?? 0,
    certifiedMilli: certified.get(item.code) ?? 0,
    unitPriceMinor: item.unitPriceMinor,
  }))
}

/** What a new certificate begins with: what was validated, never less than what was certified. */
export function proposedMilli({ validatedMilli, certifiedMilli }: QuantityLine): number {
  return Math.max(validatedMilli, certifiedMilli)
}

/** Lines without a quantity are left out of the certificate. */
export function certifiedQuantities(
  lines: readonly QuantityLine[],
  quantities: readonly (number | null)[],
): ItemQuantity[] {
  return lines.flatMap(({ itemCode }, index) => {
    const quantityMilli = quantities[index]
    return quantityMilli ? [{ itemCode, quantityMilli }] : []
  })
}

/** The refusals of the rows, by the item that they are about; the others are about the whole. */
export function refusalsByItem(
  refusals: readonly WorksRefusal[],
  sent: readonly ItemQuantity[],
): { byItem: Map<string, WorksRefusal>; rest: WorksRefusal[] } {
  const byItem = new Map<string, WorksRefusal>()
  const rest: WorksRefusal[] = []
  for (const refusal of refusals) {
    const item = refusal.row === undefined ? undefined : sent[refusal.row - 1]
    if (item && refusal.field?.startsWith('payload.quantities')) byItem.set(item.itemCode, refusal)
    else rest.push(refusal)
  }
  return { byItem, rest }
}
