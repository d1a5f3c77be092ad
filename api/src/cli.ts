import { parseArgs } from 'node:util'
import { migrate } from '@borne/migrations'
import { importRegion } from './features/imports/import-region.ts'
import { deriveLocation } from './features/posts/derive-location.ts'
import { importPosts } from './features/posts/import-posts.ts'
import { moveToServer } from './move-to-server.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type OpenedDb, openDb } from './platform/db.ts'
import { restoreDump } from './platform/embedded-postgis/dumps.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const USAGE = {
  fr: `pnpm borne COMMANDE
  migrate                 met la base à jour
  import region           recharge la région depuis geodata/data
  import posts FICHIER    charge des postes (GeoJSON ou CSV)
  preview posts FICHIER   dit ce que cet import ferait, sans le faire
  engine                  décrit la base de données
  dump                    sauvegarde la base embarquée dans le dossier des données
  restore FICHIER         remet une sauvegarde (le serveur doit être arrêté)
  move URL                copie toutes les lignes vers un serveur PostgreSQL vide`,
  en: `pnpm borne COMMAND
  migrate                 brings the database up to date
  import region           reloads the region from geodata/data
  import posts FILE       loads posts (GeoJSON or CSV)
  preview posts FILE      tells what that import would do, and does not do it
  engine                  describes the database
  dump                    saves the embedded database in the data folder
  restore FILE            puts a dump back (the server must be stopped)
  move URL                copies every row to an empty PostgreSQL server`,
}

type Command = (db: OpenedDb, args: readonly string[], terminal: Terminal) => Promise<void>

const COMMANDS: Record<string, Command> = {
  migrate: async (db, _args, terminal) => {
    const applied = await migrate(db.pool)
    terminal.line({
      fr: `${applied.length} migration(s) appliquée(s).`,
      en: `${applied.length} migration(s) applied.`,
    })
  },
  'import region': async (db, _args, terminal) => {
    await migrate(db.pool)
    const loaded = await importRegion(db, {
      onProgress: (done, total) =>
        terminal.progress({ fr: 'Import de la région', en: 'Importing the region' }, done, total),
    })
    if (loaded.length > 0) await deriveLocation(db)
    terminal.line({
      fr: `${loaded.length} jeu(x) de données chargé(s).`,
      en: `${loaded.length} data set(s) loaded.`,
    })
  },
  'import posts': (db, [file], terminal) => loadPosts(db, file, terminal, false),
  'preview posts': (db, [file], terminal) => loadPosts(db, file, terminal, true),
  engine: async (db, _args, terminal) => {
    const text = JSON.stringify(await db.describe(), null, 2)
    terminal.line({ fr: text, en: text })
  },
  dump: async (db, _args, terminal) => {
    const file = await db.dump?.()
    terminal.line(
      file
        ? { fr: `Sauvegarde : ${file}`, en: `Dump: ${file}` }
        : { fr: 'Un serveur se sauvegarde avec pg_dump.', en: 'A server is dumped with pg_dump.' },
    )
  },
  move: async (db, [url], terminal) => {
    if (!url) return usage(terminal)
    await migrate(db.pool)
    const copied = await moveToServer(db, url)
    const rows = copied.reduce((sum, table) => sum + table.rows, 0)
    terminal.line({
      fr: `${rows} ligne(s) de ${copied.length} table(s) copiée(s) et comparée(s). Réglez maintenant DATABASE_URL.`,
      en: `${rows} row(s) of ${copied.length} table(s) copied and compared. Now set DATABASE_URL.`,
    })
  },
}

async function restore(config: Config, file: string | undefined, terminal: Terminal): Promise<void> {
  if (!file) return usage(terminal)
  const kept = await restoreDump(config.dataDir, file)
  terminal.line({
    fr: `Sauvegarde remise.${kept ? ` L’ancienne base est gardée dans ${kept}.` : ''}`,
    en: `Dump restored.${kept ? ` The former database is kept in ${kept}.` : ''}`,
  })
}

async function loadPosts(
  db: OpenedDb,
  file: string | undefined,
  terminal: Terminal,
  isPreview: boolean,
): Promise<void> {
  if (!file) return usage(terminal)
  await migrate(db.pool)
  const { created, updated, unchanged, rowsRejected, rejects } = await importPosts(db, file, { isPreview })
  for (const { rowNumber, detail } of rejects) {
    terminal.line({ fr: `ligne ${rowNumber} refusée : ${detail}`, en: `row ${rowNumber} refused: ${detail}` })
  }
  terminal.line({
    fr: `${created} poste(s) ajouté(s), ${updated} modifié(s), ${unchanged} inchangé(s), ${rowsRejected} ligne(s) refusée(s).${isPreview ? ' Rien n’a été écrit.' : ''}`,
    en: `${created} post(s) added, ${updated} changed, ${unchanged} unchanged, ${rowsRejected} row(s) refused.${isPreview ? ' Nothing was written.' : ''}`,
  })
}

function usage(terminal: Terminal): void {
  terminal.line(USAGE)
  process.exitCode = 2
}

async function main(config: Config, argv: readonly string[], terminal: Terminal): Promise<void> {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, strict: true })
  if (positionals[0] === 'restore') return restore(config, positionals[1], terminal)
  const name = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find(
    (candidate) => candidate in COMMANDS,
  )
  const command = name ? COMMANDS[name] : undefined
  if (!name || !command) return usage(terminal)
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    await command(db, positionals.slice(name.split(' ').length), terminal)
  } finally {
    await db.close()
  }
}

const terminal = openTerminal()
try {
  await main(readConfig(process.env), process.argv.slice(2), terminal)
} catch (error) {
  terminal.fail(error)
}
