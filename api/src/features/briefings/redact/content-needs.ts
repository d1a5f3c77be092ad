import type { AudienceRules, SharedField, Withheld } from '../audience-contract.ts'
import type { CHARTS, FIGURES, SlideLayer, TABLES } from '../slide-contract.ts'
import type { AudienceScope } from './audience-scope.ts'

type ContentName = (typeof FIGURES)[number] | (typeof CHARTS)[number] | (typeof TABLES)[number] | 'visibility'

interface Needs {
  readonly fields?: readonly SharedField[]
  readonly layer?: SlideLayer
  readonly isLocating?: true
  /** It counts posts, or what is made of them: with none to tell of, it would say 0. */
  readonly posts?: false
  /** It counts posts that do not work yet, or their works: told of working posts alone, it would say 0. */
  readonly otherPosts?: true
}

/** What an audience must be told for a figure, chart or table to be true. */
const NEEDS: Readonly<Record<ContentName, Needs>> = {
  'posts-operational': {},
  'posts-under-works': { otherPosts: true },
  'posts-planned': { otherPosts: true },
  'posts-opened': { fields: ['dates'] },
  'progress-mean': { fields: ['progress'] },
  'contracts-open': { fields: ['progress'], otherPosts: true },
  'contracts-late': { fields: ['progress', 'dates'], otherPosts: true },
  'amount-committed': { fields: ['progress', 'money'], otherPosts: true },
  'amount-paid': { fields: ['progress', 'money'], otherPosts: true },
  'border-total': { layer: 'border', posts: false },
  'border-in-reach': { layer: 'coverage' },
  'border-share': { layer: 'coverage' },
  'population-in-reach': { layer: 'coverage', fields: ['population'] },
  'plaques-seen': { layer: 'visibility' },
  'posts-by-status': {},
  'posts-over-time': { fields: ['dates'] },
  'progress-by-post': { fields: ['progress'] },
  's-curve': { fields: ['progress', 'dates'] },
  'border-by-segment': { layer: 'coverage', isLocating: true },
  'coverage-by-season': { layer: 'coverage' },
  posts: {},
  works: { fields: ['progress'] },
  milestones: { fields: ['progress', 'dates'] },
  visibility: { layer: 'visibility' },
}

export function whyNotContent(
  name: ContentName,
  scope: AudienceScope,
  rules: AudienceRules,
): Withheld['why'] | null {
  const { fields = [], layer, isLocating, posts, otherPosts } = NEEDS[name]
  if (posts !== false && rules.posts === 'none') return 'no-posts'
  if (otherPosts && rules.posts === 'operational') return 'not-operational'
  if (!fields.every(scope.has)) return 'field-not-shared'
  if (layer) {
    const why = scope.whyNotLayer(layer)
    if (why) return why
  }
  return isLocating && scope.isCoarse ? 'coarse-positions' : null
}
