import type { z } from 'zod'
import { typesetFrench } from '../../platform/typeset.ts'
import type { BRIEFING_TEMPLATES } from './contract.ts'
import { type Camera, Slide, type SlideContent, type SlideView, type Texts } from './slide-contract.ts'

export type BriefingTemplate = (typeof BRIEFING_TEMPLATES)[number]

/** The whole region between its rivers. */
export const REGION_CAMERA: z.infer<typeof Camera> = { center: [-12.16, 15.38], zoom: 7.7 }

/** A slide as a template says it; what it does not say is as the contract has it. */
interface SlideSketch {
  readonly title: Texts
  readonly body: Texts
  readonly notes?: string
  readonly view?: Omit<z.input<typeof SlideView>, 'camera'>
  readonly content?: SlideContent
}

/** Slides to begin with: they ask for figures and hold none. For a donor they show its posts and works; coverage is of all posts. */
export function slidesOfTemplate(template: BriefingTemplate, donorId: string | null): Slide[] {
  return TEMPLATES[template].map(({ title, body, ...sketch }, index) => {
    const view = donorId ? viewFor(donorId, sketch) : sketch.view
    return Slide.parse({
      ...sketch,
      title: typeset(title),
      body: typeset(body),
      id: `s${index + 1}`,
      view: view ? { camera: REGION_CAMERA, ...view } : null,
    })
  })
}

function viewFor(
  donorId: string,
  { view, content }: Pick<SlideSketch, 'view' | 'content'>,
): SlideSketch['view'] {
  if (view?.coverage || (!view && !content)) return view
  const shown = view ?? { layers: [...posts.layers] }
  return { ...shown, posts: { ...shown.posts, donorId } }
}

const typeset = ({ fr, en }: Texts): Texts => ({ fr: typesetFrench(fr), en })

const posts = { layers: ['border', 'posts'] } as const satisfies Pick<SlideView, 'layers'>
const OPENING: SlideSketch = {
  title: { fr: 'La frontière et ses postes', en: 'The border and its posts' },
  body: {
    fr: 'Le Guidimakha touche le Sénégal et le Mali. La carte montre chaque poste et son état à ce jour.',
    en: 'Guidimakha borders Senegal and Mali. The map shows every post and its state today.',
  },
  view: { layers: [...posts.layers] },
  content: { kind: 'figures', figures: ['posts-operational', 'posts-under-works', 'posts-planned'] },
}
const PROGRESS: SlideSketch = {
  title: { fr: 'Où en sont les chantiers', en: 'Where the works stand' },
  body: {
    fr: 'L’avancement physique de chaque poste en travaux, d’après les derniers constats.',
    en: 'Physical progress of each post under works, from the latest reports.',
  },
  view: { layers: [...posts.layers], posts: { statuses: ['under-works'] } },
  content: { kind: 'chart', chart: 'progress-by-post' },
}
const COVERAGE: SlideSketch = {
  title: { fr: 'La frontière à portée', en: 'The border in reach' },
  body: {
    fr: 'La part de la frontière qu’une patrouille atteint en une heure de route depuis un poste opérationnel.',
    en: 'The share of the border that a patrol reaches within an hour’s drive of an operational post.',
  },
  view: { layers: ['border', 'posts', 'coverage'], coverage: { minutes: 60 } },
  content: { kind: 'figures', figures: ['border-in-reach', 'border-total', 'border-share'] },
}
const MILESTONES: SlideSketch = {
  title: { fr: 'Les prochaines étapes', en: 'The next steps' },
  body: {
    fr: 'Les jalons et les réceptions à venir, dans l’ordre de leurs dates.',
    en: 'Coming milestones and receptions, in the order of their dates.',
  },
  content: { kind: 'table', table: 'milestones' },
}
const VISIBILITY: SlideSketch = {
  title: { fr: 'La visibilité du bailleur', en: 'The donor’s visibility' },
  body: {
    fr: 'Où la plaque a été vue, et où elle manque encore.',
    en: 'Where the plaque was seen, and where it is still missing.',
  },
  view: { layers: ['border', 'posts', 'visibility'] },
  content: { kind: 'table', table: 'visibility' },
}
const THANKS: SlideSketch = {
  title: { fr: 'Merci', en: 'Thank you' },
  body: { fr: 'Vos questions.', en: 'Your questions.' },
}

