import { join } from 'node:path'
import type { Config } from '../config.ts'
import { DatabaseError } from '../database-error.ts'
import { toProblem } from '../errors.ts'
import { type BackupFile, backupName, forgetOldBackups, listBackups } from './backup-folder.ts'
import { type BackupSource, type MadeBackup, makeBackup } from './make-backup.ts'

const HOUR_MS = 60 * 60_000
const DUE_AFTER_MS = 24 * HOUR_MS
const OLD_AFTER_MS = 48 * HOUR_MS
/** A file from further ahead was made while the clock was wrong. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

export type BackupSettings = Pick<Config, 'backupDir' | 'keptBackups' | 'filesDir' | 'templatesDir'>

export interface BackupState {
  readonly lastGoodAt: Date | undefined
  readonly fileName: string | undefined
  readonly bytes: number | undefined
  /** There is none of the last 48 hours. */
  readonly isOld: boolean
  readonly isRunning: boolean
  readonly keep: number
  /** The latest attempt, when it failed. */
  readonly lastFailure: { readonly at: Date; readonly code: string } | undefined
}

/** The backups that the server makes by itself, and those that somebody asks it for. */
export interface Backups {
  /** @throws DatabaseError `backup-running` while another one is made. */
  make(): Promise<MadeBackup>
  /** Makes one when the latest is a day old. */
  makeIfDue(): Promise<MadeBackup | undefined>
  list(): Promise<BackupFile[]>
  describe(now?: Date): Promise<BackupState>
  /** Waits for the one that is being made. */
  settled(): Promise<void>
}

export function openBackups(
  { backupDir, keptBackups, filesDir, templatesDir }: BackupSettings,
  database: Pick<BackupSource, 'engine' | 'connect'>,
): Backups {
  let running: Promise<MadeBackup> | undefined
  let lastFailure: BackupState['lastFailure']

  const attempt = async (): Promise<MadeBackup> => {
    try {
      const made = await makeBackup(
        { ...database, filesDir, templatesDir },
        join(backupDir, backupName(new Date())),
      )
      await forgetOldBackups(backupDir, keptBackups)
      lastFailure = undefined
      return made
    } catch (error) {
      lastFailure = { at: new Date(), code: toProblem(error, 'fr').code }
      throw error
    } finally {
      running = undefined
    }
  }
  const make = async (): Promise<MadeBackup> => {
    if (running) throw new DatabaseError('backup-running', 'A backup is under way.')
    running = attempt()
    return running
  }
  const lastGood = async (now: Date): Promise<BackupFile | undefined> =>
    (await listBackups(backupDir)).find(
      ({ madeAt }) => madeAt.getTime() <= now.getTime() + CLOCK_TOLERANCE_MS,
    )
  const ageOf = (file: BackupFile | undefined, now: Date): number =>
    file ? now.getTime() - file.madeAt.getTime() : Number.POSITIVE_INFINITY

  return {
    make,
    makeIfDue: async () => {
      const now = new Date()
      return running || ageOf(await lastGood(now), now) < DUE_AFTER_MS ? undefined : make()
    },
    list: () => listBackups(backupDir),
    describe: async (now = new Date()) => {
      const file = await lastGood(now)
      return {
        lastGoodAt: file?.madeAt,
        fileName: file?.fileName,
        bytes: file?.bytes,
        isOld: ageOf(file, now) > OLD_AFTER_MS,
        isRunning: running !== undefined,
        keep: keptBackups,
        lastFailure,
      }
    },
    settled: async () => {
      await running?.catch(() => undefined)
    },
  }
}
