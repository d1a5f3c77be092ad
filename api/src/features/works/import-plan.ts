import { findPlanFaults, type PlanFault } from '@borne/geodata/works/find-plan-faults'
import type { WorkPackage } from '@borne/geodata/works/types'
import type { Language } from '../../platform/problems.ts'
import type { Sheet } from '../../platform/sheet.ts'
import { describeTable, findTable } from './import-columns.ts'
import type { ImportMapping, PlanPreview } from './import-contract.ts'
import { ImportNotes } from './import-notes.ts'
import { nameColumns } from './name-columns.ts'
import { PlanReading, type ReadActivity } from './plan-reading.ts'
import { PLAN_TABLE, REQUIRED_PLAN_COLUMNS } from './plan-rows.ts'

const MOST_ACTIVITIES = 1_000

/**
 * Reads a schedule from a spreadsheet: activities with working days and predecessors. A day in the column of starts
 * holds an activity back only where nothing precedes it: behind a predecessor it is a result, not a condition.
 *
 * @param packages Of the bill that counts: an activity is tied to one by code or name.
 */
export function importPlan(
  sheets: readonly Sheet[],
  mapping: ImportMapping,
  packages: readonly WorkPackage[],
  language: Language,
): PlanPreview {
  const table = findTable(sheets, PLAN_TABLE, mapping)
  const notes = new ImportNotes(table.sheet.name, language)
  const reading = new PlanReading(table, notes, packages)
  const missing = REQUIRED_PLAN_COLUMNS.filter((role) => table.columns[role] === undefined)
  if (missing.length > 0) {
    notes.error(
      'import-heads-missing',
      { row: table.headRow || null },
      { missing: nameColumns(missing, language) },
    )
  } else {
    table.rows.forEach((row, index) => {
      reading.take(row, table.rows[index + 1])
    })
    checkPlan(reading.activities, notes)
  }
  return {
    ...describeTable(sheets, table),
    ...notes.summary(),
    lines: reading.lines,
    activities: notes.hasErrors ? null : reading.activities.map(({ row: _, ...activity }) => activity),
  }
}

function checkPlan(activities: readonly ReadActivity[], notes: ImportNotes): void {
  if (activities.length === 0 && !notes.hasErrors) notes.error('import-nothing', {})
  if (activities.length > MOST_ACTIVITIES) {
    notes.error('import-too-many', {}, { found: activities.length, most: MOST_ACTIVITIES })
  }
  const rowOf = (index: number) => activities[index]?.row.number ?? null
  for (const fault of findPlanFaults(activities)) noteFault(fault, rowOf, notes)
}

function noteFault(fault: PlanFault, rowOf: (index: number) => number | null, notes: ImportNotes): void {
  const place = { row: rowOf(fault.row) }
  const { code } = fault
  if (fault.kind === 'duplicate-code') {
    notes.error('import-code-repeated', place, { code, other: rowOf(fault.firstRow) })
  } else if (fault.kind === 'unknown-predecessor') {
    notes.error('import-predecessor-unknown', place, { code, predecessor: fault.predecessor })
  } else if (fault.kind === 'cycle') {
    notes.error('import-cycle', place, { codes: [...fault.codes, fault.codes[0]].join(' → ') })
  }
}
