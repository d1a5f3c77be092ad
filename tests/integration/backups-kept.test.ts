import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '../../api/src/app.ts'
import type { Role } from '../../api/src/contract-kit/access.ts'
import { Backups, MadeBackup } from '../../api/src/features/backups/contract.ts'
import { backupName } from '../../api/src/platform/backup/backup-folder.ts'
import { type Backups as BackupKeeper, openBackups } from '../../api/src/platform/backup/backups.ts'
import { type BackupLog, startDailyBackups } from '../../api/src/platform/backup/daily-backups.ts'
import { readArchive } from '../../api/src/platform/backup/read-archive.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import type { OpenedDb } from '../../api/src/platform/db.ts'
import { archiveFolder, type Stage, stageFor } from '../support/backup-stage.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { account, cookieOf } from '../support/given-account.ts'
import { signedIn } from '../support/signed-in.ts'

const HOUR_MS = 3_600_000
const LONG_MS = 120_000

interface Kept {
  readonly backups: BackupKeeper
  readonly folder: string
}

async function kept(db: OpenedDb, { filesDir, templatesDir }: Stage, keptBackups = 3): Promise<Kept> {
  const folder = join(await archiveFolder(), 'backups')
  const settings = { backupDir: folder, keptBackups, filesDir, templatesDir }
  const database = { engine: db.engine, connect: () => db.pool.connect() }
  return { backups: openBackups(settings, database), folder }
}

/** A file under the name of a backup made that long ago. */
async function leave(folder: string, hoursAgo: number): Promise<string> {
  const name = backupName(new Date(Date.now() - hoursAgo * HOUR_MS))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), '')
  return name
}

describe.each(enginesUnderTest)('the backups that are kept [%s]', (engine) => {
  test('are made one at a time', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await stage.opened(async (db) => {
      const { backups, folder } = await kept(db, stage)
      expect(await backups.describe()).toMatchObject({ lastGoodAt: undefined, isOld: true, keep: 3 })
      const first = backups.make()
      await expect(backups.make()).rejects.toMatchObject({ code: 'backup-running' })
      expect(await backups.makeIfDue()).toBeUndefined()
      expect(await backups.describe()).toMatchObject({ isRunning: true })
      const { file, bytes } = await first
      expect(await readdir(folder)).toHaveLength(1)
      expect((await readArchive(file)).tables.length).toBeGreaterThan(20)
      const state = await backups.describe()
      expect(state).toMatchObject({ bytes, isOld: false, isRunning: false, lastFailure: undefined })
      expect(Date.now() - state.lastGoodAt!.getTime()).toBeLessThan(60_000)
      const inTwoDays = new Date(Date.now() + 48.1 * HOUR_MS)
      expect((await backups.describe(inTwoDays)).isOld).toBe(true)
    })
  })

  test('are the latest, and what was cut short is cleared away', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await stage.opened(async (db) => {
      const { backups, folder } = await kept(db, stage)
      const names = [await leave(folder, 25), await leave(folder, 49), await leave(folder, 73)]
      await writeFile(join(folder, 'lisez-moi.txt'), 'not a backup')
      for (const [name, hoursAgo] of [
        ['old', 30],
        ['new', 1],
      ] as const) {
        const part = join(folder, `borne-2026-01-01T00-00-00Z.tar.gz.part-${name}`)
        await mkdir(part)
        const then = new Date(Date.now() - hoursAgo * HOUR_MS)
        await utimes(part, then, then)
      }
      await backups.makeIfDue()
      const left = await readdir(folder)
      expect((await backups.list()).slice(1).map(({ fileName }) => fileName)).toEqual(names.slice(0, 2))
      expect(left.filter((name) => name.includes('.part-'))).toHaveLength(1)
      expect(left).toContain('lisez-moi.txt')
      expect(left).not.toContain(names[2])
    })
  })

  test('come once a day, also after the clock was wrong', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await stage.opened(async (db) => {
      const { backups, folder } = await kept(db, stage, 5)
      await leave(folder, 23)
      expect(await backups.makeIfDue()).toBeUndefined()
      const later = await kept(db, stage, 5)
      await leave(later.folder, 24.1)
      await leave(later.folder, -30 * 24)
      expect((await later.backups.describe()).isOld).toBe(false)
      expect(await later.backups.makeIfDue()).toBeDefined()
      expect(await later.backups.makeIfDue()).toBeUndefined()
    })
  })
})

