import { describe, expect, test } from 'vitest'
import { Presentation } from '../presentation-contract.ts'
import {
  CONTRACT,
  contractFact,
  coverageFact,
  DONOR,
  dayFacts,
  factsOf,
  GHABOU,
  GOURAYE,
  PHOTO,
  POSTS,
  postFact,
  slideOf,
  TODAY,
  WOMPOU,
} from './facts.fixture.ts'
import { makePresentation, OWN } from './make-presentation.ts'

const PUBLIC = { kind: 'public' as const, name: { fr: 'Public', en: 'Public' } }
const title = { fr: 'Visite', en: 'Visit' }

function present(slide = slideOf(), facts = factsOf(), audience: typeof OWN = OWN) {
  const made = makePresentation({ title, slides: [slide] }, facts, { audience })
  expect(Presentation.parse(made.presentation)).toEqual(made.presentation)
  const [presented] = made.presentation.slides
  if (!presented) throw new Error('No slide')
  return { ...made, slide: presented }
}

describe('a slide with a map', () => {
  test('shows the posts that its filter lets through, under names of its own', () => {
    const { slide } = present(slideOf({ view: { posts: { statuses: ['under-works', 'operational'] } } }))
    const [state] = slide.map?.states ?? []
    expect(state?.posts.map(({ name, status }) => [name, status])).toEqual([
      ['Ghabou', 'operational'],
      ['Gouraye', 'under-works'],
    ])
    expect(state?.posts.map(({ id }) => id)).toEqual(['p2', 'p1'])
    expect(state?.border).toHaveLength(1)
    expect(state?.bands).toBeNull()
  })

  test('colours the border in bands, with gaps, where coverage is measured', () => {
    const facts = factsOf({ coverage: new Map([['abc123', coverageFact()]]) })
    const { slide } = present(slideOf({ view: { layers: ['coverage', 'gaps'] } }), facts)
    expect(slide.map?.states[0]).toMatchObject({ bands: [30, 60], border: [{ band: 0 }], posts: [] })
    expect(slide.map?.states[0]?.gaps).toHaveLength(1)
    expect(slide.alternative.fr).toContain('50,0\u00a0km sur 200\u00a0km (25\u202f%)')
    expect(slide.alternative.en).toContain('50.0\u00a0km of 200\u00a0km (25%)')
  })

  test('compares with an earlier day in two labelled states', () => {
    const before = dayFacts('2026-01-31', {
      posts: POSTS.map((post) => ({ ...post, status: 'planned', progressPercent: null })),
    })
    const facts = factsOf({
      days: new Map([
        ['2026-01-31', before],
        [TODAY, dayFacts(TODAY)],
      ]),
    })
    const { slide } = present(slideOf({ view: { compareOn: '2026-01-31' } }), facts)
    expect(slide.map?.states.map(({ label }) => label.fr)).toEqual(['31 janv. 2026', '28 nov. 2026'])
    expect(slide.map?.states[0]?.posts.every(({ status }) => status === 'planned')).toBe(true)
    expect(slide.alternative.fr).toContain('Elle se compare au 31 janv. 2026')
  })

  test('replays months of its posts', () => {
    const facts = factsOf({
      days: new Map([
        ['2026-10-31', dayFacts('2026-10-31')],
        [TODAY, dayFacts(TODAY)],
      ]),
    })
    const { slide } = present(slideOf({ view: { replay: { from: '2026-10', to: '2026-12' } } }), facts)
    expect(slide.map?.replay?.map(({ month, posts }) => [month, posts.length])).toEqual([
      ['2026-10', 3],
      ['2026-11', 3],
    ])
  })

  test('marks a post that was archived since, and leaves it out where it is not named', () => {
    const archived = postFact({ id: GHABOU, name: 'Ghabou', isArchived: true })
    const facts = factsOf({ days: new Map([[TODAY, dayFacts(TODAY, { posts: [archived] })]]) })
    expect(present(slideOf(), facts).slide.map?.states[0]?.posts).toEqual([])
    const named = present(slideOf({ view: { posts: { postIds: [GHABOU] } } }), facts).slide
    expect(named.isOfArchived).toBe(true)
    expect(named.alternative.fr).toContain('Retiré du registre depuis\u202f: Ghabou.'.replace('\u202f', ' '))
  })
})

