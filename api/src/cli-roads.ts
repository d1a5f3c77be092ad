import type { NetworkFigures } from '@borne/geodata/import/osm/compare-networks'
import { migrate } from '@borne/migrations'
import { compareAgain } from './features/networks/compare-again.ts'
import type { NetworkReport, RoadNetworkVersion } from './features/networks/contract.ts'
import { acceptNetwork, discardNetwork } from './features/networks/decide-network.ts'
import { type ImportPhase, importRoads } from './features/networks/import-roads.ts'
import type { OpenedDb } from './platform/db.ts'
import { type RoadOptions, readNetworkId, readRoadOptions } from './read-road-options.ts'
import type { Terminal } from './terminal.ts'

const INTERRUPTED = 130

/** Reads an extract as a candidate and tells what it changes. Ctrl-C stops it, and leaves nothing behind. */
export async function loadRoads(
  db: OpenedDb,
  path: string,
  options: RoadOptions,
  terminal: Terminal,
): Promise<void> {
  const asked = readRoadOptions(path, options)
  await migrate(db.pool)
  await untilInterrupted(terminal, async (signal) => {
    const onProgress = (phase: ImportPhase, done: number, total: number) =>
      terminal.progress(PHASES[phase], done, total)
    const imported = await importRoads(db, { path, ...asked, signal, onProgress })
    tellReport(imported.report, terminal)
    tellComparison(imported.comparison.figures, imported.comparedWith, terminal)
    if (options.accept) return tellDecision(await acceptNetwork(db, imported.networkId, null), terminal)
    const { networkId: id } = imported
    const { validFrom } = asked
    terminal.line({
      fr: `Version ${id} prête, pas encore en service : « pnpm borne accept roads ${id} » l’accepte à partir du ${validFrom}, « pnpm borne discard roads ${id} » l’écarte.`,
      en: `Version ${id} is ready, not yet in service: “pnpm borne accept roads ${id}” accepts it from ${validFrom} on, “pnpm borne discard roads ${id}” discards it.`,
    })
  })
}

export async function acceptRoads(db: OpenedDb, id: string, terminal: Terminal): Promise<void> {
  await migrate(db.pool)
  tellDecision(await acceptNetwork(db, readNetworkId(id), null), terminal)
}

export async function discardRoads(db: OpenedDb, id: string, terminal: Terminal): Promise<void> {
  await migrate(db.pool)
  tellDecision(await discardNetwork(db, readNetworkId(id), null), terminal)
}

export async function compareRoads(db: OpenedDb, id: string, terminal: Terminal): Promise<void> {
  await migrate(db.pool)
  await untilInterrupted(terminal, async (signal) => {
    const { comparison, comparedWith } = await compareAgain(db, readNetworkId(id), signal)
    tellComparison(comparison.figures, comparedWith, terminal)
  })
}

async function untilInterrupted(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  process.on('SIGINT', interrupt)
  try {
    await work(controller.signal)
  } catch (error) {
    if (!controller.signal.aborted) throw error
    process.exitCode = INTERRUPTED
    terminal.line({ fr: 'Interrompu : rien n’a été gardé.', en: 'Interrupted: nothing was kept.' })
  } finally {
    process.off('SIGINT', interrupt)
  }
}

const PHASES: Readonly<Record<ImportPhase, { fr: string; en: string }>> = {
  read: { fr: 'Lecture de l’extrait', en: 'Reading the extract' },
  compare: { fr: 'Comparaison avec le réseau en service', en: 'Comparing with the network in service' },
  store: { fr: 'Enregistrement', en: 'Storing' },
}

function tellDecision({ id, label, state, validFrom }: RoadNetworkVersion, terminal: Terminal): void {
  if (state === 'accepted')
    terminal.line({
      fr: `Version ${id} (${label}) acceptée : en service à partir du ${validFrom}.`,
      en: `Version ${id} (${label}) accepted: in service from ${validFrom} on.`,
    })
  else
    terminal.line({
      fr: `Version ${id} (${label}) écartée : ses routes sont supprimées, ses chiffres restent.`,
      en: `Version ${id} (${label}) discarded: its roads are removed, its figures stay.`,
    })
}

