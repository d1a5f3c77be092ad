import type { ContractFact, CoverageFact, DayFacts, DonorFact, Facts, PostFact } from '../facts.ts'
import { Slide } from '../slide-contract.ts'

export const DONOR = '0d000000-0000-4000-8000-000000000001'
export const OTHER_DONOR = '0d000000-0000-4000-8000-000000000002'
export const GHABOU = 'b0000000-0000-4000-8000-000000000001'
export const GOURAYE = 'a0000000-0000-4000-8000-000000000002'
export const WOMPOU = 'c0000000-0000-4000-8000-000000000003'
export const CONTRACT = 'e0000000-0000-4000-8000-000000000001'
export const PHOTO = 'f0000000-0000-4000-8000-000000000001'
export const TODAY = '2026-11-28'

export const postFact = (given: Partial<PostFact> & Pick<PostFact, 'id' | 'name'>): PostFact => ({
  nameAr: null,
  aliases: [],
  kind: 'river',
  moughataa: 'Ghabou',
  status: 'operational',
  statusSince: '2025-03-01',
  progressPercent: null,
  legalStatus: null,
  agency: null,
  staffCount: null,
  position: [-12, 15],
  precisionMetres: 0,
  isArchived: false,
  donorIds: [],
  plaques: [],
  ...given,
})

export const contractFact = (given: Partial<ContractFact> = {}): ContractFact => ({
  id: CONTRACT,
  reference: 'M-01',
  title: 'Poste de Gouraye',
  postIds: [GOURAYE],
  donorIds: [DONOR],
  contractor: 'Entreprise A',
  stage: 'started',
  startedOn: '2026-01-05',
  endsOn: '2026-12-31',
  receivedOn: null,
  delayDays: 12,
  physicalPercent: 40,
  plannedPercent: 55,
  paidPercent: 25,
  currency: 'MRU',
  amountMinor: 1_000_000_00,
  curve: [
    { on: '2026-01-31', planned: 10, earned: 5, paid: null },
    { on: '2026-02-28', planned: 30, earned: 20, paid: null },
  ],
  milestones: [{ name: 'Toiture', on: '2026-09-01', isDone: false }],
  ...given,
})

export const donorFact = (given: Partial<DonorFact> = {}): DonorFact => ({
  id: DONOR,
  names: { fr: 'Bailleur A', en: 'Donor A' },
  credit: { fr: 'Financé par le bailleur A', en: 'Funded by donor A' },
  rank: 1,
  logoScale: 1,
  logo: { sha256: 'aa'.repeat(32), mediaType: 'image/svg+xml', widthPixels: 300, heightPixels: 100 },
  ...given,
})

export const coverageFact = (given: Partial<CoverageFact> = {}): CoverageFact => ({
  minutes: 60,
  on: null,
  borderMetres: 200_000,
  reachedMetres: 50_000,
  segments: [
    { name: 'Sénégal', lengthMetres: 120_000, reachedMetres: 40_000 },
    { name: 'Karakoro', lengthMetres: 80_000, reachedMetres: 10_000 },
  ],
  bands: [30, 60],
  border: [
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [-12, 15],
          [-12.1, 15],
        ],
      },
      band: 0,
    },
  ],
  gaps: [
    {
      coordinates: [
        [-12.1, 15],
        [-12.2, 15],
      ],
      lengthMetres: 10_000,
    },
  ],
  population: { low: 900, known: 1234, high: 1500 },
  postCount: 1,
  ...given,
})

export const POSTS: readonly PostFact[] = [
  postFact({ id: WOMPOU, name: 'Wompou', status: 'planned', donorIds: [OTHER_DONOR] }),
  postFact({
    id: GHABOU,
    name: 'Ghabou',
    plaques: [{ donorId: DONOR, state: 'seen', seenOn: '2026-05-02' }],
    donorIds: [DONOR],
  }),
  postFact({
    id: GOURAYE,
    name: 'Gouraye',
    status: 'under-works',
    progressPercent: 40,
    donorIds: [DONOR],
    plaques: [{ donorId: DONOR, state: 'missing', seenOn: null }],
  }),
]

export const dayFacts = (on: string, given: Partial<DayFacts> = {}): DayFacts => ({
  on,
  posts: POSTS,
  contracts: [contractFact()],
  closures: [],
  ...given,
})

export const factsOf = (given: Partial<Facts> = {}): Facts => ({
  madeAt: `${TODAY}T10:00:00.000Z`,
  isDemonstration: false,
  donors: [
    donorFact(),
    donorFact({
      id: OTHER_DONOR,
      names: { fr: 'Bailleur B', en: 'Donor B' },
      credit: { fr: 'Financé par le bailleur B', en: 'Funded by donor B' },
      rank: 2,
      logo: null,
    }),
  ],
  days: new Map([[TODAY, dayFacts(TODAY)]]),
  photos: [
    {
      ref: { of: 'post', id: PHOTO },
      postIds: [GHABOU],
      caption: 'Façade nord',
      takenOn: '2026-04-02',
      widthPixels: 1600,
      heightPixels: 1200,
      sha256: 'bb'.repeat(32),
    },
  ],
  border: [
    {
      segmentId: 'senegal',
      name: 'Sénégal',
      neighbour: 'Sénégal',
      lengthMetres: 120_000,
      geometry: {
        type: 'LineString',
        coordinates: [
          [-12, 15],
          [-12.2, 15],
        ],
      },
    },
  ],
  coverage: new Map(),
  missions: new Map(),
  names: [],
  ...given,
})

type SlideGiven = Partial<Omit<Slide, 'view'>> & { view?: Partial<Slide['view']> | null }
export const slideOf = ({ view, ...given }: SlideGiven = {}): Slide =>
  Slide.parse({
    id: 'abc123',
    title: { fr: 'Titre', en: 'Title' },
    body: { fr: '', en: '' },
    ...given,
    view:
      view === null ? null : { camera: { center: [-12, 15], zoom: 8 }, layers: ['posts', 'border'], ...view },
  })
