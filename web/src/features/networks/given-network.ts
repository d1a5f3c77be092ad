import type { NetworkFigures, RoadNetworkVersion } from '@borne/api/contracts/networks'

const none = { formerMetres: 0, latterMetres: 0, addedMetres: 0, removedMetres: 0, reclassedMetres: 0 }

/** What a newer version changes, for tests: 20 km of tracks added, 5 km of them now a tertiary road. */
export const FIGURES: NetworkFigures = {
  ...none,
  formerMetres: 100_000,
  latterMetres: 120_000,
  addedMetres: 20_000,
  reclassedMetres: 5_000,
  byClass: [
    { ...none, highway: 'tertiary', formerMetres: 30_000, latterMetres: 35_000, reclassedMetres: 5_000 },
    { ...none, highway: 'track', formerMetres: 70_000, latterMetres: 85_000, addedMetres: 20_000 },
  ],
}

/** A version for tests: the bundled one, of which no report is kept. */
export function givenNetwork(facts: Partial<RoadNetworkVersion> = {}): RoadNetworkVersion {
  return {
    id: 1,
    label: 'OpenStreetMap, août 2021',
    source: 'OpenStreetMap',
    licence: 'ODbL 1.0',
    attribution: '© les contributeurs d’OpenStreetMap',
    sourceFileName: null,
    sourceSha256: null,
    dataAt: null,
    validFrom: '2021-08-06',
    state: 'accepted',
    isInService: true,
    report: null,
    comparedWith: null,
    figures: null,
    isComparisonCurrent: false,
    createdAt: '2026-03-01T08:00:00Z',
    decidedAt: '2026-03-01T08:00:00Z',
    ...facts,
  }
}
