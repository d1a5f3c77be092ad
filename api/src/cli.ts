import { parseArgs } from 'node:util'
import { migrate } from '@borne/migrations'
import { linkFor, verifyJournal } from './cli-access.ts'
import { acceptRoads, compareRoads, discardRoads, loadRoads } from './cli-roads.ts'
import { importRegion } from './features/imports/import-region.ts'
import { deriveLocation } from './features/posts/derive-location.ts'
import { importPosts } from './features/posts/import-posts.ts'
import { appendAudit, LOCAL_AUTHOR } from './platform/audit.ts'
import { makeBackup } from './platform/backup/make-backup.ts'
import { moveToServer } from './platform/backup/move-to-server.ts'
import { restoreBackup } from './platform/backup/restore-backup.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type OpenedDb, openDb } from './platform/db.ts'
import { sql } from './platform/sql.ts'
import { bindNegative, ROAD_OPTIONS, type RoadOptions } from './read-road-options.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const USAGE = {
  fr: `pnpm borne COMMANDE
  migrate                 met la base à jour
  import region           recharge la région depuis geodata/data
  import roads FICHIER    lit un extrait OpenStreetMap (.osm.pbf) comme version candidate du réseau routier ;
                          --bbox ouest,sud,est,nord  --label NOM  --valid-from AAAA-MM-JJ  --accept
  compare roads N         compare de nouveau la candidate N avec le réseau en service
  accept roads N          met la version N en service
  discard roads N         écarte la version N
  import posts FICHIER    charge des postes (GeoJSON ou CSV)
  preview posts FICHIER   dit ce que cet import ferait, sans le faire
  engine                  décrit la base de données
  backup FICHIER          sauvegarde la base et les photos dans une archive
  restore FICHIER         remet une sauvegarde, sur l’un ou l’autre moteur (le serveur doit être arrêté)
  move URL                copie toutes les lignes vers un serveur PostgreSQL vide
  account link E-MAIL     lien à usage unique pour choisir un mot de passe
  audit verify [N:EMPREINTE]
                          vérifie le journal, et qu’il passe par une empreinte notée ailleurs`,
  en: `pnpm borne COMMAND
  migrate                 brings the database up to date
  import region           reloads the region from geodata/data
  import roads FILE       reads an OpenStreetMap extract (.osm.pbf) as a candidate for the road network;
                          --bbox west,south,east,north  --label NAME  --valid-from YYYY-MM-DD  --accept
  compare roads N         compares candidate N with the network in service again
  accept roads N          puts version N into service
  discard roads N         discards version N
  import posts FILE       loads posts (GeoJSON or CSV)
  preview posts FILE      tells what that import would do, and does not do it
  engine                  describes the database
  backup FILE             saves the database and the photos in one archive
  restore FILE            puts a backup back, on either engine (the server must be stopped)
  move URL                copies every row to an empty PostgreSQL server
  account link E-MAIL     a one-time link to choose a password
  audit verify [N:DIGEST]
                          verifies the journal, and that it passes through a digest noted elsewhere`,
}

type Command = (
  db: OpenedDb,
  args: readonly string[],
  terminal: Terminal,
  config: Config,
  options: RoadOptions,
) => Promise<void>

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
  'import roads': async (db, [file], terminal, _config, options) =>
    file ? loadRoads(db, file, options, terminal) : usage(terminal),
  'compare roads': async (db, [id], terminal) => (id ? compareRoads(db, id, terminal) : usage(terminal)),
  'accept roads': async (db, [id], terminal) => (id ? acceptRoads(db, id, terminal) : usage(terminal)),
  'discard roads': async (db, [id], terminal) => (id ? discardRoads(db, id, terminal) : usage(terminal)),
  'import posts': (db, [file], terminal) => loadPosts(db, file, terminal, false),
  'preview posts': (db, [file], terminal) => loadPosts(db, file, terminal, true),
  engine: async (db, _args, terminal) => {
    const text = JSON.stringify(await db.describe(), null, 2)
    terminal.line({ fr: text, en: text })
  },
  'account link': async (db, [email], terminal, config) => {
    if (!email) return usage(terminal)
    await migrate(db.pool)
    await linkFor(db, email, config, terminal)
  },
  'audit verify': async (db, [anchor], terminal) => {
    await migrate(db.pool)
    await verifyJournal(db, anchor, terminal)
  },
  backup: (db, [file], terminal, config) => backup(db, file, terminal, config),
  move: async (db, [url], terminal) => {
    if (!url) return usage(terminal)
    await migrate(db.pool)
    const { rows, tables } = await moveToServer(db, url)
    terminal.line({
      fr: `${rows} ligne(s) de ${tables} table(s) copiée(s) et comparée(s). Réglez maintenant DATABASE_URL.`,
      en: `${rows} row(s) of ${tables} table(s) copied and compared. Now set DATABASE_URL.`,
    })
  },
}