describe('what stands beside the text', () => {
  const contentOf = (content: object, facts = factsOf()) =>
    present(slideOf({ content: content as never }), facts).slide

  test('figures: sums by currency, shares, and a dash for what is not known', () => {
    const figures = ['posts-operational', 'amount-committed', 'amount-paid', 'border-share', 'plaques-seen']
    const { content, alternative } = contentOf({ kind: 'figures', figures })
    expect(content).toMatchObject({
      figures: [
        { value: 1, unit: 'count' },
        { value: 1_000_000, unit: 'MRU' },
        { value: 250_000, unit: 'MRU' },
        { value: null, unit: 'percent' },
        { value: 1, note: { fr: 'sur 2', en: 'of 2' } },
      ],
    })
    expect(alternative.fr).toContain('Part de la frontière à portée\u00a0: —.')
  })

  test('an amount that is withheld makes the sum unknown, not smaller', () => {
    const facts = factsOf({
      days: new Map([
        [
          TODAY,
          dayFacts(TODAY, { contracts: [contractFact(), contractFact({ id: DONOR, amountMinor: null })] }),
        ],
      ]),
    })
    const { content } = contentOf({ kind: 'figures', figures: ['posts-planned', 'amount-committed'] }, facts)
    expect(content).toMatchObject({ figures: [{ value: 1 }, { value: null }] })
  })

  test('figures of which none may be told are no content', () => {
    const facts = factsOf({ days: new Map() })
    expect(
      contentOf({ kind: 'figures', figures: ['posts-operational', 'amount-paid'] }, facts).content,
    ).toBeNull()
  })

  test('charts of status, progress, works and segments', () => {
    const facts = factsOf({ coverage: new Map([['abc123', coverageFact()]]) })
    expect(contentOf({ kind: 'chart', chart: 'posts-by-status' }).content).toMatchObject({
      chart: { series: [{ role: 'operational' }, { role: 'under-works' }, { role: 'planned' }] },
    })
    expect(contentOf({ kind: 'chart', chart: 'progress-by-post' }).content).toMatchObject({
      chart: { categories: [{ fr: 'Gouraye' }], series: [{ values: [40] }] },
    })
    expect(contentOf({ kind: 'chart', chart: 's-curve', contractId: CONTRACT }).content).toMatchObject({
      chart: {
        series: [
          { role: 'planned', values: [10, 30] },
          { role: 'actual', values: [5, 20] },
        ],
      },
    })
    expect(contentOf({ kind: 'chart', chart: 'border-by-segment' }, facts).content).toMatchObject({
      chart: { series: [{ values: [40, 10] }, { values: [80, 70] }] },
    })
    expect(contentOf({ kind: 'chart', chart: 'coverage-by-season' }, facts).content).toBeNull()
    const two = factsOf({
      coverage: new Map([
        ['abc123', coverageFact()],
        ['other', coverageFact({ on: '2026-08-15', reachedMetres: 20_000 })],
      ]),
    })
    expect(contentOf({ kind: 'chart', chart: 'coverage-by-season' }, two).content).toMatchObject({
      chart: { series: [{ values: [50, 20] }, { values: [150, 180] }] },
    })
  })

  test('posts over the months that are known', () => {
    const facts = factsOf({
      days: new Map([
        ['2026-10-31', dayFacts('2026-10-31', { posts: POSTS.slice(0, 1) })],
        [TODAY, dayFacts(TODAY)],
      ]),
    })
    expect(contentOf({ kind: 'chart', chart: 'posts-over-time' }, facts).content).toMatchObject({
      chart: {
        isDated: true,
        categories: [{ fr: '2026-10-31' }, { fr: TODAY }],
        series: [
          { role: 'operational', values: [0, 1] },
          { role: 'under-works', values: [0, 1] },
          { role: 'planned', values: [1, 1] },
        ],
      },
    })
  })

  test('tables without the columns of which nothing may be told', () => {
    const posts = contentOf({ kind: 'table', table: 'posts' }).content
    expect(posts).toMatchObject({
      table: {
        columns: [
          { label: { fr: 'Poste' } },
          { label: { fr: 'Moughataa' } },
          { label: { fr: 'État' } },
          { label: { fr: 'Depuis' } },
          { label: { fr: 'Avancement' }, unit: 'percent' },
        ],
      },
    })
    expect(contentOf({ kind: 'table', table: 'milestones' }).content).toMatchObject({
      table: {
        rows: [
          [{ fr: '1er sept. 2026' }, { fr: 'Toiture' }, { fr: 'Poste de Gouraye' }, { fr: 'En retard' }],
        ],
      },
    })
    const milestones = [
      { name: 'Peinture', on: TODAY, isDone: false },
      { name: 'Fouilles', on: '2026-02-01', isDone: true },
      { name: 'Essais', on: null, isDone: false },
    ]
    const ahead = factsOf({
      days: new Map([[TODAY, dayFacts(TODAY, { contracts: [contractFact({ milestones })] })]]),
    })
    expect(contentOf({ kind: 'table', table: 'milestones' }, ahead).content).toMatchObject({
      table: {
        rows: [
          [{}, { fr: 'Peinture' }, {}, { fr: 'À venir' }],
          [null, { fr: 'Essais' }, {}, { fr: 'À venir' }],
          [{}, { fr: 'Fouilles' }, {}, { fr: 'Fait' }],
        ],
      },
    })
    expect(contentOf({ kind: 'table', table: 'visibility' }).content).toMatchObject({
      table: { rows: [[{ fr: 'Ghabou' }, { fr: 'Bailleur A' }, { fr: 'Vue' }, { fr: '2 mai 2026' }], {}] },
    })
    expect(contentOf({ kind: 'table', table: 'works' }).content).toMatchObject({ table: { rows: [{}] } })
  })

  test('photos by names of their own; of a pair that is half withheld, the other half', () => {
    const { slide, assets } = present(
      slideOf({ content: { kind: 'photo', photo: { of: 'post', id: PHOTO } }, view: null }),
    )
    expect(slide.content).toMatchObject({ photo: { asset: 'a1.webp', takenOn: '2026-04-02' } })
    expect(assets.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['a1.webp', 'image/webp'],
      ['a2.svg', 'image/svg+xml'],
    ])
    const pair = { kind: 'photo-pair', before: { of: 'works', id: PHOTO }, after: { of: 'post', id: PHOTO } }
    expect(contentOf(pair).content).toMatchObject({ kind: 'photo' })
    expect(contentOf({ kind: 'photo', photo: { of: 'works', id: PHOTO } }).content).toBeNull()
  })
})