test('the administrator sees how they stand and makes one more', { timeout: LONG_MS }, async () => {
  const stage = await stageFor('embedded')
  await stage.opened(async (db) => {
    const { backups } = await kept(db, stage)
    const config = readConfig({ BORNE_DATA_DIR: stage.dataDir, BORNE_LOG_LEVEL: 'silent' })
    const anonymous = await buildApp({ backups, config, db, describeEngine: () => db.describe() })
    onTestFinished(() => anonymous.close())
    await anonymous.ready()
    const askedBy = async (role: Role) => signedIn(anonymous, await cookieOf(db, await account(db, { role })))
    const app = await askedBy('administrator')
    const stateOf = async () => Backups.parse((await app.inject('/api/backups')).json())
    expect(await stateOf()).toMatchObject({ lastGoodAt: null, isOld: true, keep: 3, files: [] })

    const post = { method: 'POST', url: '/api/backups' } as const
    const answers = await Promise.all([app.inject(post), app.inject(post)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('backup-running')
    const made = MadeBackup.parse(answers.find(({ statusCode }) => statusCode === 201)?.json())
    const { files, ...state } = await stateOf()
    expect(files).toEqual([{ fileName: made.fileName, bytes: made.bytes, madeAt: state.lastGoodAt }])
    expect(state).toMatchObject({ isOld: false, isRunning: false, lastFailure: null })

    const coordinator = await askedBy('coordinator')
    expect((await coordinator.inject('/api/backups')).statusCode).toBe(200)
    expect((await coordinator.inject(post)).statusCode).toBe(403)
    expect((await (await askedBy('viewer')).inject('/api/backups')).statusCode).toBe(403)
    expect((await anonymous.inject('/api/backups')).statusCode).toBe(401)
    const { rows } = await db.pool.query(`select count(*) from audit_event where action = 'backup'`)
    expect(rows).toEqual([{ count: 1 }])
  })
})

test('a backup that fails is remembered, and the next try comes', { timeout: LONG_MS }, async () => {
  const stage = await stageFor('embedded')
  await stage.opened(async (db) => {
    const { backups, folder } = await kept(db, stage)
    await writeFile(folder, 'a file in the place of the folder')
    await expect(backups.make()).rejects.toMatchObject({ code: 'backup-not-writable' })
    const { lastFailure, ...state } = await backups.describe()
    expect(lastFailure?.code).toBe('backup-not-writable')
    expect(state).toMatchObject({ isOld: true, isRunning: false })
    await rm(folder)
    await backups.makeIfDue()
    expect(await backups.describe()).toMatchObject({ isOld: false, lastFailure: undefined })
  })
})

test('the clock looks after a minute, then every quarter of an hour, and stops', async () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const looks: number[] = []
  const lines: string[] = []
  const start = Date.now()
  const failing: BackupKeeper = {
    ...openBackups(
      { backupDir: '', keptBackups: 1, filesDir: '', templatesDir: '' },
      { engine: 'server', connect: refuse },
    ),
    makeIfDue: async () => {
      looks.push(Math.round((Date.now() - start) / 60_000))
      throw new Error('no')
    },
  }
  const note = (_facts: object, line: string) => void lines.push(line)
  const log: BackupLog = { info: note, warn: note, error: note }
  const daily = startDailyBackups(failing, log, async () => {})
  await vi.advanceTimersByTimeAsync(31 * 60_000)
  await daily.stop()
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(looks).toEqual([1, 15, 30])
  expect(lines).toEqual(['backup failed', 'backup failed', 'backup failed'])
})

function refuse(): Promise<never> {
  return Promise.reject(new Error('not asked'))
}
