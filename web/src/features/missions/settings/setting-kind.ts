import type { Permission } from '@borne/api/contracts/access'
import type { SettingDraft, SettingField } from './setting-draft.ts'

export const SETTING_TABS = ['rules', 'areas', 'places', 'vehicles', 'requests', 'rates', 'prices'] as const
export type SettingTab = (typeof SETTING_TABS)[number]

/** What every row of the settings has. */
export interface SettingRow {
  readonly id: string
  readonly version: number
  readonly isDemonstration: boolean
}

/** One kind of setting: its rows, how they are told, and what a person fills in. */
export interface SettingKind<Row extends SettingRow = SettingRow> {
  /** Of the API, below `/api/missions/`. */
  readonly path: string
  readonly permission: Permission
  readonly title: string
  readonly intro: string
  readonly add: string
  readonly empty: { readonly title: string; readonly text: string }
  readonly rows: readonly Row[]
  readonly nameOf: (row: Row) => string
  readonly factsOf: (row: Row) => readonly string[]
  /** A word beside the name; null = none. */
  readonly tagOf: (row: Row) => string | null
  /** Out of use: told at the end, faded. */
  readonly isOff: (row: Row) => boolean
  readonly fieldsOf: (draft: SettingDraft) => readonly SettingField[]
  /** What a new one begins with. */
  readonly fresh: object
  /** The last touch to what is sent. */
  readonly finish: (input: Record<string, unknown>) => object
}

/** For lists of kinds of different rows. */
export function asKind<Row extends SettingRow>(kind: SettingKind<Row>): SettingKind {
  return kind as unknown as SettingKind
}
