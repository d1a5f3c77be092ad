import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { indexAreas } from '@borne/geodata/geometry/area-index'
import type { Bbox } from '@borne/geodata/geometry/position'
import { ImportError } from '@borne/geodata/import/import-error'
import { type OsmRoads, readOsmRoads } from '@borne/geodata/import/osm/build-osm-network'
import { carryOver } from '@borne/geodata/import/osm/carry-over'
import { compareNetworks, type NetworkComparison } from '@borne/geodata/import/osm/compare-networks'
import { openOsmFile } from '@borne/geodata/import/osm/open-osm-file'
import { middleOf } from '@borne/geodata/import/osm/split-ways'
import type { RoadGapRow } from '@borne/geodata/import/read-road-gaps'
import type { RoadEdgeRecord, RoadGapRecord } from '@borne/geodata/road-network/types'
import { appendAudit, LOCAL_AUTHOR } from '../../platform/audit.ts'
import type { OpenedDb } from '../../platform/db.ts'
import { closeImportRun, noteFailedImport, openImportRun, type RunSource } from '../../platform/import-run.ts'
import { problem } from '../../platform/problems.ts'
import { loadRoadEdges, loadRoadGaps } from '../../platform/road-network-queries.ts'
import {
  type EdgeRow,
  storeRoadEdges,
  storeRoadGaps,
  storeTurnRestrictions,
} from '../../platform/store-roads.ts'
import type { NetworkReport } from './contract.ts'
import {
  findCountryAreas,
  findGapKinds,
  findInService,
  findPublishedFacts,
  findRegionAreas,
  insertCandidate,
  storeComparison,
} from './queries.ts'

const OSM = {
  dataset: 'roads-osm',
  source: 'OpenStreetMap',
  licence: 'ODbL 1.0',
  attribution: '© les contributeurs d’OpenStreetMap, ODbL 1.0',
}

export type ImportPhase = 'read' | 'compare' | 'store'

export interface RoadImport {
  readonly path: string
  /** Only ways with a node inside, whole. */
  readonly bbox?: Bbox | undefined
  readonly label: string
  readonly validFrom: string
  readonly signal?: AbortSignal | undefined
  /** Bytes of all passes over the file; nothing; edges. */
  readonly onProgress?: (phase: ImportPhase, done: number, total: number) => void
}

export interface ImportedRoads {
  readonly networkId: number
  readonly comparedWith: number
  readonly report: NetworkReport
  readonly comparison: NetworkComparison
}

/**
 * Reads an extract of OpenStreetMap as a candidate for the road network, with what it changes in the version that is in
 * service on its first day. Roads of unknown course and gaps of the map go along. What is in service stays in service; all
 * is stored in one transaction, or nothing.
 *
 * @throws ImportError when the file cannot be used; problem `roads-missing` before the region is loaded; the signal's
 *   reason when it aborts.
 */
export async function importRoads(db: OpenedDb, asked: RoadImport): Promise<ImportedRoads> {
  const { path, bbox, signal, onProgress } = asked
  const inService = await findInService(db, asked.validFrom)
  if (inService === null) throw problem('roads-missing')
  const countryOf = indexAreas(await findCountryAreas(db))
  const run: RunSource = { ...OSM, fileName: basename(path), sha256: '' }
  try {
    const source = await openOsmFile(path)
    try {
      const roads = await readOsmRoads(source, {
        bbox,
        countryOf,
        signal,
        onProgress: (done, total) => onProgress?.('read', done, total),
      })
      const sha256 = await digestOf(path, signal)
      const former = await loadRoadEdges(db, inService)
      onProgress?.('compare', 0, 1)
      const comparison = await compareNetworks(() => former, roads.edges, { signal })
      const carried = carryOver(
        former.filter(({ grade }) => grade === 'documented'),
        await loadRoadGaps(db, inService),
        roads.edges(),
      )
      onProgress?.('compare', 1, 1)
      const candidate = { ...asked, run: { ...run, sha256 }, dataAt: source.dataAt, from: inService }
      const stored = await db.transaction(() => storeCandidate(db, candidate, roads, carried, comparison))
      await db.refreshStatistics()
      return stored
    } finally {
      await source.close()
    }
  } catch (error) {
    if (error instanceof ImportError)
      await noteFailedImport(db, run, { code: error.code, detail: error.message })
    throw error
  }
}

