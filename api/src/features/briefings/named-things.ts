import type { NamedThings } from './queries.ts'
import type { PhotoRef, Slide } from './slide-contract.ts'

export const KINDS = [
  'posts',
  'contracts',
  'missions',
  'scenarios',
  'donors',
  'postPhotos',
  'worksPhotos',
] as const satisfies readonly (keyof NamedThings)[]

/** A thing that a slide names: of which kind, and in which field of the slide. */
export interface NamedThing {
  readonly kind: (typeof KINDS)[number]
  readonly id: string
  readonly field: string
}

/** Everything stored that a slide names, in the order of its fields. */
export function namedBy({ view, content }: Pick<Slide, 'view' | 'content'>): NamedThing[] {
  const named: NamedThing[] = []
  const add = (kind: NamedThing['kind'], id: string | null | undefined, field: string) => {
    if (id) named.push({ kind, id, field })
  }
  const addPhoto = (photo: PhotoRef, field: string) =>
    add(photo.of === 'post' ? 'postPhotos' : 'worksPhotos', photo.id, field)
  for (const postId of view?.posts.postIds ?? []) add('posts', postId, 'view.posts.postIds')
  add('donors', view?.posts.donorId, 'view.posts.donorId')
  add('scenarios', view?.coverage?.scenarioId, 'view.coverage.scenarioId')
  add('missions', view?.missionId, 'view.missionId')
  add('posts', view?.selectedPostId, 'view.selectedPostId')
  if (content?.kind === 'chart') add('contracts', content.contractId, 'content.contractId')
  if (content?.kind === 'photo') addPhoto(content.photo, 'content.photo')
  if (content?.kind === 'photo-pair') {
    addPhoto(content.before, 'content.before')
    addPhoto(content.after, 'content.after')
  }
  return named
}

/** The ids of the things by kind, each once. */
export function byKind(named: readonly NamedThing[]): NamedThings {
  const idsOf = (kind: NamedThing['kind']) => [
    ...new Set(named.flatMap((thing) => (thing.kind === kind ? [thing.id.toLowerCase()] : []))),
  ]
  return Object.fromEntries(KINDS.map((kind) => [kind, idsOf(kind)])) as Record<NamedThing['kind'], string[]>
}
