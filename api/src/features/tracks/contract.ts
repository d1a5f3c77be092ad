import { z } from 'zod'
import { AnyGeometry } from '../../contract-kit/geojson.ts'
import { PageQuery, page } from '../../contract-kit/page.ts'
import { Instant } from '../../contract-kit/time.ts'

export const TracksQuery = PageQuery
export type TracksQuery = z.infer<typeof TracksQuery>
export const TrackParams = z.object({ trackId: z.uuid() })

export const TrackState = z.enum(['waiting', 'matched', 'refused'])
export type TrackState = z.infer<typeof TrackState>

/** What is being done with a track just now. */
export const TrackProgress = z.object({
  stage: z.enum(['waiting', 'reading', 'matching']),
  /** 0–1 of the stage. */
  share: z.number(),
})
export type TrackProgress = z.infer<typeof TrackProgress>

const Count = z.number().int()

/** What was found in the file, taken out, matched and taught; counts are of points unless they say otherwise. */
export const TrackReport = z.object({
  reading: z.object({
    /** Of the first track in the file that has one. */
    name: z.string().nullable(),
    version: z.string().nullable(),
    tracks: Count,
    points: Count,
    waypoints: Count,
    routePoints: Count,
    badPositions: Count,
    withoutInstant: Count,
    badInstants: Count,
  }),
  cleaning: z.object({
    read: Count,
    kept: Count,
    isTimed: z.boolean(),
    withoutInstant: Count,
    beforeYear2000: Count,
    inFuture: Count,
    backwards: Count,
    duplicates: Count,
    sameInstant: Count,
    jumps: Count,
    inHalts: Count,
    thinned: Count,
    alone: Count,
    halts: Count,
    haltSeconds: z.number(),
    gaps: Count,
    leaps: Count,
  }),
  matching: z.object({
    usedPoints: Count,
    skippedPoints: Count,
    unmatchedPoints: Count,
    runs: Count,
    breaks: Count,
    sigmaMetres: z.number(),
    betaMetres: z.number(),
  }),
  proposals: z.object({
    proposed: Count,
    tooShort: Count,
    tooSlow: Count,
    repeated: Count,
    outside: Count,
  }),
  passages: Count,
})
export type TrackReport = z.infer<typeof TrackReport>

export const Track = z.object({
  id: z.uuid(),
  name: z.string(),
  vehicleId: z.string(),
  state: TrackState,
  /** Null when nothing is being done. */
  progress: TrackProgress.nullable(),
  /** Why it was refused, in the words of the catalogue. */
  refusal: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  matchedMetres: z.number().nullable(),
  unmatchedMetres: z.number().nullable(),
  passageCount: Count,
  /** Roads that it proposes and that nobody has decided on. */
  openProposalCount: Count,
  /** A newer version of the network is in service: it will be matched again. */
  isOutdated: z.boolean(),
  fileBytes: Count,
  uploadedAt: Instant,
  uploadedBy: z.string().nullable(),
  isOwn: z.boolean(),
  isDemonstration: z.boolean(),
})
export type Track = z.infer<typeof Track>
export const Tracks = page(Track)

/** Lines by what they are; `recorded` is the whole course, the other two are its parts. */
export const TrackLine = z.object({
  type: z.literal('Feature'),
  properties: z.object({ part: z.enum(['recorded', 'matched', 'unmatched']) }),
  geometry: AnyGeometry,
})

export const TrackDetail = Track.extend({
  report: TrackReport.nullable(),
  lines: z.object({ type: z.literal('FeatureCollection'), features: z.array(TrackLine) }),
  /** Roads that it proposes, whatever became of them. */
  proposals: z.array(
    z.object({
      editId: z.uuid(),
      state: z.enum(['proposed', 'accepted', 'rejected']),
      lengthMetres: z.number(),
    }),
  ),
})
export type TrackDetail = z.infer<typeof TrackDetail>