async function backup(
  db: OpenedDb,
  file: string | undefined,
  terminal: Terminal,
  { filesDir, templatesDir }: Config,
): Promise<void> {
  if (!file) return usage(terminal)
  if (await hasJournal(db)) await appendAudit(db, LOCAL_AUTHOR, { action: 'backup', subject: 'backup' })
  const source = { engine: db.engine, filesDir, templatesDir, connect: () => db.pool.connect() }
  const { rows, files, templates, bytes, missingFiles, strays } = await makeBackup(source, file)
  const size = Math.ceil(bytes / 1_000_000)
  terminal.line({
    fr: `Sauvegarde écrite et relue : ${file} (${rows} lignes, ${files} photos, ${templates} modèles de documents, ${size} Mo). Elle contient les empreintes des mots de passe : gardez-la en lieu sûr.`,
    en: `Backup written and read back: ${file} (${rows} rows, ${files} photos, ${templates} templates of documents, ${size} MB). It holds the digests of passwords: keep it in a safe place.`,
  })
  if (missingFiles.length > 0)
    terminal.line({
      fr: `${missingFiles.length} photo(s) nommée(s) par la base n’existent plus : ${missingFiles.join(', ')}`,
      en: `${missingFiles.length} photo(s) that the database names are gone: ${missingFiles.join(', ')}`,
    })
  if (strays.length > 0)
    terminal.line({
      fr: `Tables étrangères à Borne, laissées de côté : ${strays.join(', ')}`,
      en: `Tables that are not Borne’s, left out: ${strays.join(', ')}`,
    })
}

async function restore(config: Config, file: string | undefined, terminal: Terminal): Promise<void> {
  if (!file) return usage(terminal)
  const { madeAt, rows, files, templates, keptDatabase, keptFiles, keptTemplates } = await restoreBackup(
    config,
    file,
  )
  terminal.line({
    fr: `Sauvegarde du ${madeAt.toISOString()} remise : ${rows} lignes, ${files} photos, ${templates} modèles de documents.`,
    en: `Backup of ${madeAt.toISOString()} restored: ${rows} rows, ${files} photos, ${templates} templates of documents.`,
  })
  await noteRestore(config, madeAt)
  const kept = [keptDatabase, keptFiles, keptTemplates].filter((path) => path !== undefined)
  if (kept.length > 0)
    terminal.line({
      fr: `Ce qui a été remplacé est gardé dans ${kept.join(' et ')}.`,
      en: `What was replaced is kept in ${kept.join(' and ')}.`,
    })
}

/** Not yet, before an upgrade: a backup is made of the database as it is. */
async function hasJournal(db: OpenedDb): Promise<boolean> {
  const { found } = await db.one<{ found: boolean }>(
    sql`select to_regclass('public.audit_event') is not null as found`,
  )
  return found
}

/** On the journal that came back with the backup. */
async function noteRestore(config: Config, madeAt: Date): Promise<void> {
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    const detail = { backupOf: madeAt.toISOString() }
    await appendAudit(db, LOCAL_AUTHOR, { action: 'restore', subject: 'backup', detail })
  } finally {
    await db.close()
  }
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
  const { positionals, values } = parseArgs({
    args: bindNegative(argv),
    options: ROAD_OPTIONS,
    allowPositionals: true,
  })
  if (positionals[0] === 'restore') return restore(config, positionals[1], terminal)
  const name = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find(
    (candidate) => candidate in COMMANDS,
  )
  const command = name ? COMMANDS[name] : undefined
  const hasStrayOption = name !== 'import roads' && Object.keys(values).length > 0
  if (!name || !command || hasStrayOption) return usage(terminal)
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    await command(db, positionals.slice(name.split(' ').length), terminal, config, values)
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
