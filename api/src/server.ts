import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './platform/config.ts'
import { prepareData } from './prepare-data.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const WEB_DIR = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Opens the database, brings it up to date, listens, and closes in order on SIGINT or SIGTERM. */
export async function serve(config: Config, terminal: Terminal): Promise<void> {
  const db = await prepareData(config, terminal)
  const app = await buildApp({ config, db, describeEngine: () => db.describe(), webDir: WEB_DIR })
  const close = async (): Promise<void> => {
    terminal.line({ fr: 'Arrêt : fin des requêtes en cours…', en: 'Stopping: finishing requests…' })
    await app.close()
    await db.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0), terminal.fail))
  }
  const address = await app.listen({ host: config.host, port: config.port })
  terminal.line({ fr: `Borne est prêt : ${address}`, en: `Borne is ready: ${address}` })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const terminal = openTerminal()
  try {
    await serve(readConfig(process.env), terminal)
  } catch (error) {
    terminal.fail(error)
  }
}
