import type { Geometry, Position } from 'geojson'
import type { z } from 'zod'
import type { LegalStatus, PhysicalStatus } from '../posts/contract.ts'
import type { WorksStage } from '../works/contract.ts'
import type { PhotoRef, Texts } from './slide-contract.ts'

/**
 * What is known, as whoever shows it may see it; slides are made from nothing else. After `redactFacts` a field that the
 * audience may not see is null, a thing that it may not know of is absent, and positions are as coarse as it is told them.
 */
export interface Facts {
  readonly madeAt: string
  readonly isDemonstration: boolean
  readonly donors: readonly DonorFact[]
  /** By the day that they tell of: the days of the slides, and those that they are compared with. */
  readonly days: ReadonlyMap<string, DayFacts>
  readonly photos: readonly PhotoFact[]
  readonly border: readonly BorderFact[]
  /** By slide id. */
  readonly coverage: ReadonlyMap<string, CoverageFact>
  readonly missions: ReadonlyMap<string, MissionFact>
  /** Whatever an author may have typed: never shown, searched for in texts. */
  readonly names: readonly KnownName[]
}

/** A name that a post has or had, or that of a firm. */
export interface KnownName {
  /** Null: of a firm. */
  readonly postId: string | null
  readonly name: string
}

export interface DayFacts {
  readonly on: string
  readonly posts: readonly PostFact[]
  readonly contracts: readonly ContractFact[]
  readonly closures: readonly ClosureFact[]
}

export interface PostFact {
  readonly id: string
  readonly name: string | null
  readonly nameAr: string | null
  /** Other names: never shown, searched for in texts when the post or its name is withheld. */
  readonly aliases: readonly string[]
  readonly kind: string | null
  readonly moughataa: string | null
  readonly status: z.infer<typeof PhysicalStatus>
  readonly statusSince: string | null
  readonly progressPercent: number | null
  readonly legalStatus: z.infer<typeof LegalStatus> | null
  readonly agency: string | null
  readonly staffCount: number | null
  readonly position: Position | null
  /** How far it may be from there. */
  readonly precisionMetres: number
  readonly isArchived: boolean
  readonly donorIds: readonly string[]
  /** Of each donor that pays for it. */
  readonly plaques: readonly {
    readonly donorId: string
    readonly state: PlaqueState
    readonly seenOn: string | null
  }[]
}
export type PlaqueState = 'seen' | 'missing' | 'damaged' | 'wrong' | 'unknown'

export interface ContractFact {
  readonly id: string
  readonly reference: string | null
  readonly title: string | null
  readonly postIds: readonly string[]
  readonly donorIds: readonly string[]
  readonly contractor: string | null
  readonly stage: z.infer<typeof WorksStage>
  readonly startedOn: string | null
  readonly endsOn: string | null
  readonly receivedOn: string | null
  readonly delayDays: number | null
  readonly physicalPercent: number | null
  readonly plannedPercent: number | null
  readonly paidPercent: number | null
  readonly currency: string | null
  readonly amountMinor: number | null
  readonly curve: readonly {
    readonly on: string
    readonly planned: number | null
    readonly earned: number | null
    readonly paid: number | null
  }[]
  readonly milestones: readonly {
    readonly name: string
    readonly on: string | null
    readonly isDone: boolean
  }[]
}

export interface PhotoFact {
  readonly ref: PhotoRef
  readonly postIds: readonly string[]
  readonly caption: string
  readonly takenOn: string | null
  readonly widthPixels: number
  readonly heightPixels: number
  /** Content name of the large file; the file itself has no place and no date in it. */
  readonly sha256: string
}

export interface DonorFact {
  readonly id: string
  readonly names: Texts
  readonly credit: Texts
  /** First, second… where logos stand. */
  readonly rank: number
  /** Height of its logo against the tallest, 0–1. */
  readonly logoScale: number
  readonly logo: {
    readonly sha256: string
    readonly mediaType: string
    readonly widthPixels: number
    readonly heightPixels: number
  } | null
}

export interface BorderFact {
  readonly segmentId: string
  readonly name: string
  readonly neighbour: string
  readonly lengthMetres: number
  readonly geometry: Geometry
}

export interface ClosureFact {
  readonly kind: 'cut' | 'slow' | 'four-by-four'
  readonly geometry: Geometry
}

/** Measured for the posts of the facts alone. */
export interface CoverageFact {
  readonly minutes: number
  readonly on: string | null
  readonly borderMetres: number
  readonly reachedMetres: number
  readonly segments: readonly {
    readonly name: string
    readonly lengthMetres: number
    readonly reachedMetres: number
  }[]
  /** Upper limits in minutes. */
  readonly bands: readonly number[]
  /** Null: told in figures alone. */
  readonly border: readonly { readonly geometry: Geometry; readonly band: number | null }[] | null
  readonly gaps:
    | readonly { readonly coordinates: readonly Position[]; readonly lengthMetres: number }[]
    | null
  readonly population: { readonly low: number; readonly known: number; readonly high: number } | null
  readonly postCount: number
}

export interface MissionFact {
  readonly title: string
  readonly days: readonly { readonly on: string; readonly lines: readonly (readonly Position[])[] }[]
  readonly stops: readonly { readonly name: string; readonly position: Position }[]
}
