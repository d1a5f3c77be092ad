import { describe, expect, test } from 'vitest'
import type { Facts, PostFact } from '../facts.ts'
import {
  contractFact,
  coverageFact,
  DONOR,
  donorFact,
  OTHER_DONOR,
  postFact,
} from '../present/facts.fixture.ts'
import { draftBriefing } from './draft-briefing.ts'
import { AFTER, BEFORE, type DraftPhoto } from './draft-scope.ts'

const [FROM, TO] = ['2026-05-01', '2026-11-28']
const idOf = (number: number) => `b0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = (number: number, given: Partial<PostFact>) =>
  postFact({ id: idOf(number), name: `Poste ${'ABCDEFGH'[number]}`, donorIds: [DONOR], ...given })

function factsOf(before: readonly PostFact[], after: readonly PostFact[], given: Partial<Facts> = {}): Facts {
  const day = (on: string, posts: readonly PostFact[]) => ({ on, posts, contracts: [], closures: [] })
  return {
    madeAt: `${TO}T10:00:00.000Z`,
    isDemonstration: false,
    donors: [donorFact()],
    days: new Map([
      [FROM, day(FROM, before)],
      [TO, day(TO, after)],
    ]),
    photos: [],
    border: [],
    coverage: new Map(),
    missions: new Map(),
    names: [],
    ...given,
  }
}

const draft = (facts: Facts, photos: readonly DraftPhoto[] = [], donorId: string | null = null) =>
  draftBriefing(facts, photos, { donorId, from: FROM, to: TO })

/** As one reads it: no-break spaces are spaces. */
const read = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const bodiesOf = (made: ReturnType<typeof draft>) =>
  made.slides.map(({ title, body }) => [read(title.fr), read(body.fr), read(body.en)] as const)

describe('a first version', () => {
  test('tells what opened, with its day and where the figure is from', () => {
    const before = [at(0, { status: 'planned' }), at(1, {}), at(2, { status: 'under-works' })]
    const after = [at(0, { statusSince: '2026-06-01' }), at(1, {}), at(2, { statusSince: '2026-09-12' })]
    const made = draft(factsOf(before, after))
    const [state, openings] = bodiesOf(made)
    expect(state).toEqual([
      'La frontière et ses postes',
      'Au 28 nov. 2026, 3 postes sont opérationnels et aucun n’est en travaux, sur 3 postes suivis.\n\nLe 1er mai 2026, 1 poste l’était.',
      'On 28 Nov 2026, 3 posts are operational and none is under works, of 3 posts followed.\n\nOn 1 May 2026, 1 post was.',
    ])
    expect(openings).toEqual([
      'Les postes qui ont ouvert',
      'Deux postes sont devenus opérationnels entre le 1er mai 2026 et le 28 nov. 2026.\n\n- **Poste A**, opérationnel depuis le 1er juin 2026\n- **Poste C**, opérationnel depuis le 12 sept. 2026',
      'Two posts became operational between 1 May 2026 and 28 Nov 2026.\n\n- **Poste A**, operational since 1 Jun 2026\n- **Poste C**, operational since 12 Sept 2026',
    ])
    expect(made.slides[1]?.view).toMatchObject({
      compareOn: FROM,
      posts: { postIds: [idOf(0), idOf(2)] },
    })
    for (const { sources, frozenOn } of made.slides) {
      expect(sources.map(({ fr }) => fr)).toContain('Registre des postes, au 28 nov. 2026')
      expect(frozenOn).toBe(TO)
    }
  })

  test('tells what advanced from and to, what fell, what stood still and what was halted', () => {
    const works = (number: number, progressPercent: number | null) =>
      at(number, { status: 'under-works', progressPercent })
    const before = [
      works(0, 20.2),
      works(1, 40),
      works(2, 30.1),
      at(3, { status: 'planned' }),
      works(4, 50),
      at(5, {}),
    ]
    const after = [
      works(0, 46.4),
      works(1, 35),
      works(2, 30.4),
      works(3, 12),
      works(4, 51),
      at(5, { status: 'suspended', statusSince: '2026-08-15' }),
    ]
    const made = draft(factsOf(before, after))
    expect(bodiesOf(made)[1]?.[1]).toBe(
      [
        'Trois chantiers ont avancé entre le 1er mai 2026 et le 28 nov. 2026.',
        '- **Poste A** : de 20 % à 46 %\n- **Poste D** : travaux commencés, avancement de 12 %\n- **Poste E** : de 50 % à 51 %\n- **Poste B** : de 40 % à 35 %, à la baisse',
        'Sans avancement nouveau dans les données : Poste C.',
        'Le poste Poste F est suspendu depuis le 15 août 2026.',
      ].join('\n\n'),
    )
    expect(made.slides[1]?.content).toEqual({ kind: 'chart', chart: 'progress-by-post' })
    expect(made.slides[1]?.body.fr).toContain('\u202f: de 20\u202f% à')
  })

  test('takes progress from the reports of the one contract that runs, and tells what was received', () => {
    const posts = [
      at(0, { status: 'under-works', progressPercent: 0 }),
      at(1, {}),
      at(2, { status: 'under-works', progressPercent: null }),
    ]
    const work = (number: number, given: object) =>
      contractFact({ id: idOf(90 + number), postIds: [idOf(number)], milestones: [], endsOn: null, ...given })
    const facts = factsOf(posts, posts)
    const days = new Map([
      [
        FROM,
        {
          ...facts.days.get(FROM)!,
          contracts: [
            work(0, { physicalPercent: 34.6 }),
            work(2, { stage: 'signature', physicalPercent: 0 }),
          ],
        },
      ],
      [
        TO,
        {
          ...facts.days.get(TO)!,
          contracts: [
            work(0, { physicalPercent: 78.2 }),
            work(1, { stage: 'provisionally-accepted', receivedOn: '2026-07-13', physicalPercent: 100 }),
            work(2, { physicalPercent: 37 }),
          ],
        },
      ],
    ])
    const made = draft({ ...facts, days })
    expect(bodiesOf(made)[1]?.[1].split('\n\n')).toEqual([
      'Deux chantiers ont avancé entre le 1er mai 2026 et le 28 nov. 2026.',
      '- **Poste A** : de 35 % à 78 %\n- **Poste C** : travaux commencés, avancement de 37 %',
      'Travaux reçus : Poste B (13 juil. 2026).',
    ])
    // The register states 0 %: a chart of it would say otherwise.
    expect(made.slides[1]?.content).toBeNull()
  })

  test('tells the coverage gained, lost, kept, and where it could not be measured before', () => {
    const reach = (reachedMetres: number) => coverageFact({ reachedMetres, borderMetres: 200_000 })
    const told = (before: number | null, after: number, status: PostFact['status'] = 'operational') => {
      const coverage = new Map([[AFTER, reach(after)]])
      if (before !== null) coverage.set(BEFORE, reach(before))
      const made = draft(factsOf([at(0, { status })], [at(0, { status })], { coverage }))
      const slide = made.slides.find(({ title }) => title.en === 'The border in reach')
      return read(slide?.body.fr ?? '').split('\n\n')
    }
    expect(told(50_000, 95_000)).toEqual([
      'Au 28 nov. 2026, depuis les postes opérationnels, une patrouille atteint en 60 minutes 95,0 km de frontière sur 200 km, soit 48 %.',
      'C’est 45,0 km de plus que le 1er mai 2026 (50,0 km, soit 25 %).',
    ])
    expect(told(95_000, 50_000)[1]).toMatch(/^C’est 45,0 km de moins que/)
    expect(told(50_000, 50_010)[1]).toBe('C’est autant que le 1er mai 2026.')
    expect(told(null, 50_000, 'planned')[1]).toBe(
      'Le 1er mai 2026, aucun de ces postes n’était opérationnel.',
    )
    expect(told(null, 50_000)[1]).toBeUndefined()
    const lost = draft(
      factsOf([at(0, {}), at(1, {})], [at(0, { status: 'under-works' }), at(1, { status: 'suspended' })], {
        coverage: new Map([
          [BEFORE, reach(95_000)],
          [AFTER, reach(50_000)],
        ]),
      }),
    )
    expect(read(lost.slides.at(-1)?.body.fr ?? '')).toMatch(
      /Ne comptent plus : Poste A \(en travaux\) et Poste B \(suspendu\)\.$/,
    )
  })

  test('tells the milestones and receptions to come in order, and those that are awaited', () => {
    const contract = (number: number, given: object) =>
      contractFact({ id: idOf(90 + number), postIds: [idOf(number)], ...given })
    const facts = factsOf([], [at(0, {}), at(1, {})])
    const contracts = [
      contract(0, {
        endsOn: '2027-03-01',
        milestones: [{ name: 'Toit *double*', on: '2027-01-15', isDone: false }],
      }),
      contract(1, { endsOn: '2026-10-31', milestones: [{ name: 'Murs', on: '2027-02-01', isDone: true }] }),
      contract(1, { endsOn: '2027-01-01', receivedOn: '2026-10-01' }),
      contract(1, { endsOn: '2027-01-02', stage: 'terminated' }),
    ]
    const days = new Map(facts.days).set(TO, { ...facts.days.get(TO)!, contracts })
    const made = draft({ ...facts, days })
    expect(bodiesOf(made).at(-1)).toEqual([
      'Les prochaines étapes',
      '- **15 janv. 2027** : Toit \\*double\\* (Poste A)\n- **1er mars 2027** : fin du délai des travaux (Poste A)\n\nDélai passé, réception attendue : Poste B (31 oct. 2026).',
      '- **15 Jan 2027**: Toit \\*double\\* (Poste A)\n- **1 Mar 2027**: works due to end (Poste A)\n\nTime is over, reception is awaited: Poste B (31 Oct 2026).',
    ])
  })

  test('for a donor names its posts and works alone, and no money', () => {
    const posts = [at(0, { status: 'planned' }), at(1, { status: 'planned', donorIds: [OTHER_DONOR] })]
    const facts = factsOf(
      posts,
      posts.map((post) => ({ ...post, status: 'operational' as const })),
    )
    const contracts = [
      contractFact({
        id: idOf(90),
        postIds: [idOf(0)],
        donorIds: [DONOR],
        endsOn: '2027-01-01',
        milestones: [],
      }),
      contractFact({ id: idOf(91), postIds: [idOf(0), idOf(1)], donorIds: [DONOR], endsOn: '2027-01-02' }),
      contractFact({ id: idOf(92), postIds: [idOf(1)], donorIds: [OTHER_DONOR], endsOn: '2027-01-03' }),
    ]
    const days = new Map(facts.days).set(TO, { ...facts.days.get(TO)!, contracts })
    const photo = photoOf(1, { postIds: [idOf(1)] })
    const made = draft({ ...facts, days }, [photo, { ...photo, takenOn: '2026-07-01' }], DONOR)
    const told = JSON.stringify(made)
    expect(read(made.title.fr)).toBe('Bailleur A : du 1er mai 2026 au 28 nov. 2026')
    expect(told).toContain('Poste A')
    for (const never of ['Poste B', idOf(1), '2 janv.', '3 janv.', 'MRU', 'amount', OTHER_DONOR])
      expect(told, never).not.toContain(never)
    for (const { view } of made.slides) if (view) expect(view.posts.donorId).toBe(DONOR)
  })

  test('says plainly that there is nothing', () => {
    const same = [at(0, {})]
    expect(bodiesOf(draft(factsOf(same, same)))[1]).toEqual([
      'Rien à signaler',
      'Entre le 1er mai 2026 et le 28 nov. 2026, les données ne montrent ni ouverture, ni avancement de travaux, ni étape à venir.',
      'Between 1 May 2026 and 28 Nov 2026, the data show no opening, no progress of works and no step to come.',
    ])
    const empty = draft(factsOf([], []), [], DONOR)
    expect(read(empty.slides[0]?.body.fr ?? '')).toBe(
      'Au 28 nov. 2026, le registre ne contient aucun poste de ce bailleur.',
    )
  })
})

function photoOf(number: number, given: Partial<DraftPhoto> = {}): DraftPhoto {
  return {
    ref: { of: 'works', id: idOf(50 + number) },
    postIds: [idOf(0)],
    caption: '',
    takenOn: '2026-05-10',
    widthPixels: 1600,
    heightPixels: 1200,
    sha256: 'a'.repeat(64),
    viewpoint: null,
    ...given,
  }
}

test('a pair of photos is of one viewpoint where there is one, and ends in the period', () => {
  const posts = [at(0, {}), at(1, {})]
  const photos = [
    photoOf(1, { takenOn: '2026-01-10' }),
    photoOf(2, { takenOn: '2026-02-10', viewpoint: 'nord' }),
    photoOf(3, { takenOn: '2026-09-10', viewpoint: 'nord' }),
    photoOf(4, { takenOn: '2026-10-10' }),
    photoOf(5, { takenOn: '2026-12-10', viewpoint: 'nord' }),
    photoOf(6, { takenOn: null, viewpoint: 'nord' }),
    // Of this post there is no second one in the period.
    photoOf(7, { takenOn: '2025-01-10', postIds: [idOf(1)] }),
    photoOf(8, { takenOn: '2025-02-10', postIds: [idOf(1)] }),
  ]
  const pairs = draft(factsOf(posts, posts), photos).slides.filter(
    ({ content }) => content?.kind === 'photo-pair',
  )
  expect(pairs.map(({ content, title }) => [content, read(title.fr)])).toEqual([
    [
      { kind: 'photo-pair', before: { of: 'works', id: idOf(52) }, after: { of: 'works', id: idOf(53) } },
      'Avant, après : Poste A',
    ],
  ])
  expect(read(pairs[0]?.sources[0]?.fr ?? '')).toBe('Photos du 10 févr. 2026 et du 10 sept. 2026')
})
