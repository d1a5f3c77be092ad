import { cellMiddle } from '@borne/geodata/geometry/grid-cell'
import type { Position } from '@borne/geodata/geometry/position'
import {
  type AudienceRules,
  GRIDS_METRES,
  SHARED_FIELDS,
} from '../../api/src/features/briefings/audience-contract.ts'
import type {
  ContractFact,
  CoverageFact,
  DayFacts,
  DonorFact,
  Facts,
  MissionFact,
  PhotoFact,
  PostFact,
} from '../../api/src/features/briefings/facts.ts'
import {
  CHARTS,
  FIGURES,
  SLIDE_LAYERS,
  Slide,
  type SlideContent,
  TABLES,
} from '../../api/src/features/briefings/slide-contract.ts'
import type { Random } from './random.ts'

/** The day of the slides, and one before. */
export const DAYS = ['2026-03-31', '2026-06-30'] as const
/** Years that stand in one kind of date alone. */
export const YEARS = {
  statusSince: 2001,
  started: 2002,
  ends: 2003,
  received: 2004,
  milestone: 2005,
  photo: 2006,
  plaque: 2007,
  mission: 2008,
} as const

export interface RandomBriefing {
  readonly id: string
  readonly title: { readonly fr: string; readonly en: string }
  readonly slides: Slide[]
}

/** Facts of which every value stands in one place alone, and a briefing that asks for them and names them in its texts. */
export interface RandomWorld {
  readonly facts: Facts
  readonly briefing: RandomBriefing
  readonly words: WorldWords
}

/** Words that are nowhere but in what people wrote. */
export interface WorldWords {
  readonly notes: readonly string[]
  readonly hrefs: readonly string[]
  /** Names that no fact has any longer. */
  readonly gone: readonly string[]
}

export function randomWorld(random: Random): RandomWorld {
  const make = new Maker(random)
  const donors = Array.from({ length: 3 }, (_, rank) => make.donor(rank))
  const donorIds = donors.map(({ id }) => id)
  const posts = Array.from({ length: random.int(3, 8) }, () => make.post(donorIds))
  const contracts = Array.from({ length: random.int(2, 6) }, () => make.contract(posts))
  const days = DAYS.map((on): DayFacts => make.day(on, posts, contracts))
  const photos = Array.from({ length: 4 }, () => make.photo(posts))
  const gone = [make.word(), `${make.word()} Est`]
  const slides = make
    .contents({ contracts, photos })
    .map((content) => make.slide({ gone, posts, contracts, donorIds, content }))
  const facts: Facts = {
    madeAt: `${DAYS[1]}T08:00:00.000Z`,
    isDemonstration: false,
    donors,
    days: new Map(days.map((day) => [day.on, day])),
    photos,
    border: [make.borderSegment(), make.borderSegment()],
    coverage: new Map(slides.map(({ id }) => [id, make.coverage(posts.length)])),
    missions: new Map(slides.map(({ id }) => [id, make.mission(posts)])),
    names: gone.map((name, index) => ({ postId: index === 0 ? null : random.uuid(), name })),
  }
  const title = { fr: `Visite ${make.sentence({ posts, contracts, gone })}`, en: '' }
  return {
    facts,
    briefing: { id: random.uuid(), title, slides },
    words: {
      notes: slides.map(({ notes }) => notes),
      hrefs: slides.flatMap(({ view }) => view?.href ?? []),
      gone,
    },
  }
}

/** Rules of every make. */
export function randomRules(random: Random): AudienceRules {
  const some = <T>(list: readonly T[]): T[] => {
    const share = random.pick([0, 0.4, 0.8, 0.9, 1])
    return list.filter(() => random.chance(share))
  }
  return {
    posts: random.pick(['none', 'of-donor', 'operational', 'all', 'all']),
    gridMetres: random.pick(GRIDS_METRES),
    fields: some(SHARED_FIELDS),
    layers: some(SLIDE_LAYERS),
  }
}

