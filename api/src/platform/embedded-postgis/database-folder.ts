import { rename } from 'node:fs/promises'
import { join } from 'node:path'

export function databaseFolderIn(dataDir: string): string {
  return join(dataDir, 'database')
}

/** Where a restore makes the database that is to come. */
export function incomingFolderIn(dataDir: string): string {
  return join(dataDir, 'database.incoming')
}

/**
 * Puts the incoming database in the place of the present one, which is kept beside it.
 *
 * @returns the folder in which the replaced database is kept, if there was one.
 */
export async function swapDatabase(dataDir: string, stamp: string): Promise<string | undefined> {
  const kept = join(dataDir, `database.before-${stamp}`)
  const hadDatabase = await rename(databaseFolderIn(dataDir), kept).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  await rename(incomingFolderIn(dataDir), databaseFolderIn(dataDir))
  return hadDatabase ? kept : undefined
}
