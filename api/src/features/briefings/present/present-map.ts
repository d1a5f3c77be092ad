import type { CoverageFact, DayFacts, PlaqueState, PostFact } from '../facts.ts'
import type { MapState, PresentedMap, PresentedPost } from '../presentation-contract.ts'
import type { SlideView } from '../slide-contract.ts'
import { choosePosts, dayOf, type PostNaming, type SlideScope } from './slide-scope.ts'
import { tellBoth } from './tell.ts'

/** The gravest first: what one mark says of the plaques of several donors. */
const PLAQUES: readonly PlaqueState[] = ['missing', 'wrong', 'damaged', 'unknown', 'seen']

/** The saved view, drawn from the facts: one state, or two when the slide compares with an earlier day. */
export function presentMap(scope: SlideScope): PresentedMap | null {
  const { view } = scope.slide
  if (!view) return null
  const { compareOn, on } = scope.days
  const now = { day: scope.day, posts: scope.posts, coverage: scope.coverage }
  const states =
    compareOn === null
      ? [mapState(scope, view, now)]
      : [
          mapState(scope, view, { ...earlierPosts(scope, compareOn), coverage: null, isLabelled: true }),
          mapState(scope, view, { ...now, isLabelled: true }),
        ]
  return {
    camera: view.camera,
    hide: view.hide,
    move: view.move,
    states,
    replay: replayOf(scope, on),
  }
}

export function presentPost(post: PostFact, naming: PostNaming): PresentedPost {
  return {
    id: naming.idOf(post.id),
    name: naming.nameOf(post),
    nameAr: post.nameAr,
    status: post.status,
    progressPercent: post.status === 'under-works' ? post.progressPercent : null,
    position: post.position ? [post.position[0] ?? 0, post.position[1] ?? 0] : null,
    precisionMetres: post.precisionMetres,
    isArchived: post.isArchived,
  }
}

/** The gravest of the plaques that a post should have, for the donor of the view where there is one. */
export function plaqueOf(post: PostFact, donorId: string | undefined): PlaqueState | null {
  const states = post.plaques
    .filter((plaque) => !donorId || plaque.donorId === donorId)
    .map(({ state }) => state)
  return PLAQUES.find((state) => states.includes(state)) ?? null
}

interface StateFacts {
  readonly day: DayFacts
  readonly posts: readonly PostFact[]
  readonly coverage: CoverageFact | null
  readonly isLabelled?: boolean
}

function mapState({ facts, slide, naming }: SlideScope, view: SlideView, state: StateFacts): MapState {
  const has = (layer: SlideView['layers'][number]) => view.layers.includes(layer)
  const posts = has('posts') || has('visibility') ? state.posts : []
  const isSelected = posts.some((post) => post.id === view.selectedPostId)
  const banded = has('coverage') ? (state.coverage?.border ?? null) : null
  const plain = has('border') || has('coverage') ? facts.border : []
  const mission = has('mission') ? facts.missions.get(slide.id) : undefined
  return {
    label: state.isLabelled ? tellBoth((tell) => tell.day(state.day.on)) : { fr: '', en: '' },
    posts: posts.map((post) => presentPost(post, naming)),
    selectedPostId: isSelected && view.selectedPostId ? naming.idOf(view.selectedPostId) : null,
    border: banded
      ? banded.map(({ geometry, band }) => ({ geometry, band }))
      : plain.map(({ geometry }) => ({ geometry, band: null })),
    bands: banded && state.coverage ? [...state.coverage.bands] : null,
    gaps: has('gaps')
      ? (state.coverage?.gaps ?? []).map(({ coordinates, lengthMetres }) => ({
          coordinates: coordinates.map(toPair),
          lengthMetres,
        }))
      : [],
    closures: has('closures') ? state.day.closures.map(({ kind, geometry }) => ({ kind, geometry })) : [],
    mission: mission
      ? {
          days: mission.days.map(({ on, lines }) => ({ on, lines: lines.map((line) => line.map(toPair)) })),
          stops: mission.stops.map(({ name, position }, index) => ({
            number: index + 1,
            name,
            position: toPair(position),
          })),
        }
      : null,
    plaques: has('visibility')
      ? posts.flatMap((post) => {
          const plaque = plaqueOf(post, view.posts.donorId)
          return plaque ? [{ postId: naming.idOf(post.id), state: plaque }] : []
        })
      : [],
  }
}

function earlierPosts({ facts, slide }: SlideScope, on: string) {
  const day = dayOf(facts, on)
  return { day, posts: choosePosts(day, slide, facts.madeAt.slice(0, 10)) }
}

/** What the posts of the slide were at the end of each month. */
function replayOf({ facts, days, posts, naming }: SlideScope, on: string): PresentedMap['replay'] {
  if (days.replay.length < 2) return null
  const shown = new Set(posts.map((post) => post.id))
  return days.replay
    .filter((day) => day <= on && facts.days.has(day))
    .map((day) => ({
      month: day.slice(0, 7),
      posts: dayOf(facts, day)
        .posts.filter((post) => shown.has(post.id))
        .map((post) => {
          const { id, status, progressPercent } = presentPost(post, naming)
          return { id, status, progressPercent }
        }),
    }))
}

const toPair = (position: readonly number[]): [number, number] => [position[0] ?? 0, position[1] ?? 0]