const TEMPLATES: Readonly<Record<BriefingTemplate, readonly SlideSketch[]>> = {
  empty: [],
  'donor-visit': [
    {
      title: { fr: 'Bienvenue', en: 'Welcome' },
      body: {
        fr: 'Ce que votre appui change à la frontière, et ce que vous verrez pendant la visite.',
        en: 'What your support changes at the border, and what you will see during the visit.',
      },
      notes: 'Nommer la délégation et dire l’ordre de la journée.',
      view: { layers: ['border'], move: 'jump' },
    },
    OPENING,
    PROGRESS,
    COVERAGE,
    {
      title: { fr: 'Le parcours de la visite', en: 'The way of the visit' },
      body: {
        fr: 'Choisissez la mission de la visite sur la carte de cette vue : la carte en montre les étapes.',
        en: 'Choose the mission of the visit in the view of this slide: the map shows its stops.',
      },
      view: { layers: ['border', 'posts', 'mission'], move: 'tour' },
    },
    VISIBILITY,
    MILESTONES,
    THANKS,
  ],
  'steering-committee': [
    OPENING,
    {
      title: { fr: 'L’état des postes depuis un an', en: 'The state of the posts over a year' },
      body: {
        fr: 'Combien de postes sont prévus, en travaux et opérationnels, mois par mois.',
        en: 'How many posts are planned, under works and operational, month by month.',
      },
      content: { kind: 'chart', chart: 'posts-over-time' },
    },
    PROGRESS,
    {
      title: { fr: 'Les marchés', en: 'The contracts' },
      body: {
        fr: 'L’avancement, les dates et les retards de chaque marché de travaux.',
        en: 'Progress, dates and delays of each works contract.',
      },
      content: { kind: 'table', table: 'works' },
    },
    {
      title: { fr: 'L’argent', en: 'The money' },
      body: {
        fr: 'Ce qui est engagé, ce qui est payé, et combien de marchés sont en retard.',
        en: 'What is committed, what is paid, and how many contracts are late.',
      },
      content: {
        kind: 'figures',
        figures: ['amount-committed', 'amount-paid', 'contracts-open', 'contracts-late'],
      },
    },
    COVERAGE,
    {
      title: { fr: 'Les décisions demandées', en: 'Decisions that are asked for' },
      body: {
        fr: '- Décision 1 : …\n- Décision 2 : …',
        en: '- Decision 1: …\n- Decision 2: …',
      },
      notes: 'Une ligne par décision, avec sa date limite.',
    },
    MILESTONES,
  ],
  inauguration: [
    {
      title: { fr: 'Un poste ouvre', en: 'A post opens' },
      body: {
        fr: 'Choisissez le poste sur la carte de cette vue : la carte vole jusqu’à lui.',
        en: 'Choose the post in the view of this slide: the map flies to it.',
      },
      view: { layers: [...posts.layers] },
    },
    {
      title: { fr: 'Avant, après', en: 'Before, after' },
      body: {
        fr: 'Choisissez la paire de photos : le site avant les travaux, et le poste aujourd’hui.',
        en: 'Choose the pair of photos: the site before the works, and the post today.',
      },
    },
    COVERAGE,
    {
      ...OPENING,
      title: { fr: 'Un poste parmi les autres', en: 'One post among the others' },
    },
    VISIBILITY,
    {
      title: { fr: 'Merci à ceux qui l’ont rendu possible', en: 'Thanks to those who made it possible' },
      body: {
        fr: 'Nommez ici l’autorité, l’entreprise et les bailleurs.',
        en: 'Name the authority, the contractor and the donors here.',
      },
    },
  ],
  'monthly-progress': [
    OPENING,
    PROGRESS,
    {
      title: { fr: 'Les marchés ce mois-ci', en: 'The contracts this month' },
      body: {
        fr: 'Chaque marché de travaux : son avancement, sa fin prévue et son retard.',
        en: 'Each works contract: its progress, its planned end and its delay.',
      },
      content: { kind: 'table', table: 'works' },
    },
    {
      title: { fr: 'Ce que change la saison', en: 'What the season changes' },
      body: {
        fr: 'La frontière à portée en saison sèche et en saison des pluies.',
        en: 'The border in reach in the dry and in the rainy season.',
      },
      view: { layers: ['border', 'posts', 'coverage'], coverage: { minutes: 60 } },
      content: { kind: 'chart', chart: 'coverage-by-season' },
    },
    MILESTONES,
  ],
}
