import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = /^borne-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})Z\.tar\.gz$/
const LEFT_OVER = /^borne-.*\.tar\.gz\.part-/
const DAY_MS = 24 * 60 * 60_000

/** An archive under its final name: it was whole when it got it. */
export interface BackupFile {
  readonly fileName: string
  readonly bytes: number
  readonly madeAt: Date
}

/** A moment as a part of a name: `2026-01-31T04-05-06`, in UTC. */
export function stampOf(moment: Date): string {
  return moment.toISOString().slice(0, 19).replaceAll(':', '-')
}

export function backupName(moment: Date): string {
  return `borne-${stampOf(moment)}Z.tar.gz`
}

/** The backups of a folder, the latest first. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const found: BackupFile[] = []
  for (const fileName of await namesIn(folder)) {
    const stamp = NAME.exec(fileName)?.[1]
    const facts = stamp ? await stat(join(folder, fileName)).catch(() => undefined) : undefined
    if (!stamp || !facts?.isFile()) continue
    const madeAt = new Date(`${stamp.slice(0, 10)}T${stamp.slice(11).replaceAll('-', ':')}Z`)
    found.push({ fileName, bytes: facts.size, madeAt })
  }
  return found.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** Deletes all but the latest, and what a process left that ended before its backup was whole. */
export async function forgetOldBackups(folder: string, kept: number): Promise<void> {
  for (const { fileName } of (await listBackups(folder)).slice(kept)) await rm(join(folder, fileName))
  for (const name of (await namesIn(folder)).filter((candidate) => LEFT_OVER.test(candidate))) {
    const facts = await stat(join(folder, name)).catch(() => undefined)
    if (facts && Date.now() - facts.mtimeMs > DAY_MS)
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** A folder that cannot be read holds nothing that could be put back; making the next backup will name the reason. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
