import type {
  MapState,
  Presentation,
  PresentedMap,
  PresentedPost,
  PresentedSlide,
  Texts,
} from '@borne/api/contracts/briefings'

const EMPTY: Texts = { fr: '', en: '' }
const same = (text: string): Texts => ({ fr: text, en: text })

/** A post of a presentation in a test. */
export function givenPost(over: Partial<PresentedPost> = {}): PresentedPost {
  return {
    id: 'p1',
    name: 'Gouraye',
    nameAr: null,
    status: 'under-works',
    progressPercent: 62,
    position: [-12.45, 14.9],
    precisionMetres: 0,
    isArchived: false,
    ...over,
  }
}

/** What a map shows in a test: posts, and nothing else unless it is said. */
export function givenState(over: Partial<MapState> = {}): MapState {
  return {
    label: EMPTY,
    posts: [
      givenPost(),
      givenPost({ id: 'p2', name: 'Sélibaby', status: 'operational', position: [-12.185, 15.16] }),
      givenPost({ id: 'p3', name: 'Ghabou', status: 'planned', position: [-12.088, 14.74] }),
    ],
    selectedPostId: null,
    border: [],
    bands: null,
    gaps: [],
    closures: [],
    mission: null,
    plaques: [],
    ...over,
  }
}

export function givenMap(over: Partial<PresentedMap> = {}): PresentedMap {
  return {
    camera: { center: [-12.2, 15.2], zoom: 8.6 },
    hide: [],
    move: 'fly',
    states: [givenState()],
    replay: null,
    ...over,
  }
}

export function givenSlide(over: Partial<PresentedSlide> = {}): PresentedSlide {
  return {
    id: 's1',
    title: { fr: 'Trois postes sur la frontière', en: 'Three posts on the border' },
    body: { fr: 'Un poste est **ouvert**, un autre en travaux.', en: 'One post is **open**.' },
    notes: null,
    seconds: null,
    on: '2026-11-28',
    isFrozen: false,
    isOfArchived: false,
    map: givenMap(),
    content: null,
    alternative: { fr: 'Carte de trois postes du Guidimakha.', en: 'Map of three posts of Guidimakha.' },
    sources: [],
    ...over,
  }
}

export function givenPresentation(over: Partial<Presentation> = {}): Presentation {
  return {
    format: 1,
    title: { fr: 'Visite du bailleur', en: 'Donor visit' },
    madeAt: '2026-11-28T08:00:00.000Z',
    audience: { kind: 'own', name: same('Équipe') },
    isDemonstration: true,
    slides: [givenSlide()],
    logos: [],
    credits: [],
    ...over,
  }
}
