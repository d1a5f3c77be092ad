import type { Progress } from '@borne/geodata/works/state'
import type { Bill, Measure } from '@borne/geodata/works/types'

/** What a report says of one thing, beside what counted before. */
export interface ValidationRow {
  readonly code: string
  readonly label: string
  /** Percent (0–100) of a package, or a quantity of an item in its unit. */
  readonly unit: string
  readonly former: number
  readonly proposed: number
}

/**
 * @param progress Of the validated reports.
 */
export function validationRows(
  measures: readonly Measure[],
  bill: Bill | undefined,
  progress: Progress,
): ValidationRow[] {
  return measures.map((measure) => {
    if ('packageCode' in measure) {
      const { packageCode: code, percent } = measure
      const former = progress.packages.find(({ packageCode }) => packageCode === code)?.percent ?? 0
      const label = bill?.packages.find((one) => one.code === code)?.label ?? code
      return { code, label, unit: '%', former, proposed: percent }
    }
    const { itemCode: code, quantityMilli } = measure
    const former = progress.items.find(({ itemCode }) => itemCode === code)?.quantityMilli ?? 0
    const item = bill?.items.find((one) => one.code === code)
    return {
      code,
      label: item?.label ?? code,
      unit: item?.unit ?? '',
      former: former / 1000,
      proposed: quantityMilli / 1000,
    }
  })
}
