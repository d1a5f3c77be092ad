import {
  type Language,
  type ProblemCode,
  type ProblemParams,
  problem,
  problemBody,
} from '../../platform/problems.ts'
import { columnLetters } from '../../platform/sheet.ts'
import type { ImportNote } from './import-contract.ts'

const MOST_SHOWN = 200

interface NotePlace {
  readonly row?: number | null
  readonly column?: number | undefined
}

/** What is found while a table is read: each note names sheet, row, column and rule. */
export class ImportNotes {
  readonly #notes: ImportNote[] = []
  readonly #sheet: string
  readonly #language: Language

  constructor(sheet: string, language: Language) {
    this.#sheet = sheet
    this.#language = language
  }

  error(code: ProblemCode, place: NotePlace, params: ProblemParams = {}): void {
    this.#add('error', code, place, params)
  }

  warn(code: ProblemCode, place: NotePlace, params: ProblemParams = {}): void {
    this.#add('warning', code, place, params)
  }

  get hasErrors(): boolean {
    return this.#notes.some(({ severity }) => severity === 'error')
  }

  /** The fields that every preview has for them. */
  summary(): Pick<PreviewNotes, 'notes' | 'errorCount' | 'warningCount'> {
    const errors = this.#notes.filter(({ severity }) => severity === 'error')
    const warnings = this.#notes.filter(({ severity }) => severity === 'warning')
    return {
      notes: [...errors.slice(0, MOST_SHOWN), ...warnings.slice(0, MOST_SHOWN)],
      errorCount: errors.length,
      warningCount: warnings.length,
    }
  }

  #add(
    severity: ImportNote['severity'],
    code: ProblemCode,
    { row, column }: NotePlace,
    params: ProblemParams,
  ) {
    const place = {
      sheet: this.#sheet,
      row: row ?? null,
      column: column === undefined ? null : columnLetters(column),
    }
    const { detail } = problemBody(problem(code, { ...params, sheet: this.#sheet }), this.#language)
    this.#notes.push({ severity, code, message: detail, ...place })
  }
}

interface PreviewNotes {
  readonly notes: ImportNote[]
  readonly errorCount: number
  readonly warningCount: number
}
