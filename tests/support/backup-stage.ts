import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import { onTestFinished } from 'vitest'
import { type BackupSource, type MadeBackup, makeBackup } from '../../api/src/platform/backup/make-backup.ts'
import { restoreBackup } from '../../api/src/platform/backup/restore-backup.ts'
import { NOT_BACKED_UP } from '../../api/src/platform/backup/scope.ts'
import { listFiles } from '../../api/src/platform/backup/stored-files.ts'
import { type OpenedDb, openDb } from '../../api/src/platform/db.ts'
import type { EngineName } from '../../api/src/platform/engine.ts'
import { migratedDatabase } from './db-test.ts'
import { dataFolderForTest } from './embedded.ts'

/** A place where Borne keeps its things, on one of the engines, migrated and empty. */
export interface Stage {
  readonly dataDir: string
  readonly filesDir: string
  readonly templatesDir: string
  readonly databaseUrl: string | undefined
  /** Opens the database for `work`. The embedded one, whose start takes seconds, stays open until `free`. */
  opened<T>(work: (db: OpenedDb) => Promise<T>): Promise<T>
  /** Closes the database, so that a restore may take its place. */
  free(): Promise<void>
}

export async function stageFor(engine: EngineName): Promise<Stage> {
  return engine === 'server' ? serverStage() : embeddedStage()
}

async function serverStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'borne-stage-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const name = `borne_stage_${process.pid}_${randomUUID().slice(0, 8)}`
  const databaseUrl = await migratedDatabase(process.env.BORNE_TEST_DATABASE_URL!, name)
  const opened: Stage['opened'] = async (work) => {
    const db = await openDb({ dataDir, databaseUrl })
    try {
      return await work(db)
    } finally {
      await db.close()
    }
  }
  return { ...foldersOf(dataDir), databaseUrl, opened, free: async () => {} }
}

async function embeddedStage(): Promise<Stage> {
  const dataDir = await dataFolderForTest()
  let open: Promise<OpenedDb> | undefined
  const free = async () => {
    const closing = open
    open = undefined
    await (await closing)?.close()
  }
  onTestFinished(free)
  const opened: Stage['opened'] = async (work) => {
    open ??= openDb({ dataDir })
    return work(await open)
  }
  return { ...foldersOf(dataDir), databaseUrl: undefined, opened, free }
}

function foldersOf(dataDir: string): Pick<Stage, 'dataDir' | 'filesDir' | 'templatesDir'> {
  return { dataDir, filesDir: join(dataDir, 'files'), templatesDir: join(dataDir, 'templates') }
}

/** What a backup of the stage is made of. */
export function sourceOf({ filesDir, templatesDir }: Stage, db: OpenedDb): BackupSource {
  return { engine: db.engine, filesDir, templatesDir, connect: () => db.pool.connect() }
}

/** Restores a backup to the stage, whose database it frees for that. */
export async function restoreTo(stage: Stage, file: string): ReturnType<typeof restoreBackup> {
  await stage.free()
  return restoreBackup(stage, file)
}

/** A folder for archives that goes with the test. */
export async function archiveFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'borne-archives-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function backUp(stage: Stage, file: string): Promise<MadeBackup> {
  return stage.opened((db) => makeBackup(sourceOf(stage, db), file))
}

/** Posts, photos, histories, a load with refused rows: every kind of value that a table holds. */
export async function fillStage(stage: Stage, posts = 700): Promise<void> {
  const photos = await Promise.all(['large', 'small'].map((text) => storePhoto(stage, `${text} ${posts}`)))
  await stage.opened(async ({ pool }) => {
    await pool.query(rowsFor(posts))
    await pool.query(
      `insert into post_photo (post_id, caption, upload_sha256, taken_at, taken_geom, width_pixels, height_pixels,
                               large_sha256, thumbnail_sha256, removed_at)
       select id, 'غابو «gué» ' || n, md5(n::text), '2024-02-29 23:59:59.999999+00',
              case when n % 2 = 0 then st_setsrid(st_point(-12 + n / 7.0, 15), 4326) end, 2048, 1024, $1, $2,
              case when n = 2 then timestamptz '-infinity' end
         from (select id, row_number() over (order by id)::int as n from border_post) post where n <= 3`,
      photos,
    )
  })
}

