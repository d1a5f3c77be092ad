import { fileURLToPath } from 'node:url'
import type { SourceFile } from '@borne/geodata/import/read-geojson'
import { readDataset } from '@borne/geodata/import/read-road-network'
import { DATASETS, type DatasetName } from '../../api/src/features/imports/datasets.ts'
import { IMPORT_GROUPS } from '../../api/src/features/imports/import-groups.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { closeImportRun, openImportRun } from '../../api/src/platform/import-run.ts'
import { sql } from '../../api/src/platform/sql.ts'

const BUNDLED_DATA = fileURLToPath(new URL('../../geodata/data', import.meta.url))
const BOUNDARIES_AND_PLACES: readonly DatasetName[] = [
  'adm0_region_osm',
  'settlements',
  'border_segments',
  'border_posts',
]
const files = new Map<DatasetName, Promise<SourceFile>>()

/** Countries, units, settlements, border line and evidence of the real region. */
export async function region(db: Db): Promise<void> {
  await takeTurn(db)
  for (const group of IMPORT_GROUPS) {
    if (!group.datasets.some((name) => BOUNDARIES_AND_PLACES.includes(name))) continue
    const read = new Map<DatasetName, SourceFile>()
    const runs = new Map<DatasetName, number>()
    for (const name of group.datasets) {
      const file = await readOnce(name)
      read.set(name, file)
      runs.set(name, await openImportRun(db, { dataset: name, ...DATASETS[name], ...file, readerVersion: 1 }))
    }
    await group.store(db, {
      file: (name) => read.get(name)!,
      run: (name) => runs.get(name)!,
      close: (name, checked) => closeImportRun(db, runs.get(name)!, checked.rowsRead, checked.rejected),
    })
  }
}

/** On a server, test files insert the same keys side by side: one waits for the other's rollback, in good order. */
async function takeTurn(db: Db): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtext('borne test region'))`)
}

function readOnce(name: DatasetName): Promise<SourceFile> {
  const file = files.get(name) ?? readDataset(BUNDLED_DATA, name)
  files.set(name, file)
  return file
}
