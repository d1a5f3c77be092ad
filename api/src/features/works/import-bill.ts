import type { AmountMinor, Currency } from '@borne/geodata/works/types'
import type { Language } from '../../platform/problems.ts'
import type { Sheet } from '../../platform/sheet.ts'
import { BillReading } from './bill-reading.ts'
import { BILL_TABLE, REQUIRED_COLUMNS } from './bill-rows.ts'
import { describeTable, findTable } from './import-columns.ts'
import type { BillPreview, ImportMapping } from './import-contract.ts'
import { ImportNotes } from './import-notes.ts'
import { nameColumns } from './name-columns.ts'

/**
 * Reads a bill of quantities from a spreadsheet: groups with their items, and the sums that the table states of them.
 * What is not taken is told with its row; nothing is left out in silence.
 *
 * @param contract The amount with the amendments so far; where it `isFixed`, the bill must add up to it.
 */
export function importBill(
  sheets: readonly Sheet[],
  mapping: ImportMapping,
  contract: { readonly currency: Currency; readonly amountMinor: AmountMinor; readonly isFixed: boolean },
  language: Language,
): BillPreview {
  const table = findTable(sheets, BILL_TABLE, mapping)
  const notes = new ImportNotes(table.sheet.name, language)
  const reading = new BillReading(table, notes)
  const missing = REQUIRED_COLUMNS.filter((role) => table.columns[role] === undefined)
  if (missing.length > 0) {
    notes.error(
      'import-heads-missing',
      { row: table.headRow || null },
      { missing: nameColumns(missing, language) },
    )
  } else {
    for (const row of table.rows) reading.take(row)
    reading.finish(contract.isFixed ? contract.amountMinor : null)
  }
  const { computedMinor, statedMinor } = reading.checks
  return {
    ...describeTable(sheets, table),
    ...notes.summary(),
    lines: reading.lines,
    bill: notes.hasErrors ? null : reading.bill,
    totals: {
      currency: contract.currency,
      computedMinor,
      statedMinor,
      contractMinor: contract.amountMinor,
    },
  }
}
