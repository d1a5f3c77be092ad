import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { databaseFolderIn } from '../../api/src/platform/embedded-postgis/database-folder.ts'
import { trimmedBundle } from '../../api/src/platform/embedded-postgis/postgis-bundle.ts'
import { provesSound } from '../../api/src/platform/embedded-postgis/self-test.ts'

/** Opens the database of the data folder in the first argument without any of the precautions, and tests it. */
const dataDir = process.argv[2]!
const require = createRequire(new URL('../../api/package.json', import.meta.url))
const { PGlite } = await import(pathToFileURL(require.resolve('@electric-sql/pglite')).href)
const bundlePath = pathToFileURL(await trimmedBundle(join(dataDir, 'cache')))
const engine = await PGlite.create({
  dataDir: databaseFolderIn(dataDir),
  extensions: { postgis: { name: 'postgis', setup: async () => ({ bundlePath }) } },
})
await provesSound(engine).then(
  () => console.log('The self-test passed.'),
  (error: Error) => console.log(error.message),
)
process.exit()
