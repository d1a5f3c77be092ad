import type { TrackDetail } from '@borne/api/contracts/tracks'

/** A track for tests: 50 km of which 4 fit no road. */
export function givenTrack(facts: Partial<TrackDetail> = {}): TrackDetail {
  const none = { jumps: 0, inHalts: 0, thinned: 0, alone: 0, halts: 0, haltSeconds: 0, gaps: 0, leaps: 0 }
  const clock = { withoutInstant: 0, beforeYear2000: 0, inFuture: 0, backwards: 0 }
  return {
    id: '9a1c7d0e-3b6f-4c58-8a11-5d2b7c9e0f10',
    name: 'Tournée de mars',
    vehicleId: '4x4',
    state: 'matched',
    progress: null,
    refusal: null,
    startedAt: '2026-03-10T08:00:00Z',
    endedAt: '2026-03-10T10:30:00Z',
    matchedMetres: 46_000,
    unmatchedMetres: 4_000,
    passageCount: 212,
    openProposalCount: 2,
    isOutdated: false,
    fileBytes: 310_000,
    uploadedAt: '2026-03-11T07:00:00Z',
    uploadedBy: 'Aminata',
    isOwn: true,
    isDemonstration: false,
    report: {
      reading: {
        name: null,
        version: '1.1',
        tracks: 1,
        points: 1240,
        waypoints: 0,
        routePoints: 0,
        badPositions: 0,
        withoutInstant: 0,
        badInstants: 0,
      },
      cleaning: { read: 1240, kept: 1150, isTimed: true, duplicates: 0, sameInstant: 0, ...clock, ...none },
      matching: {
        usedPoints: 1150,
        skippedPoints: 0,
        unmatchedPoints: 90,
        runs: 1,
        breaks: 0,
        sigmaMetres: 8,
        betaMetres: 20,
      },
      proposals: { proposed: 2, tooShort: 0, tooSlow: 0, repeated: 0, outside: 0 },
      passages: 212,
    },
    lines: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { part: 'matched' },
          geometry: {
            type: 'MultiLineString',
            coordinates: [
              [
                [-12.2, 15],
                [-12.2, 15.1],
              ],
            ],
          },
        },
      ],
    },
    proposals: [],
    ...facts,
  }
}
