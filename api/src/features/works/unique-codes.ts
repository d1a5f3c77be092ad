import type { BillItem } from '@borne/geodata/works/types'
import type { SheetRow } from '../../platform/sheet.ts'
import type { CellReader } from './import-cells.ts'
import type { BillRole } from './import-contract.ts'
import type { ImportNotes } from './import-notes.ts'

export type ReadItem = BillItem & { readonly row: SheetRow }

/**
 * Many bills number their items anew in each group: such a number gets that of its group before it. One that comes
 * twice in a group is an error.
 */
export function makeCodesUnique(
  items: readonly ReadItem[],
  cells: CellReader<BillRole>,
  notes: ImportNotes,
): ReadItem[] {
  const groupsOf = new Map<string, Set<string>>()
  for (const { code, packageCode } of items) {
    groupsOf.set(code, (groupsOf.get(code) ?? new Set()).add(packageCode))
  }
  const first = new Map<string, SheetRow>()
  return items.map((item) => {
    const isShared = (groupsOf.get(item.code)?.size ?? 0) > 1
    const code = isShared ? `${item.packageCode}/${item.code}` : item.code
    const place = cells.place(item.row, 'code')
    if (isShared) {
      notes.warn('import-code-prefixed', place, { code: item.code, made: code })
      cells.fitting(item.row, 'code', code, 40)
    }
    const other = first.get(code)
    if (other) notes.error('import-code-repeated', place, { code, other: other.number })
    else first.set(code, item.row)
    return { ...item, code }
  })
}
