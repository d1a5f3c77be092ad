import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { hasAccounts } from './platform/access/accounts.ts'
import { linkUrl, makeLink } from './platform/access/one-time-links.ts'
import { startRetention } from './platform/access/retention.ts'
import { appendAudit, LOCAL_AUTHOR } from './platform/audit.ts'
import { openBackups } from './platform/backup/backups.ts'
import { startDailyBackups } from './platform/backup/daily-backups.ts'
import { type Config, readConfig } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { prepareData } from './prepare-data.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const WEB_DIR = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Opens the database, brings it up to date, listens, and closes in order on SIGINT or SIGTERM. */
export async function serve(config: Config, terminal: Terminal): Promise<void> {
  const db = await prepareData(config, terminal)
  const backups = openBackups(config, { engine: db.engine, connect: () => db.pool.connect() })
  const app = await buildApp({ backups, config, db, describeEngine: () => db.describe(), webDir: WEB_DIR })
  const daily = startDailyBackups(backups, app.log, () =>
    appendAudit(db, LOCAL_AUTHOR, { action: 'backup', subject: 'backup', detail: { by: 'schedule' } }),
  )
  const stopRetention = startRetention(db, (error) => app.log.error({ err: error }, 'retention'))
  const close = async (): Promise<void> => {
    terminal.line({ fr: 'Arrêt : fin des requêtes en cours…', en: 'Stopping: finishing requests…' })
    await app.close()
    await stopRetention()
    await daily.stop()
    await db.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0), terminal.fail))
  }
  const address = await app.listen({ host: config.host, port: config.port })
  terminal.line({ fr: `Borne est prêt : ${address}`, en: `Borne is ready: ${address}` })
  if (!(await hasAccounts(db))) await offerSetUp(db, config.publicUrl ?? address, terminal)
}

/** Nobody can come in yet: whoever reads this terminal makes the first account. */
async function offerSetUp(db: Db, publicUrl: string, terminal: Terminal): Promise<void> {
  const { token } = await makeLink(db, 'set-up', null)
  const url = linkUrl(publicUrl, token)
  terminal.line({
    fr: `Aucun compte : créez celui de l’administrateur par ce lien, valable une fois et 24 heures :\n  ${url}`,
    en: `No account yet: make the administrator’s by this link, valid once and for 24 hours:\n  ${url}`,
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const terminal = openTerminal()
  try {
    await serve(readConfig(process.env), terminal)
  } catch (error) {
    terminal.fail(error)
  }
}
