import type { Camera, Slide, SlideLayer, SlideView } from '@borne/api/contracts/briefings'
import type { PhysicalStatus, PostKind } from '@borne/api/contracts/posts'

/** What a page of the app shows, read from its address by whoever knows its parts. */
export interface SeenAddress {
  readonly pathname: string
  /** Path and query. */
  readonly href: string
  readonly camera: Camera
  /** Ids of slots and groups of the map that are off. */
  readonly hide: readonly string[]
  readonly statuses?: readonly PhysicalStatus[] | undefined
  readonly kind?: PostKind | undefined
  readonly moughataa?: string | undefined
  readonly donorId?: string | undefined
  /** Where filters are on that a slide does not know, what they leave. */
  readonly postIds?: readonly string[] | undefined
  readonly selectedPostId?: string | undefined
  /** What coverage is measured for, on its page. */
  readonly coverage?: SlideView['coverage']
  readonly missionId?: string | undefined
  /** The contract whose curve is looked at. */
  readonly curveOfId?: string | undefined
  /** The day of which the page tells. */
  readonly asOf?: string | undefined
  /** The month that a replay of the works stands at, and that in which it begins. */
  readonly replay?: { readonly from: string; readonly to: string } | undefined
  readonly today: string
}

const MOST_HREF = 4000
const MOST_POSTS = 500
/** Slots of the app's map that stand for a layer of a slide; any other id that is off is a group of the basemap. */
const SLOTS: Readonly<Record<string, readonly SlideLayer[]>> = {
  posts: ['posts'],
  coverage: ['coverage', 'gaps'],
  network: ['closures'],
  ways: ['mission'],
  selection: [],
}

/** The view that a page shows, as a slide keeps it; and what the page says of day and content. */
export function viewOfAddress(seen: SeenAddress): Pick<Slide, 'view' | 'frozenOn' | 'content'> {
  const isPast = seen.asOf !== undefined && seen.asOf < seen.today
  return {
    view: {
      camera: seen.camera,
      layers: layersOf(seen),
      hide: seen.hide.filter((id) => SLOTS[id] === undefined),
      posts: postsOf(seen),
      coverage: seen.coverage ?? null,
      missionId: seen.missionId ?? null,
      selectedPostId: seen.selectedPostId ?? null,
      compareOn: null,
      replay: seen.replay ?? null,
      move: 'fly',
      href: seen.href.length <= MOST_HREF ? seen.href : null,
    },
    frozenOn: isPast ? seen.asOf! : null,
    content: seen.curveOfId ? { kind: 'chart', chart: 's-curve', contractId: seen.curveOfId } : null,
  }
}

function layersOf({ pathname, hide, coverage, missionId }: SeenAddress): SlideLayer[] {
  const off = new Set(hide.flatMap((id) => SLOTS[id] ?? []))
  const shown: SlideLayer[] = ['border', 'posts']
  if (coverage) shown.push('coverage', 'gaps')
  if (isUnder(pathname, '/roads')) shown.push('closures')
  if (missionId) shown.push('mission')
  if (isUnder(pathname, '/visibility')) shown.push('visibility')
  return shown.filter((layer) => !off.has(layer))
}

function postsOf({ statuses, kind, moughataa, donorId, postIds }: SeenAddress): SlideView['posts'] {
  return {
    ...(statuses && { statuses: [...statuses] }),
    ...(kind && { kind }),
    ...(moughataa && { moughataa }),
    ...(donorId && { donorId }),
    ...(postIds && { postIds: postIds.slice(0, MOST_POSTS) }),
  }
}

function isUnder(pathname: string, section: string): boolean {
  return pathname === section || pathname.startsWith(`${section}/`)
}
