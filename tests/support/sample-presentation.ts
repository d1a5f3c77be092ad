import type { Presentation } from '@borne/api/contracts/briefings'
import { arrangeSlide } from '../../api/src/features/briefings/export/arrange-slide.ts'
import type { Pictures } from '../../api/src/features/briefings/export/pictures.ts'
import { drawPlain } from './draw-plain.ts'
import { PHOTO } from './photo.ts'

type Slide = Presentation['slides'][number]
type MapState = NonNullable<Slide['map']>['states'][number]
type Content = NonNullable<Slide['content']>
type PresentedPost = MapState['posts'][number]

const both = (text: string) => ({ fr: text, en: text })
const NONE = both('')
const SOURCE = { fr: 'Registre des postes, 28 nov. 2026', en: 'Register of posts, 28 Nov 2026' }

export const SAMPLE_POSTS: readonly PresentedPost[] = [
  post('p1', 'Gouraye', 'operational', null, [-12.44, 14.88]),
  post('p2', 'Khabou', 'under-works', 62, [-12.16, 14.78]),
  post('p3', 'Ould Yengé', 'planned', null, [-11.71, 15.54]),
  post('p4', 'Ghabou', 'suspended', null, [-12.08, 14.96]),
  post('p5', 'Sélibaby', 'closed', null, [-12.18, 15.16]),
]

function post(
  id: string,
  name: string,
  status: PresentedPost['status'],
  progressPercent: number | null,
  position: [number, number],
): PresentedPost {
  return { id, name, nameAr: null, status, progressPercent, position, precisionMetres: 0, isArchived: false }
}

export const SAMPLE_STATE: MapState = {
  label: NONE,
  posts: [...SAMPLE_POSTS],
  selectedPostId: null,
  border: [],
  bands: null,
  gaps: [],
  closures: [],
  mission: null,
  plaques: [],
}

function slide(number: number, title: string, parts: Partial<Slide>): Slide {
  return {
    id: `s${number}`,
    title: both(title),
    body: NONE,
    notes: `À dire devant « ${title} »`,
    seconds: null,
    on: '2026-11-28',
    isFrozen: false,
    isOfArchived: false,
    map: null,
    content: null,
    alternative: {
      fr: `Ce que montre « ${title} », en toutes lettres.`,
      en: `What “${title}” shows, in words.`,
    },
    sources: [SOURCE],
    ...parts,
  }
}

function mapOf(...states: MapState[]): NonNullable<Slide['map']> {
  return { camera: { center: [-12.1, 15.2], zoom: 8 }, hide: [], move: 'fly', states, replay: null }
}

const FIGURES: Content = {
  kind: 'figures',
  figures: [
    figure('Postes opérationnels', 7, 'count', ''),
    figure('Frontière à moins d’une heure', 61.4, 'percent', 'avec les pistes de saison sèche'),
    figure('Habitants desservis', 412_000, 'people', 'de 312 000 à 468 000'),
    figure('Engagé', 5_600_000, 'MRU', ''),
    figure('Payé', null, 'MRU', ''),
  ],
}

function figure(
  label: string,
  value: number | null,
  unit: 'count' | 'percent' | 'people' | 'MRU',
  note: string,
) {
  return { label: both(label), value, unit, note: both(note), source: SOURCE }
}

const BY_STATUS: Content = {
  kind: 'chart',
  chart: {
    kind: 'column',
    title: both('Postes par état'),
    unit: 'count',
    categories: ['janv. 2026', 'avr. 2026', 'juil. 2026', 'oct. 2026'].map(both),
    isDated: false,
    series: [
      { name: both('Prévus'), role: 'planned', values: [6, 5, 3, 2] },
      { name: both('En travaux'), role: 'under-works', values: [3, 4, 5, 4] },
      { name: both('Opérationnels'), role: 'operational', values: [7, 7, 8, 10] },
    ],
    source: SOURCE,
  },
}

const CURVE: Content = {
  kind: 'chart',
  chart: {
    kind: 'line',
    title: both('Avancement du marché M-2026-01'),
    unit: 'percent',
    categories: ['2026-01-15', '2026-03-15', '2026-06-15', '2026-09-15', '2026-11-28', '2027-02-28'].map(
      both,
    ),
    isDated: true,
    series: [
      { name: both('Prévu'), role: 'planned', values: [0, 18, 45, 72, 92, 100] },
      { name: both('Réalisé'), role: 'actual', values: [0, 11, 36, 58, 70, null] },
      { name: both('Payé'), role: 'paid', values: [20, 20, 38, 52, 61, null] },
      { name: both('Projection'), role: 'forecast', values: [null, null, null, null, 70, 94] },
    ],
    source: SOURCE,
  },
}

const BY_SEGMENT: Content = {
  kind: 'chart',
  chart: {
    kind: 'bar',
    title: both('Frontière couverte par tronçon'),
    unit: 'kilometres',
    categories: ['Fleuve, face au Sénégal', 'Fleuve, face au Mali', 'Karakoro, face au Mali'].map(both),
    isDated: false,
    series: [
      { name: both('À portée'), role: 'plain', values: [88.2, 31.6, 74] },
      { name: both('Hors de portée'), role: 'forecast', values: [14.1, 9.3, 121.5] },
    ],
    source: SOURCE,
  },
}