async function digestOf(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, { signal })
  return hash.digest('hex')
}

interface Candidate extends RoadImport {
  readonly run: RunSource
  readonly dataAt: string | null
  /** The version that is in service. */
  readonly from: number
}

type Carried = ReturnType<typeof carryOver<RoadEdgeRecord, RoadGapRecord>>

async function storeCandidate(
  db: OpenedDb,
  { run, dataAt, from, label, validFrom, signal, onProgress }: Candidate,
  roads: OsmRoads,
  carried: Carried,
  comparison: NetworkComparison,
): Promise<ImportedRoads> {
  const { documentedLeftOut, gapsLeftOut } = carried
  const report: NetworkReport = { ...roads.report, documentedLeftOut, gapsLeftOut }
  const importRunId = await openImportRun(db, run)
  const { fileName, sha256, source, licence, attribution } = run
  const origin = { source, licence, attribution, fileName, sha256 }
  const networkId = await insertCandidate(db, { ...origin, label, validFrom, dataAt, report, importRunId })
  const isInRegion = indexAreas(await findRegionAreas(db))
  const rows = withProgress(mappedRows(roads, isInRegion), report.edges, signal, onProgress)
  await storeRoadEdges(db, networkId, null, rows)
  await storeRoadEdges(db, networkId, null, await documentedRows(db, from, carried, report.edges))
  const kinds = await findGapKinds(db, from)
  const gaps = carried.gaps.map((gap): RoadGapRow => {
    const [from, to] = gap.coordinates
    return { ...gap, kind: kinds.get(gap.id)!, coordinates: [from, to] }
  })
  await storeRoadGaps(db, networkId, importRunId, gaps)
  await storeTurnRestrictions(db, networkId, roads.restrictions)
  await storeComparison(db, networkId, from, comparison)
  const { 'outside-bbox': outside = 0, ...refused } = report.waysLeftOut
  const rejects = Object.entries(refused).map(([reason, ways]) => ({
    rowNumber: 0,
    reason,
    detail: `${ways}`,
  }))
  const waysAsked = report.waysRead - outside
  await closeImportRun(db, importRunId, waysAsked, rejects, waysAsked - report.waysKept)
  const detail = { edges: report.edges, validFrom }
  await appendAudit(db, LOCAL_AUTHOR, {
    action: 'import',
    subject: 'road-network',
    subjectId: String(networkId),
    detail,
  })
  return { networkId, comparedWith: from, report, comparison }
}

function* mappedRows(
  roads: OsmRoads,
  regionOf: (position: [number, number]) => string | null,
): Generator<EdgeRow> {
  for (const edge of roads.edges()) {
    const isInGuidimakha = regionOf(middleOf(edge.coordinates, edge.lengthMetres)) !== null
    yield { ...edge, isInGuidimakha }
  }
}

/** Edges of unknown course, numbered after the mapped ones. */
async function documentedRows(
  db: OpenedDb,
  from: number,
  { documented }: Carried,
  mapped: number,
): Promise<EdgeRow[]> {
  const published = await findPublishedFacts(db, from)
  return documented.map((edge, index) => ({
    ...edge,
    ...published.get(edge.id),
    id: mapped + 1 + index,
    ref: null,
    isInGuidimakha: false,
  }))
}

/** Tells of each thousandth, and stops between two rows when it is told to. */
function* withProgress<T>(
  rows: Iterable<T>,
  total: number,
  signal: AbortSignal | undefined,
  onProgress: RoadImport['onProgress'],
): Generator<T> {
  let done = 0
  const step = Math.max(1, Math.floor(total / 1000))
  for (const row of rows) {
    if (done++ % step === 0) {
      signal?.throwIfAborted()
      onProgress?.('store', done, total)
    }
    yield row
  }
  onProgress?.('store', total, total)
}
