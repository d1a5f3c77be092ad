import { cellMiddle } from '@borne/geodata/geometry/grid-cell'
import type { Position } from 'geojson'
import type { AudienceRules, SharedField, Withheld } from '../audience-contract.ts'
import type { ContractFact, PhotoFact, PostFact } from '../facts.ts'
import type { SlideLayer } from '../slide-contract.ts'

/** Layers from which an exact position could be found: they are told with exact positions alone. */
const LOCATING_LAYERS: readonly SlideLayer[] = ['gaps', 'closures', 'mission']

/** An audience's rules as questions. What no rule names is answered with no. */
export interface AudienceScope {
  readonly gridMetres: number
  readonly isCoarse: boolean
  readonly donorId: string | null
  readonly has: (field: SharedField) => boolean
  readonly draws: (layer: SlideLayer) => boolean
  /** Why a post of a day is not told; null: it is. */
  readonly whyNot: (post: Pick<PostFact, 'status' | 'isArchived' | 'donorIds'>) => Withheld['why'] | null
  readonly whyNotLayer: (layer: SlideLayer) => Withheld['why'] | null
}

export function audienceScope(rules: AudienceRules, donorId: string | null): AudienceScope {
  const isCoarse = rules.gridMetres !== 0
  const whyNotLayer = (layer: SlideLayer) => {
    if (!rules.layers.includes(layer)) return 'layer-not-shared'
    if (rules.posts === 'none' && layer !== 'border') return 'no-posts'
    return isCoarse && LOCATING_LAYERS.includes(layer) ? 'coarse-positions' : null
  }
  return {
    gridMetres: rules.gridMetres,
    isCoarse,
    donorId,
    has: (field) => rules.fields.includes(field),
    draws: (layer) => whyNotLayer(layer) === null,
    whyNot: (post) => whyNotPost(post, rules, donorId),
    whyNotLayer,
  }
}

function whyNotPost(
  post: Pick<PostFact, 'status' | 'isArchived' | 'donorIds'>,
  { posts }: AudienceRules,
  donorId: string | null,
): Withheld['why'] | null {
  if (post.isArchived) return 'archived'
  switch (posts) {
    case 'all':
      return null
    case 'operational':
      return post.status === 'operational' ? null : 'not-operational'
    case 'of-donor':
      return donorId !== null && post.donorIds.includes(donorId) ? null : 'not-of-donor'
    case 'none':
      return 'no-posts'
  }
}

/** Works are told with `progress`, when each of their posts is told: a sum over several posts tells of them all. */
export function isContractTold(
  contract: Pick<ContractFact, 'postIds' | 'donorIds'>,
  told: ReadonlySet<string>,
  rules: AudienceRules,
  donorId: string | null,
): boolean {
  return (
    rules.fields.includes('progress') &&
    areAllTold(contract.postIds, told) &&
    (rules.posts !== 'of-donor' || (donorId !== null && contract.donorIds.includes(donorId)))
  )
}

export function isPhotoTold(
  photo: Pick<PhotoFact, 'postIds'>,
  told: ReadonlySet<string>,
  scope: AudienceScope,
): boolean {
  return scope.has('photos') && areAllTold(photo.postIds, told)
}

function areAllTold(postIds: readonly string[], told: ReadonlySet<string>): boolean {
  return postIds.length > 0 && postIds.every((id) => told.has(id))
}

/** As the audience is told it: itself, or the middle of its cell. */
export function toldPosition(position: Position, { gridMetres, isCoarse }: AudienceScope): [number, number] {
  const pair: [number, number] = [position[0] ?? 0, position[1] ?? 0]
  return isCoarse ? cellMiddle(pair, gridMetres) : pair
}

/** Half the cell, or what the uncertainty of the position makes of it: in whole halves, so that it tells no more. */
export function toldPrecision(precisionMetres: number, { gridMetres, isCoarse }: AudienceScope): number {
  const half = gridMetres / 2
  return isCoarse ? Math.max(1, Math.ceil(precisionMetres / half)) * half : precisionMetres
}
