import { billTotalMinor, lineAmountMinor } from '@borne/geodata/works/bill-total'
import type { Bill } from '@borne/geodata/works/types'
import type { OutTable, TableRow } from '../../platform/write-sheet.ts'

/**
 * A bill of quantities as a table: a title and a subtotal for each group, a grand total. `importBill` reads the same bill
 * back: the column of the groups tells titles from totals.
 */
export function billTable(bill: Bill, titles: readonly string[]): OutTable {
  const groups = bill.packages.map((group) => {
    const items = bill.items.filter(({ packageCode }) => packageCode === group.code)
    return { ...group, items, totalMinor: billTotalMinor({ packages: [group], items }) }
  })
  const rows = groups.flatMap(({ code, label, weightPpm, items, totalMinor }): TableRow[] => [
    {
      cells: [code, null, label, null, null, null, null, weightPpm === null ? null : weightPpm / 10_000],
      isStrong: true,
    },
    ...items.map((item) => ({
      cells: [
        code,
        item.code,
        item.label,
        item.unit,
        item.quantityMilli / 1000,
        item.unitPriceMinor / 100,
        lineAmountMinor(item.quantityMilli, item.unitPriceMinor) / 100,
      ],
    })),
    { cells: [null, null, `Sous-total ${label}`, null, null, null, totalMinor / 100], isStrong: true },
  ])
  return {
    name: 'Bordereau',
    titles,
    columns: [
      { head: 'Lot', kind: 'text', widthCharacters: 8 },
      { head: 'N°', kind: 'text', widthCharacters: 10 },
      { head: 'Désignation', kind: 'text', widthCharacters: 60 },
      { head: 'Unité', kind: 'text', widthCharacters: 8 },
      { head: 'Quantité', kind: 'number', decimals: 3 },
      { head: 'Prix unitaire', kind: 'number', decimals: 2, widthCharacters: 16 },
      { head: 'Montant', kind: 'number', decimals: 2, widthCharacters: 18 },
      { head: 'Pondération (%)', kind: 'number', decimals: 4, widthCharacters: 16 },
    ],
    rows: [
      ...rows,
      {
        cells: [null, null, 'Total hors taxes', null, null, null, billTotalMinor(bill) / 100],
        isStrong: true,
      },
    ],
  }
}