function tellReport(report: NetworkReport, terminal: Terminal): void {
  const km = kilometresIn(terminal)
  terminal.line({
    fr: `${report.edges} tronçon(s), ${km(report.lengthMetres)} km, ${report.restrictions} interdiction(s) de tourner, ${report.barriers} barrière(s), ${report.fords} gué(s).`,
    en: `${report.edges} stretch(es), ${km(report.lengthMetres)} km, ${report.restrictions} turn restriction(s), ${report.barriers} barrier(s), ${report.fords} ford(s).`,
  })
  const { waysLeftOut, restrictionsLeftOut } = report
  const counts: [number, { fr: string; en: string }][] = [
    ...Object.entries({ ...waysLeftOut, ...restrictionsLeftOut }).map(
      ([reason, number]): [number, { fr: string; en: string }] => [number, LEFT_OUT[reason]!],
    ),
    [report.nodesMissing, { fr: 'nœud(s) absent(s) du fichier', en: 'node(s) missing in the file' }],
    [
      report.conditionalWays,
      { fr: 'voie(s) dont l’accès dépend de l’heure', en: 'way(s) with timed access' },
    ],
    [
      report.documentedLeftOut,
      { fr: 'route(s) documentée(s) sans route où finir', en: 'documented road(s) with no road to end at' },
    ],
    [
      report.gapsLeftOut,
      { fr: 'trou(s) du réseau sans route où finir', en: 'gap(s) with no road to end at' },
    ],
  ]
  for (const [number, words] of counts) {
    if (number === 0) continue
    terminal.line({ fr: `  laissé de côté : ${number} ${words.fr}`, en: `  left out: ${number} ${words.en}` })
  }
}

/** Reasons of `OsmReport`. */
const LEFT_OUT: Readonly<Record<string, { fr: string; en: string }>> = {
  'not-built': {
    fr: 'voie(s) en chantier, projetée(s) ou abandonnée(s)',
    en: 'way(s) not built or abandoned',
  },
  area: { fr: 'surface(s)', en: 'area(s)' },
  'other-class': { fr: 'voie(s) qui ne sont pas des routes', en: 'way(s) that are no roads' },
  'outside-bbox': { fr: 'voie(s) hors de l’étendue', en: 'way(s) outside the extent' },
  'too-few-nodes': { fr: 'voie(s) de moins de deux nœuds', en: 'way(s) of fewer than two nodes' },
  'via-way': { fr: 'interdiction(s) de tourner par une voie', en: 'turn restriction(s) over a way' },
  conditional: { fr: 'interdiction(s) à certaines heures', en: 'turn restriction(s) at times' },
  'member-left-out': {
    fr: 'interdiction(s) vers une voie absente',
    en: 'turn restriction(s) to a way that is not there',
  },
  'not-at-node': {
    fr: 'interdiction(s) dont les voies ne se touchent pas',
    en: 'turn restriction(s) whose ways do not meet',
  },
  'other-kind': { fr: 'interdiction(s) d’une autre sorte', en: 'turn restriction(s) of another kind' },
  'other-modes': {
    fr: 'interdiction(s) pour d’autres véhicules',
    en: 'turn restriction(s) for other vehicles',
  },
}

function tellComparison(figures: NetworkFigures, comparedWith: number, terminal: Terminal): void {
  const km = kilometresIn(terminal)
  terminal.line({
    fr: `Par rapport à la version ${comparedWith} (${km(figures.formerMetres)} km) : ${km(figures.addedMetres)} km ajoutés, ${km(figures.removedMetres)} km retirés, ${km(figures.reclassedMetres)} km reclassés.`,
    en: `Against version ${comparedWith} (${km(figures.formerMetres)} km): ${km(figures.addedMetres)} km added, ${km(figures.removedMetres)} km removed, ${km(figures.reclassedMetres)} km reclassed.`,
  })
  for (const { highway, addedMetres, removedMetres, reclassedMetres } of figures.byClass) {
    if (addedMetres + removedMetres + reclassedMetres < 50) continue
    const row = `  ${highway.padEnd(14)} +${km(addedMetres)}  −${km(removedMetres)}  ⇄${km(reclassedMetres)}`
    terminal.line({ fr: row, en: row })
  }
}

function kilometresIn({ language }: Terminal): (metres: number) => string {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (metres) => format.format(metres / 1000)
}
