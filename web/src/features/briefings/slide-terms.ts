import type {
  AudienceRules,
  ExportInput,
  SharedField,
  Slide,
  SlideContent,
  SlideLayer,
} from '@borne/api/contracts/briefings'

/** The values of the contract in the order in which people meet them. Types only come from the contract: its schemas stay on the server. */
export const SLIDE_LAYERS = complete<SlideLayer>()([
  'border',
  'posts',
  'coverage',
  'gaps',
  'closures',
  'mission',
  'visibility',
])

type ContentOf<Kind extends SlideContent['kind']> = Extract<SlideContent, { kind: Kind }>
export type FigureName = ContentOf<'figures'>['figures'][number]
export type ChartName = ContentOf<'chart'>['chart']
export type TableName = ContentOf<'table'>['table']
export type Move = NonNullable<Slide['view']>['move']

export const FIGURES = complete<FigureName>()([
  'posts-operational',
  'posts-under-works',
  'posts-planned',
  'posts-opened',
  'progress-mean',
  'contracts-open',
  'contracts-late',
  'amount-committed',
  'amount-paid',
  'border-total',
  'border-in-reach',
  'border-share',
  'population-in-reach',
  'plaques-seen',
])
export const CHARTS = complete<ChartName>()([
  'posts-by-status',
  'posts-over-time',
  'progress-by-post',
  's-curve',
  'border-by-segment',
  'coverage-by-season',
])
export const TABLES = complete<TableName>()(['posts', 'works', 'milestones', 'visibility'])
export const MOVES = complete<Move>()(['fly', 'tour', 'jump'])
export const CONTENT_KINDS = complete<SlideContent['kind']>()([
  'figures',
  'chart',
  'table',
  'photo',
  'photo-pair',
])

export const SHARED_FIELDS = complete<SharedField>()([
  'names',
  'progress',
  'dates',
  'agency',
  'legal',
  'contractor',
  'money',
  'staffing',
  'photos',
  'population',
])
export const POST_CHOICES = complete<AudienceRules['posts']>()(['all', 'operational', 'of-donor', 'none'])
export const GRIDS_METRES: readonly AudienceRules['gridMetres'][] = [0, 1000, 2000, 4000, 8000]

export const EXPORT_FORMATS = complete<ExportInput['format']>()(['pptx', 'pdf-wide', 'pdf-a4', 'zip', 'png'])

/** As the contract has them: told before the server refuses. */
export const LIMITS = { slides: 200, body: 8000, notes: 8000, title: 200, figures: 6, seconds: 3600 } as const

/** A list that leaves out a value of the contract does not compile. */
function complete<T extends string>() {
  return <const L extends readonly T[]>(list: [T] extends [L[number]] ? L : never): L => list
}
