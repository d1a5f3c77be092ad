import type { WorkPackage } from '@borne/geodata/works/types'
import type { SheetRow } from '../../platform/sheet.ts'
import { CellReader } from './import-cells.ts'
import { type FoundTable, normalizeHead } from './import-columns.ts'
import type { PlanPreview, PlanRole } from './import-contract.ts'
import type { ImportNotes } from './import-notes.ts'
import { readDay, readDurationDays, readPredecessors } from './plan-rows.ts'

export type ReadActivity = NonNullable<PlanPreview['activities']>[number] & { readonly row: SheetRow }

/** A schedule as it grows row by row. */
export class PlanReading {
  readonly lines: PlanPreview['lines'] = []
  readonly activities: ReadActivity[] = []
  readonly #cells: CellReader<PlanRole>
  readonly #columns: FoundTable<PlanRole>['columns']
  readonly #notes: ImportNotes
  readonly #packages: readonly WorkPackage[]

  constructor(table: FoundTable<PlanRole>, notes: ImportNotes, packages: readonly WorkPackage[]) {
    this.#cells = new CellReader(table, notes)
    this.#columns = table.columns
    this.#notes = notes
    this.#packages = packages
  }

  /** A row is a summary when the next one stands a level deeper, or when it has a name and nothing else. */
  take(row: SheetRow, next: SheetRow | undefined): void {
    const label = this.#cells.text(row, 'label')
    const duration = this.#cells.text(row, 'duration')
    if (label === '' && duration === '') return
    const isOverNext = next !== undefined && this.#levelOf(next) > this.#levelOf(row)
    const isTitle = duration === '' && this.#cells.text(row, 'predecessors') === ''
    if (isOverNext || isTitle) this.#takeSummary(row, label)
    else this.#takeActivity(row)
  }

  #levelOf(row: SheetRow): number {
    return Number(this.#cells.text(row, 'level')) || 0
  }

  #takeSummary(row: SheetRow, label: string): void {
    const code = this.#cells.text(row, 'code')
    this.lines.push({
      row: row.number,
      kind: 'summary',
      code,
      label,
      packageCode: null,
      durationDays: null,
      predecessors: '',
      notBefore: null,
    })
  }

  #takeActivity(row: SheetRow): void {
    const code = this.#codeOf(row)
    const label = this.#cells.required(row, 'label', 500)
    const durationDays = this.#durationOf(row)
    const predecessors = this.#predecessorsOf(row)
    const notBefore = this.#notBeforeOf(row, predecessors.length > 0)
    const packageCode = this.#packageOf(row, { code, durationDays })
    const text = this.#cells.text(row, 'predecessors')
    this.lines.push({
      row: row.number,
      kind: 'activity',
      code,
      label,
      packageCode,
      durationDays,
      predecessors: text,
      notBefore,
    })
    this.activities.push({
      code,
      label,
      packageCode,
      durationDays: durationDays ?? 0,
      predecessors,
      notBefore,
      row,
    })
  }

  /** Planning programs number their rows, and predecessors name these numbers. */
  #codeOf(row: SheetRow): string {
    if (this.#columns.code === undefined) return String(this.lines.length + 1)
    return this.#cells.required(row, 'code', 40)
  }

  #durationOf(row: SheetRow): number | null {
    const text = this.#cells.required(row, 'duration', 60)
    const days = readDurationDays(text)
    if (days === undefined && text !== '') {
      this.#notes.error('import-not-a-duration', this.#cells.place(row, 'duration'), { value: text })
    }
    return days ?? null
  }

  #predecessorsOf(row: SheetRow): ReadActivity['predecessors'] {
    const text = this.#cells.text(row, 'predecessors')
    const found = readPredecessors(text)
    if (found && found.length <= 50) return found
    const place = this.#cells.place(row, 'predecessors')
    this.#notes.error('import-predecessor-unreadable', place, { value: text.slice(0, 60) })
    return []
  }

  #notBeforeOf(row: SheetRow, hasPredecessors: boolean): string | null {
    const role = this.#columns.notBefore === undefined ? 'start' : 'notBefore'
    const text = this.#cells.text(row, role)
    if (text === '' || (role === 'start' && hasPredecessors)) return null
    const day = readDay(text)
    if (!day)
      this.#notes.error('import-not-a-day', this.#cells.place(row, role), { value: text.slice(0, 60) })
    return day ?? null
  }

  #packageOf(row: SheetRow, activity: { code: string; durationDays: number | null }): string | null {
    const text = this.#cells.text(row, 'package')
    const key = normalizeHead(text)
    const found =
      this.#packages.find(({ code }) => code === text) ??
      this.#packages.find(({ code, label }) => [code, label].some((name) => normalizeHead(name) === key))
    if (found) return found.code
    if (text !== '') {
      const known = this.#packages.map(({ code }) => code).join(', ') || '—'
      this.#notes.error('import-package-unknown', this.#cells.place(row, 'package'), {
        value: text.slice(0, 60),
        known,
      })
    } else if (activity.durationDays !== 0) {
      const place = this.#cells.place(row, 'package')
      this.#notes.warn('import-activity-without-package', place, { code: activity.code })
    }
    return null
  }
}