describe('who is named', () => {
  test('the donors of what is shown, by rank, then the data', () => {
    const { presentation } = present()
    expect(presentation.credits.map(({ fr }) => fr.slice(0, 23))).toEqual([
      'Financé par le bailleur',
      'Financé par le bailleur',
      'Carte et frontière : © ',
      'Postes : registre Borne',
    ])
    expect(presentation.logos).toEqual([
      expect.objectContaining({ donor: { fr: 'Bailleur A', en: 'Donor A' }, asset: 'a1.svg', scale: 1 }),
    ])
    const ofOne = present(slideOf({ view: { posts: { postIds: [WOMPOU] } } })).presentation
    expect(ofOne.credits[0]?.en).toBe('Funded by donor B')
    expect(ofOne.logos).toEqual([])
  })
})

describe('what is never told', () => {
  const noted = slideOf({
    notes: 'Ne pas dire',
    body: {
      fr: `Voir [le poste](https://borne.example/posts/${GOURAYE}?on=2026-01-01) et ${GHABOU}`,
      en: `See /posts/${WOMPOU} now`,
    },
    sources: [{ fr: `Marché ${CONTRACT}`, en: '' }],
    view: { selectedPostId: GOURAYE, posts: { donorId: DONOR }, href: `/posts/${GOURAYE}` },
    content: { kind: 'photo', photo: { of: 'post', id: PHOTO } },
  })

  test('notes, but to whoever presents', () => {
    expect(present(noted).slide.notes).toBe('Ne pas dire')
    const { presentation } = present(noted, factsOf(), PUBLIC as never)
    expect(presentation.slides[0]?.notes).toBeNull()
    expect(JSON.stringify(presentation)).not.toContain('Ne pas dire')
  })

  test('ids of anything stored', () => {
    const facts = factsOf({ coverage: new Map([['abc123', coverageFact()]]) })
    const { slide, presentation } = present(noted, facts)
    const text = JSON.stringify(presentation)
    for (const id of [DONOR, GHABOU, GOURAYE, WOMPOU, CONTRACT, PHOTO, 'abc123', 'bb'.repeat(32)])
      expect(text).not.toContain(id)
    expect(slide.body).toEqual({ fr: 'Voir le poste et —', en: 'See — now' })
    expect(slide.map?.states[0]?.selectedPostId).toBe('p1')
  })

  test('a post without a name is numbered, and its number does not tell the order of names', () => {
    const posts = POSTS.map((post) => ({ ...post, name: null, progressPercent: null }))
    const facts = factsOf({ days: new Map([[TODAY, dayFacts(TODAY, { posts })]]) })
    const state = present(slideOf(), facts).slide.map?.states[0]
    expect(state?.posts.map(({ id, name }) => [id, name])).toEqual([
      ['p1', 'P1'],
      ['p2', 'P2'],
      ['p3', 'P3'],
    ])
    expect(state?.posts.every(({ progressPercent }) => progressPercent === null)).toBe(true)
  })
})
