import { mkdir, open, readFile, stat, unlink, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'

export interface FolderLock {
  release(): Promise<void>
}

interface Holder {
  pid: number
  host: string
  /** When the process started, as the kernel tells it: a pid alone may have been given anew. Empty: not known. */
  processStart: string
}

const HEARTBEAT_MS = 15_000
const SILENT_AFTER_MS = 120_000
const ATTEMPTS = 5

/** Paths locked by this very process. */
const held = new Set<string>()

/**
 * Takes the folder for this process. Two engines on the same files lose rows without an error, so a folder is
 * never taken from a living process.
 *
 * @throws DatabaseError `data-folder-locked` or `data-folder-not-writable`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, 'database.pid')
  await reachable(folder, async () => {
    await mkdir(folder, { recursive: true })
  })
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await reachable(folder, () => create(file))) return hold(file)
    const holder = await readHolder(file)
    if (holder && (await isAlive(holder, file))) throw lockedBy(holder, folder)
    await removeStale(file, holder)
  }
  throw new DatabaseError(
    'data-folder-locked',
    `The data folder ${folder} is being opened by another process.`,
    {
      folder,
      pid: 0,
    },
  )
}

async function create(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      processStart: await processStart(process.pid),
    }
    await handle.writeFile(JSON.stringify(holder))
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function hold(file: string): FolderLock {
  held.add(file)
  const heartbeat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => {})
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return {
    release: async () => {
      clearInterval(heartbeat)
      held.delete(file)
      await unlink(file).catch(() => {})
    },
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** On this machine by the process; on another one, as in a second container, by the heartbeat. */
async function isAlive(holder: Holder, file: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }))
    return Date.now() - mtimeMs < SILENT_AFTER_MS
  }
  if (holder.pid === process.pid) return held.has(file)
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return holder.processStart === '' || (await processStart(holder.pid)) === holder.processStart
}

/** Removes the file of a dead process, one remover at a time and only if it is still that file. */
async function removeStale(file: string, seen: Holder | undefined): Promise<void> {
  const guard = `${file}.stale`
  const handle = await open(guard, 'wx').catch(() => undefined)
  if (!handle) {
    const { mtimeMs } = await stat(guard).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > SILENT_AFTER_MS) await unlink(guard).catch(() => {})
    await pause()
    return
  }
  try {
    if (seen === undefined) await pause()
    const now = await readHolder(file)
    if (JSON.stringify(now) === JSON.stringify(seen)) await unlink(file).catch(() => {})
  } finally {
    await handle.close()
    await unlink(guard).catch(() => {})
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200))
}

async function processStart(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

async function reachable<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new DatabaseError(
      'data-folder-not-writable',
      `The data folder ${folder} cannot be written: ${reason}.`,
      { folder, reason },
      { cause },
    )
  }
}

function lockedBy(holder: Holder, folder: string): DatabaseError {
  return new DatabaseError(
    'data-folder-locked',
    `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}.`,
    { folder, pid: holder.pid, host: holder.host },
  )
}
