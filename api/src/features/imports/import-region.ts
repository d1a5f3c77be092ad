import { fileURLToPath } from 'node:url'
import { type CheckedRows, ImportError } from '@borne/geodata/import/import-error'
import type { SourceFile } from '@borne/geodata/import/read-geojson'
import { readDataset } from '@borne/geodata/import/read-road-network'
import type { OpenedDb } from '../../platform/db.ts'
import { closeImportRun, noteFailedImport, openImportRun, type RunSource } from '../../platform/import-run.ts'
import { sql } from '../../platform/sql.ts'
import { DATASETS, type DatasetName } from './datasets.ts'
import { IMPORT_GROUPS, type ImportGroup } from './import-groups.ts'

/** Raised when a reader takes more or other things from the same files. */
const READER_VERSION = 1
const BUNDLED_DATA = fileURLToPath(new URL('../../../../geodata/data', import.meta.url))

interface ImportOptions {
  /** Folder of the source files; the bundled ones unless told otherwise. */
  readonly sourceDir?: string
  /** Counts data sets. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Loads the region from its source files. Files that are loaded already, by their checksum, are passed over.
 * Data sets that refer to each other are replaced together, in one transaction: what is served is never half of one.
 *
 * @returns Names of the data sets that were loaded.
 * @throws ImportError when a file as a whole cannot be used; nothing of its group is changed then.
 */
export async function importRegion(
  db: OpenedDb,
  { sourceDir = BUNDLED_DATA, onProgress }: ImportOptions = {},
): Promise<DatasetName[]> {
  const loaded: DatasetName[] = []
  const known = await findLoadedChecksums(db)
  const total = IMPORT_GROUPS.reduce((count, group) => count + group.datasets.length, 0)
  let done = 0
  for (const group of IMPORT_GROUPS) {
    const files = await readGroup(group, sourceDir)
    if ([...files].some(([name, file]) => known.get(name) !== file.sha256)) {
      await loadGroup(db, group, files)
      loaded.push(...group.datasets)
    }
    done += group.datasets.length
    if (loaded.length > 0) onProgress?.(done, total)
  }
  if (loaded.length > 0) await db.refreshStatistics()
  return loaded
}

async function readGroup(group: ImportGroup, sourceDir: string): Promise<Map<DatasetName, SourceFile>> {
  const files = new Map<DatasetName, SourceFile>()
  for (const name of group.datasets) files.set(name, await readDataset(sourceDir, name))
  return files
}

function runOf(dataset: DatasetName, { fileName, sha256 }: SourceFile): RunSource {
  return { dataset, ...DATASETS[dataset], fileName, sha256, readerVersion: READER_VERSION }
}

async function loadGroup(
  db: OpenedDb,
  group: ImportGroup,
  files: ReadonlyMap<DatasetName, SourceFile>,
): Promise<void> {
  try {
    await db.transaction(() => storeGroup(db, group, files))
  } catch (error) {
    for (const [dataset, file] of files) {
      if (!(error instanceof ImportError) || error.fileName !== file.fileName) continue
      await noteFailedImport(db, runOf(dataset, file), { code: error.code, detail: error.message })
    }
    throw error
  }
}

async function storeGroup(
  db: OpenedDb,
  group: ImportGroup,
  files: ReadonlyMap<DatasetName, SourceFile>,
): Promise<void> {
  const runs = new Map<DatasetName, number>()
  for (const [dataset, file] of files) runs.set(dataset, await openImportRun(db, runOf(dataset, file)))
  await group.store(db, {
    file: (name) => files.get(name)!,
    run: (name) => runs.get(name)!,
    close: async <T>(name: DatasetName, checked: CheckedRows<T>) => {
      await closeImportRun(db, runs.get(name)!, checked.rowsRead, checked.rejected)
    },
  })
}

async function findLoadedChecksums(db: OpenedDb): Promise<Map<string, string>> {
  const rows = await db.many<{ dataset: string; sha256: string }>(sql`
    select distinct on (run.dataset) run.dataset, run.file_sha256 as sha256
      from import_run run
     where run.status = 'loaded' and run.reader_version = ${READER_VERSION}
     order by run.dataset, run.id desc`)
  return new Map(rows.map(({ dataset, sha256 }) => [dataset, sha256]))
}
