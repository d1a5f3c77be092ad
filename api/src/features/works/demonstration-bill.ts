import { lineAmountMinor } from '@borne/geodata/works/bill-total'
import { shareOf, splitByWeights } from '@borne/geodata/works/divide-rounded'
import type { Activity, Bill, BillItem, ItemQuantity, Measure, Plan } from '@borne/geodata/works/types'
import type { PackageShares } from './demonstration-set.ts'

const PPM_PER_PERCENT = 10_000
/** Of calendar days: what is left of them in a week of five and a half days with holidays and Ramadan. */
const WORKED_SHARE = 0.76
/** By how much a package begins before the one before it is finished. */
const OVERLAP = 0.15

/** A bill that adds up to the amount of a contract: the last line of each package takes what its shares leave. */
export function billFromShares(shares: readonly PackageShares[], amountMinor: number): Bill {
  const amounts = splitByWeights(
    amountMinor,
    shares.map(({ weightPercent }) => weightPercent),
  )
  return {
    packages: shares.map(({ code, label, weightPercent }) => ({
      code,
      label,
      weightPpm: weightPercent * PPM_PER_PERCENT,
    })),
    items: shares.flatMap(({ code, items }, index) => itemsOf(code, items, amounts[index]!)),
  }
}

function itemsOf(packageCode: string, items: PackageShares['items'], amountMinor: number): BillItem[] {
  let left = amountMinor
  return items.map(({ label, unit, quantity, sharePercent }, index) => {
    const unitPriceMinor =
      sharePercent === null
        ? left
        : Math.round(shareOf(amountMinor, sharePercent * PPM_PER_PERCENT) / quantity)
    const quantityMilli = quantity * 1000
    left -= lineAmountMinor(quantityMilli, unitPriceMinor)
    return { code: `${packageCode}${index + 1}`, packageCode, label, unit, quantityMilli, unitPriceMinor }
  })
}

/** The packages one after the other, so that together they make a percent of the works: each to a hundredth of a percent. */
export function measuresAt(bill: Bill, percent: number, { byItems }: { byItems: boolean }): Measure[] {
  let left = percent * PPM_PER_PERCENT
  return bill.packages.flatMap(({ code, weightPpm }): Measure[] => {
    const weight = weightPpm ?? 0
    const share = Math.min(1, Math.max(0, left / weight))
    left -= weight
    if (!byItems) return [{ packageCode: code, percent: Math.round(share * 10_000) / 100 }]
    return bill.items.flatMap(({ code: itemCode, packageCode, quantityMilli }) =>
      packageCode === code ? [{ itemCode, quantityMilli: Math.round(quantityMilli * share) }] : [],
    )
  })
}

/** Quantities to date of a percent of the works. */
export function quantitiesAt(bill: Bill, percent: number): ItemQuantity[] {
  return measuresAt(bill, percent, { byItems: true }).filter(
    (measure): measure is ItemQuantity => 'itemCode' in measure && measure.quantityMilli > 0,
  )
}

/** The packages one after the other, a little before the one before is finished, within so many calendar days. */
export function planFromBill(
  { packages }: Bill,
  { role, name, days }: Pick<Plan, 'role' | 'name'> & { readonly days: number },
): Plan {
  const worked = Math.floor(days * WORKED_SHARE)
  const weights = packages.map(({ weightPpm }) => weightPpm ?? 0)
  const durations = splitByWeights(worked, weights).map((duration) => Math.max(1, duration))
  const works = packages.map(({ code, label }, index): Activity => {
    const before = packages[index - 1]
    const lagDays = index === 0 ? 0 : -Math.floor(durations[index - 1]! * OVERLAP)
    return {
      code,
      label,
      packageCode: code,
      durationDays: durations[index]!,
      predecessors: [{ code: before?.code ?? 'OS', type: 'FS', lagDays }],
      notBefore: null,
    }
  })
  return {
    role,
    name,
    calendarId: 'chantier',
    activities: [
      milestone('OS', 'Ordre de service', []),
      ...works,
      milestone('RP', 'Réception provisoire', [{ code: works.at(-1)!.code, type: 'FS', lagDays: 0 }]),
    ],
  }
}

function milestone(code: string, label: string, predecessors: Activity['predecessors']): Activity {
  return { code, label, packageCode: null, durationDays: 0, predecessors, notBefore: null }
}
