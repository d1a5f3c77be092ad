import { z } from 'zod'
import { Instant } from '../../contract-kit/time.ts'

export const BackupFile = z.object({ fileName: z.string(), bytes: z.number().int(), madeAt: Instant })
export type BackupFile = z.infer<typeof BackupFile>

/** How the backups stand, and the files themselves, the latest first. */
export const Backups = z.object({
  /** When the latest was made that is on the disk and was read back whole. */
  lastGoodAt: Instant.nullable(),
  fileName: z.string().nullable(),
  bytes: z.number().int().nullable(),
  /** There is none of the last 48 hours. */
  isOld: z.boolean(),
  isRunning: z.boolean(),
  /** How many stay in the folder. */
  keep: z.number().int(),
  /** The latest attempt, when it failed: a code of the catalogue of problems. */
  lastFailure: z.object({ at: Instant, code: z.string() }).nullable(),
  files: z.array(BackupFile),
})
export type Backups = z.infer<typeof Backups>

export const MadeBackup = BackupFile.extend({
  rows: z.number().int(),
  photoFiles: z.number().int(),
  /** Photo files that the register names and that are gone from the disk. */
  missingPhotoFiles: z.array(z.string()),
  /** Tables of the database that are not Borne's, left out. */
  tablesLeftOut: z.array(z.string()),
})
export type MadeBackup = z.infer<typeof MadeBackup>
