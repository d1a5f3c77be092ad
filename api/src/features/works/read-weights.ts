import type { SheetRow } from '../../platform/sheet.ts'
import type { ImportNotes } from './import-notes.ts'
import { scaleNumber, type TypedNumber } from './read-number.ts'

export interface TypedWeight {
  readonly row: SheetRow
  readonly typed: TypedNumber
}

const MILLION = 1_000_000

/**
 * Weights of groups in millionths: typed as percents, or as the shares that a spreadsheet keeps behind `12,5 %`. All
 * groups have one, or none has.
 */
export function readWeights(
  groups: readonly { readonly code: string; readonly weight: TypedWeight | undefined }[],
  notes: ImportNotes,
): (number | null)[] {
  const typed = groups.map(({ weight }) => weight?.typed)
  if (typed.every((weight) => weight === undefined)) return groups.map(() => null)
  const asShares = typed.map((weight) => (weight ? Number(scaleNumber(weight, 6).value) : 0))
  const isShares = sumOf(asShares) <= MILLION
  const weights = isShares
    ? asShares
    : typed.map((weight) => (weight ? Number(scaleNumber(weight, 4).value) : 0))
  const without = groups.filter(({ weight }) => !weight).map(({ code }) => code)
  const sum = sumOf(weights)
  if (without.length > 0 || sum !== MILLION) {
    notes.error('import-weights', {}, { percent: sum / 10_000, without: without.join(', ') || '—' })
  }
  return weights
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