const SYLLABLES = [
  'ba',
  'do',
  'fé',
  'gou',
  'ka',
  'lé',
  'mbou',
  'nio',
  'ra',
  'sil',
  'té',
  'wom',
  'ya',
  'zo',
] as const
const ARABIC = [...'بتجدرسعفقكلمنوي'] as const

/** Makes things with values that nothing else has. */
export class Maker {
  readonly #random: Random
  readonly #taken = new Set<string>()

  constructor(random: Random) {
    this.#random = random
  }

  /** A word that was not made before. */
  word(): string {
    const random = this.#random
    const text = Array.from({ length: 5 }, () => random.pick(SYLLABLES)).join('')
    return this.#isNew(text) ? text[0]!.toUpperCase() + text.slice(1) : this.word()
  }

  arabicWord(): string {
    const text = Array.from({ length: 8 }, () => this.#random.pick(ARABIC)).join('')
    return this.#isNew(text) ? text : this.arabicWord()
  }

  /** A number of seven digits that was not made before, and that no rounding gives. */
  amount(): number {
    const whole = this.#random.int(1_000_000, 9_999_999)
    return whole % 1000 !== 0 && this.#isNew(`amount ${whole}`) ? whole : this.amount()
  }

  /** With three decimals that no other position and no middle of a cell has. */
  position(): Position {
    const at: Position = [-12.5 + this.#random.next(), 14.8 + this.#random.next()]
    const middles = GRIDS_METRES.filter((metres) => metres > 0).map((metres) => cellMiddle(at, metres))
    const exact = at.map((degrees) => Math.abs(degrees).toFixed(5).slice(0, 6))
    const coarse = middles.flat().map((degrees) => Math.abs(degrees).toFixed(7).slice(0, 6))
    const isClear =
      exact.every(
        (text) =>
          !coarse.includes(text) && !this.#taken.has(`exact ${text}`) && !this.#taken.has(`coarse ${text}`),
      ) &&
      coarse.every((text) => !this.#taken.has(`exact ${text}`)) &&
      exact.every((text) => !text.endsWith('00'))
    if (!isClear) return this.position()
    for (const text of exact) this.#taken.add(`exact ${text}`)
    for (const text of coarse) this.#taken.add(`coarse ${text}`)
    return [Math.round(at[0] * 1e5) / 1e5, Math.round(at[1] * 1e5) / 1e5]
  }

  date(year: number): string {
    return `${year}-${String(this.#random.int(1, 12)).padStart(2, '0')}-${String(this.#random.int(1, 28)).padStart(2, '0')}`
  }

  donor(rank: number): DonorFact {
    return {
      id: this.#random.uuid(),
      names: { fr: this.word(), en: this.word() },
      credit: { fr: `Financé par ${this.word()}`, en: `Funded by ${this.word()}` },
      rank,
      logoScale: 1,
      logo: { sha256: this.#random.hex(64), mediaType: 'image/webp', widthPixels: 300, heightPixels: 100 },
    }
  }

  post(donorIds: readonly string[]): PostFact {
    const random = this.#random
    const own = donorIds.filter(() => random.chance(0.4))
    return {
      id: random.uuid(),
      name: `${this.word()} ${random.pick(['Nord', 'Sud', 'Centre'])}`,
      nameAr: this.arabicWord(),
      aliases: [this.word(), this.word()],
      kind: random.pick(['river', 'land']),
      moughataa: this.word(),
      status: random.pick(['planned', 'under-works', 'operational', 'operational', 'suspended']),
      statusSince: this.date(YEARS.statusSince),
      progressPercent: random.int(1, 99),
      legalStatus: 'repealed',
      agency: this.word(),
      staffCount: this.amount(),
      position: this.position(),
      precisionMetres: random.pick([0, 300, 1300]),
      isArchived: random.chance(0.15),
      donorIds: own,
      plaques: own.map((donorId) => ({
        donorId,
        state: random.pick(['seen', 'missing', 'damaged'] as const),
        seenOn: this.date(YEARS.plaque),
      })),
    }
  }

  contract(posts: readonly PostFact[]): ContractFact {
    const random = this.#random
    const built = posts.filter(() => random.chance(0.3))
    const of = built.length > 0 ? built : [random.pick(posts)]
    const curve = DAYS.map((on, index) => ({
      on,
      planned: 10 * index,
      earned: 9 * index,
      paid: 8 * index,
    }))
    return {
      id: random.uuid(),
      reference: this.word(),
      title: `Travaux ${this.word()} à ${random.pick(posts).name}`,
      postIds: of.map(({ id }) => id),
      donorIds: [...new Set(of.flatMap(({ donorIds }) => donorIds))],
      contractor: this.word(),
      stage: random.pick(['started', 'stopped', 'provisionally-accepted'] as const),
      startedOn: this.date(YEARS.started),
      endsOn: this.date(YEARS.ends),
      receivedOn: this.date(YEARS.received),
      delayDays: random.int(0, 90),
      physicalPercent: random.int(1, 99),
      plannedPercent: random.int(1, 99),
      paidPercent: random.int(20, 99),
      currency: 'MRU',
      amountMinor: this.amount() * 100 + random.int(0, 99),
      curve,
      milestones: [
        { name: `Jalon ${this.word()}`, on: this.date(YEARS.milestone), isDone: random.chance(0.5) },
      ],
    }
  }

  /** Before, some posts were not yet what they are. */
  day(on: string, posts: readonly PostFact[], contracts: readonly ContractFact[]): DayFacts {
    const random = this.#random
    const isBefore = on === DAYS[0]
    return {
      on,
      posts: posts.map((post) => ({
        ...post,
        status: isBefore && random.chance(0.3) ? 'planned' : post.status,
      })),
      contracts: [...contracts],
      closures: [{ kind: 'cut', geometry: { type: 'Point', coordinates: this.position() } }],
    }
  }

  photo(posts: readonly PostFact[]): PhotoFact {
    const random = this.#random
    const of = random.pick(['post', 'works'] as const)
    const ids = [
      random.pick(posts).id,
      ...(of === 'works' && random.chance(0.4) ? [random.pick(posts).id] : []),
    ]
    return {
      ref: { of, id: random.uuid() },
      postIds: [...new Set(ids)],
      caption: `Façade ${this.word()}, ${random.pick(posts).name}, ${random.pick(posts).aliases[0]}`,
      takenOn: `${this.date(YEARS.photo)}T09:12:13.000Z`,
      widthPixels: 1600,
      heightPixels: 1200,
      sha256: random.hex(64),
    }
  }

  borderSegment() {
    const name = this.word()
    return {
      segmentId: this.word(),
      name,
      neighbour: this.word(),
      lengthMetres: 120_000,
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [-12.5, 15.5],
          [-12, 15.5],
        ],
      },
    }
  }

  coverage(postCount: number): CoverageFact {
    const metres = () => this.amount()
    return {
      minutes: 60,
      on: null,
      // So long that no share of it looks like a coordinate.
      borderMetres: 900_000_000,
      reachedMetres: metres(),
      segments: [{ name: this.word(), lengthMetres: metres(), reachedMetres: metres() }],
      bands: [30, 60],
      border: [
        { geometry: { type: 'LineString', coordinates: [this.position(), this.position()] }, band: 0 },
      ],
      gaps: [{ coordinates: [this.position(), this.position()], lengthMetres: metres() }],
      population: { low: this.amount(), known: this.amount(), high: this.amount() },
      postCount,
    }
  }

  mission(posts: readonly PostFact[]): MissionFact {
    const stops = posts.filter(() => this.#random.chance(0.3))
    const places = stops.map(({ name, position }) => ({ name: name!, position: position! }))
    return {
      title: `Mission ${this.word()}`,
      days: [{ on: this.date(YEARS.mission), lines: [[this.position(), this.position()]] }],
      stops: [...places, { name: this.word(), position: this.position() }],
    }
  }

  slide(world: {
    posts: readonly PostFact[]
    contracts: readonly ContractFact[]
    content: SlideContent
    donorIds: readonly string[]
    gone: readonly string[]
  }): Slide {
    const random = this.#random
    const { posts } = world
    const text = () => ({ fr: this.sentence(world), en: this.sentence(world) })
    const named = posts.filter(() => random.chance(0.5)).map(({ id }) => id)
    const post = random.pick(posts)
    return Slide.parse({
      id: random.hex(12),
      title: text(),
      body: { fr: `# ${text().fr}\n\n- **${text().fr}**`, en: `- ${text().en}` },
      notes: `Note ${this.word()}`,
      frozenOn: random.pick([null, DAYS[0]]),
      view: {
        camera: { center: post.position, zoom: 16 },
        layers: [...SLIDE_LAYERS],
        posts: random.pick([
          {},
          { postIds: named },
          { moughataa: post.moughataa! },
          { kind: 'river' as const },
          { donorId: random.pick(world.donorIds) },
        ]),
        coverage: { minutes: 60 },
        missionId: random.uuid(),
        selectedPostId: post.id,
        compareOn: random.pick([null, DAYS[0]]),
        replay: random.pick([null, { from: '2026-03', to: '2026-06' }]),
        href: `/posts/${post.id}?q=${this.word()}`,
      },
      content: world.content,
      sources: [text()],
    })
  }

  /** One of each, and figures in groups. */
  contents({
    contracts,
    photos,
  }: {
    contracts: readonly ContractFact[]
    photos: readonly PhotoFact[]
  }): SlideContent[] {
    const random = this.#random
    const [before, after] = [random.pick(photos).ref, random.pick(photos).ref]
    const shuffled = [...FIGURES].sort(() => random.next() - 0.5)
    return [
      ...[0, 5, 10].map((from) => ({ kind: 'figures' as const, figures: shuffled.slice(from, from + 5) })),
      ...CHARTS.map((chart) => ({ kind: 'chart' as const, chart, contractId: random.pick(contracts).id })),
      ...TABLES.map((table) => ({ kind: 'table' as const, table })),
      { kind: 'photo', photo: before },
      { kind: 'photo-pair', before, after },
    ]
  }

  /** What authors type: names, firms, amounts as they are written, places and addresses of the app. */
  sentence({
    posts,
    contracts,
    gone,
  }: {
    posts: readonly PostFact[]
    contracts: readonly ContractFact[]
    gone: readonly string[]
  }): string {
    const random = this.#random
    const post = random.pick(posts)
    const contract = random.pick(contracts)
    const [lon, lat] = post.position!
    const thing = random.pick([
      post.name!,
      post.name!.toUpperCase(),
      post.name!.normalize('NFD').replace(/\p{M}/gu, ''),
      post.name!.replace(' ', '\u00a0'),
      `${post.name![0]}**${post.name!.slice(1)}**`,
      post.aliases[0]!,
      post.nameAr!,
      random.pick(gone),
      contract.contractor!,
      contract.reference!,
      contract.title!,
      writtenAmount(random, contract.amountMinor! / 100),
      `${lat}, ${lon}`,
      `https://example.org/carte?lat=${lat}&lon=${lon}`,
      `https://example.org/?q=${encodeURIComponent(post.name!)}`,
      `/posts/${post.id}`,
    ])
    return `Le point ${thing} avance`
  }

  #isNew(text: string): boolean {
    if (this.#taken.has(text)) return false
    this.#taken.add(text)
    return true
  }
}

function writtenAmount(random: Random, amount: number): string {
  const group = random.pick(['', ' ', '\u00a0', '\u202f', '.', ','])
  const whole = String(Math.floor(amount)).replace(/\B(?=(\d{3})+$)/g, group)
  const decimals = (amount % 1).toFixed(2).slice(2)
  return random.pick([whole, `${whole}${group === ',' ? '.' : ','}${decimals}`, `${whole} MRU`])
}
