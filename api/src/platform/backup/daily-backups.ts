import { toProblem } from '../errors.ts'
import type { Backups } from './backups.ts'

const FIRST_AFTER_MS = 60_000
const EVERY_MS = 15 * 60_000

export interface DailyBackups {
  /** Stops the clock and waits for what is under way. */
  stop(): Promise<void>
}

export interface BackupLog {
  info(facts: object, line: string): void
  warn(facts: object, line: string): void
  error(facts: object, line: string): void
}

/**
 * Sees to it that there is a backup of every day. One that fails is tried again at the next look.
 *
 * @param noteMade Called for each that was made: it belongs on the journal.
 */
export function startDailyBackups(
  backups: Backups,
  log: BackupLog,
  noteMade: () => Promise<unknown>,
): DailyBackups {
  const look = async (): Promise<void> => {
    try {
      const made = await backups.makeIfDue()
      if (!made) return
      await noteMade()
      const { bytes, rows, files, missingFiles, strays } = made
      log.info({ bytes, rows, files }, 'backup made')
      if (missingFiles.length > 0) log.warn({ missingFiles: missingFiles.length }, 'photos missing at backup')
      if (strays.length > 0) log.warn({ strays }, 'tables left out of the backup')
    } catch (error) {
      log.error({ err: error, code: toProblem(error, 'fr').code }, 'backup failed')
    }
  }
  const first = setTimeout(look, FIRST_AFTER_MS).unref()
  const later = setInterval(look, EVERY_MS).unref()
  return {
    stop: async () => {
      clearTimeout(first)
      clearInterval(later)
      await backups.settled()
    },
  }
}
