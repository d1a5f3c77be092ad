import type { Bill, Measure } from '@borne/geodata/works/types'
import type { Language } from '../../ui/language.tsx'
import { readQuantity, writeQuantity } from './money.ts'

/** A measure of a report that is corrected, or of a package that it did not measure. */
export interface MeasureField {
  readonly of: { readonly packageCode: string } | { readonly itemCode: string }
  readonly label: string
  /** «%», or the unit of the item. */
  readonly unit: string
  /** Percent, or a quantity in its unit, in the version that counts; null: not measured. */
  readonly former: number | null
  /** The same as a person types it. */
  readonly written: string
}

/** All that a report measured, in its order, then the packages of which it measured nothing. */
export function measureFields(
  measures: readonly Measure[],
  bill: Bill | undefined,
  language: Language,
): MeasureField[] {
  const measured = measures.map((measure): MeasureField => {
    if ('packageCode' in measure) return packageField(measure.packageCode, measure.percent, bill, language)
    const item = bill?.items.find(({ code }) => code === measure.itemCode)
    return {
      of: { itemCode: measure.itemCode },
      label: item?.label ?? measure.itemCode,
      unit: item?.unit ?? '',
      former: measure.quantityMilli / 1000,
      written: writeQuantity(measure.quantityMilli, language),
    }
  })
  const touched = new Set(
    measures.map((measure) =>
      'packageCode' in measure
        ? measure.packageCode
        : bill?.items.find(({ code }) => code === measure.itemCode)?.packageCode,
    ),
  )
  const others = (bill?.packages ?? []).filter(({ code }) => !touched.has(code))
  return [...measured, ...others.map(({ code }) => packageField(code, null, bill, language))]
}

function packageField(
  code: string,
  percent: number | null,
  bill: Bill | undefined,
  language: Language,
): MeasureField {
  return {
    of: { packageCode: code },
    label: bill?.packages.find((one) => one.code === code)?.label ?? code,
    unit: '%',
    former: percent,
    written: percent === null ? '' : writeQuantity(Math.round(percent * 1000), language),
  }
}

/** What is typed as a measure: null where the field is empty, undefined where it cannot be read. */
export function readMeasure({ of }: Pick<MeasureField, 'of'>, typed: string): Measure | null | undefined {
  if (typed.trim() === '') return null
  const milli = readQuantity(typed)
  if (milli === null) return undefined
  return 'packageCode' in of ? { ...of, percent: milli / 1000 } : { ...of, quantityMilli: milli }
}
