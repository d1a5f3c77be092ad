import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../api/src/app.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { account, cookieOf, type GivenAccount } from './given-account.ts'
import { signedIn } from './signed-in.ts'

type App = Awaited<ReturnType<typeof buildApp>>

export interface TestApp {
  /** Asked as an administrator. */
  readonly app: App
  /** Asked without a cookie. */
  readonly anonymous: App
  readonly filesDir: string
  /** Asked as that account, in a session of its own. */
  as(who: GivenAccount): Promise<App>
}

/** The server over a test's database and a files folder of its own, closed and removed afterwards. */
export async function withApp(
  db: Db,
  work: (test: TestApp) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
  logStream?: { write(line: string): void },
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'borne-app-'))
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent', ...settings })
  const notAsked = () => Promise.reject(new Error('not asked of the routes under test'))
  const backups = openBackups(config, { engine: db.engine, connect: notAsked })
  const anonymous = await buildApp({
    backups,
    config,
    db,
    describeEngine: notAsked,
    ...(logStream && { logStream }),
  })
  // Until it is ready the server is a thenable, and so would be whatever inherits from it.
  await anonymous.ready()
  const as = async (who: GivenAccount) => signedIn(anonymous, await cookieOf(db, who))
  try {
    await work({ app: await as(await account(db)), anonymous, as, filesDir: config.filesDir })
  } finally {
    await anonymous.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