const TABLE: Content = {
  kind: 'table',
  table: {
    title: both('Travaux en cours'),
    columns: [
      { label: both('Poste'), unit: null },
      { label: both('Entreprise'), unit: null },
      { label: both('Avancement'), unit: 'percent' },
      { label: both('Montant'), unit: 'MRU' },
    ],
    rows: [
      [both('Khabou'), both('Sahel Bâtiment & Fils <SARL>'), 62, 5_600_000],
      [both('Ould Yengé'), null, 8.5, 4_250_000],
      [both('Ghabou'), both('Fleuve Travaux'), null, null],
    ],
    leftOutCount: 4,
    source: SOURCE,
  },
}

function photo(asset: string, caption: string, takenOn: string | null) {
  return { asset, widthPixels: 1300, heightPixels: 650, caption: both(caption), takenOn }
}

const PAIR: Content = {
  kind: 'photo-pair',
  before: photo('a1.jpg', 'Terrain nu', '2026-02-03'),
  after: photo('a2.jpg', 'Toiture posée', '2026-11-02'),
}

const BODY = {
  fr: `## Où en sommes-nous

Le poste de **Khabou** avance : *62 %* des travaux sont faits.

- Gros œuvre terminé
- Toiture posée
  - reste l’étanchéité
- Forage : [voir le rapport](https://example.org/rapport)

1. Réception en mars
2. Inauguration en avril`,
  en: `## Where we are

Works at **Khabou** advance: *62%* is done.

- Structure finished
- Roof on
- Borehole: [see the report](https://example.org/report)`,
}

/** Words that would be markup, a formula or a way out, were they not told as words. */
export const HOSTILE = `<script>alert(1)</script> <img src=x onerror=alert(2)> &amp; ]]> </a:t></a:r> =cmd|' /C calc'!A0 \u0001\u000b\ufffe "'\`
[lien](javascript:alert(3)) ![i](https://example.org/x.png) {{7*7}} \${7*7} %00 ../../etc/passwd`

const SLIDES: readonly Slide[] = [
  slide(1, 'Les postes du Guidimakha', { map: mapOf(SAMPLE_STATE), body: BODY }),
  slide(2, 'Chiffres du mois', { map: mapOf(SAMPLE_STATE), content: FIGURES }),
  slide(3, 'Un an de chantiers', { content: BY_STATUS, body: both('Deux postes ouverts **depuis avril**.') }),
  slide(4, 'Khabou contre son planning', { map: mapOf(SAMPLE_STATE), content: CURVE, isFrozen: true }),
  slide(5, 'La frontière à portée', { map: mapOf(SAMPLE_STATE), content: BY_SEGMENT }),
  slide(6, 'Marchés', { content: TABLE, body: both('Montants hors taxes.') }),
  slide(7, 'Avant, après', {
    content: PAIR,
    body: both('Neuf mois entre les deux vues.'),
    isOfArchived: true,
  }),
  slide(8, 'Le chantier en novembre', {
    content: { kind: 'photo', photo: photo('a2.jpg', 'Toiture posée', '2026-11-02') },
  }),
  slide(9, 'De juin à novembre', {
    map: mapOf(
      { ...SAMPLE_STATE, label: { fr: 'juin 2026', en: 'June 2026' } },
      { ...SAMPLE_STATE, label: { fr: 'nov. 2026', en: 'Nov 2026' } },
    ),
    body: both('La carte de juin et celle de novembre.'),
  }),
  slide(10, 'La carte seule', { map: mapOf(SAMPLE_STATE) }),
  slide(11, 'Ce qui suit', { body: BODY }),
  slide(12, `Essai ${HOSTILE}`.slice(0, 190), { body: both(HOSTILE) }),
]

/** Twelve slides with every kind of content, as one makes them for oneself. */
export function samplePresentation(): Presentation {
  return {
    format: 1,
    title: { fr: 'Visite du bailleur, novembre 2026', en: 'Donor visit, November 2026' },
    madeAt: '2026-11-28T09:30:00.000Z',
    audience: { kind: 'own', name: { fr: 'Présentation interne', en: 'Own presentation' } },
    isDemonstration: true,
    slides: structuredClone([...SLIDES]),
    logos: [
      { donor: both('Bailleur A'), asset: 'a3.png', widthPixels: 300, heightPixels: 100, scale: 1 },
      { donor: both('Bailleur B'), asset: 'a4.svg', widthPixels: 120, heightPixels: 120, scale: 0.8 },
    ],
    credits: [
      { fr: 'Financé par le bailleur A et le bailleur B', en: 'Funded by donor A and donor B' },
      {
        fr: '© les contributeurs d’OpenStreetMap, ODbL 1.0',
        en: '© OpenStreetMap contributors, ODbL 1.0',
      },
    ],
  }
}

const LOGO_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120"><circle cx="60" cy="60" r="58" fill="#0f5c8c"/></svg>'

/** What it shows; maps as plain colours unless they are left out, as where no Chromium draws them. */
export function samplePictures({ hasMaps = true } = {}): Pictures {
  const maps = new Map<string, readonly Buffer[]>()
  if (hasMaps)
    for (const slide of SLIDES)
      maps.set(
        slide.id,
        arrangeSlide(slide).maps.map(({ width, height }) => drawPlain(width, height, [214, 226, 220])),
      )
  const assets = new Map<string, Buffer>([
    ['a1.jpg', PHOTO],
    ['a2.jpg', PHOTO],
    ['a3.png', drawPlain(300, 100, [15, 92, 140])],
    ['a4.svg', Buffer.from(LOGO_SVG)],
  ])
  return { assets, maps }
}