/** Stores a file as the product does, named by its content, and returns the name. */
export async function storePhoto({ filesDir }: Stage, content: string): Promise<string> {
  const name = createHash('sha256').update(content).digest('hex')
  const path = join(filesDir, 'photos', name.slice(0, 2), `${name}.webp`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return name
}

/** Puts a template in the folder as an office's own. */
export async function storeTemplate({ templatesDir }: Stage, name: string, content: string): Promise<void> {
  await mkdir(templatesDir, { recursive: true })
  await writeFile(join(templatesDir, name), content)
}

/** A digest of all rows of each table that a backup holds; computed by the database, not by the product. */
export async function tableDigests(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname <> all($1) and relname not in ('spatial_ref_sys', 'schema_migration')
      order by relname collate "C"`,
    [NOT_BACKED_UP],
  )
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(line, E'\\n' order by line collate "C"), '')) as digest
         from (select each::text as line from public.${name} each) lines`,
    )
    digests[name] = rows[0]!.digest
  }
  return digests
}

/** Every file of a folder with a digest of its content. */
export async function fileDigests(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const path of await listFiles(folder)) {
    const content = await readFile(join(folder, path))
    digests[path] = createHash('sha256').update(content).digest('hex')
  }
  return digests
}

function rowsFor(posts: number): string {
  return `
    insert into import_run (dataset, source, licence, attribution, file_name, file_sha256, status)
    values ('made', E'a\\tb\\nc\\\\d', '"quoted"', '{braces,\\N}', 'fichier é.csv', repeat('0', 64), 'loaded');
    insert into import_reject (import_run_id, row_number, reason, detail)
      select max(id), 3, 'made', '' from import_run;
    insert into country (iso3, name, import_run_id, geom)
      select 'MRT', 'موريتانيا', max(id),
             st_multi(st_buffer(st_setsrid(st_point(-12.123456789012345, 15.1), 4326), 1.5, 'quad_segs=4000'))
        from import_run;
    insert into admin_unit (pcode, level, parent_pcode, name, in_guidimakha, area_square_kilometres, valid_on,
                            search_key, import_run_id, geom)
      select pcode, level, parent, 'Sélibaby', true, 1 / 3.0, '2024-02-29', '', max(run.id),
             st_multi(st_buffer(st_setsrid(st_point(-12, 15), 4326), 0.1))
        from import_run run, (values ('B2', 2, 'B1'), ('B1', 1, null)) unit (pcode, level, parent)
       group by pcode, level, parent;
    insert into border_post (name, name_ar, kind, agency, geom, position_confidence, position_method,
                             uncertainty_metres, border_distance_metres, archived_at, created_at)
      select 'Poste ' || n, case when n % 3 = 0 then 'غابو ' || n end, 'river', 'joint',
             case when n % 5 > 0 then st_setsrid(st_point(-12 - n / 70000.0, 15 + n / 110000.0), 4326) end,
             'confirmed', 'gps', n / 3.0, sqrt(n) * 1e5, case when n % 7 = 0 then now() end,
             timestamptz '2024-02-29 12:00:00.123456+00' + n * interval '1 hour'
        from generate_series(1, ${posts}) n;
    insert into post_change (post_id, version, action, changed_by, fields)
      select id, 1, 'created', 'local', jsonb_build_array(jsonb_build_object('field', name, 'before', null,
             'after', jsonb_build_object('ar', name_ar, 'n', 1.50, 'list', array[1, null])))
        from border_post where geom is not null`
}
