import type { Tell } from '../present/tell.ts'
import { postsSource, worksSource } from '../present/tell-source.ts'
import { type DraftScope, haltedIn, type PostChange } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { beginCount, bullets, paragraphs, plain, write } from './draft-words.ts'

const MOST_LINES = 10

interface Progress {
  readonly name: string
  /** Null: works had not begun, or how far they were is not known. */
  readonly was: number | null
  readonly is: number
  readonly isNew: boolean
}

/** What advanced, and what did not; null when there are no works and nothing was halted. */
export function progressSlide(scope: DraftScope): DraftSlide | null {
  const underWorks = scope.posts.filter(({ after }) => after.status === 'under-works')
  const halted = haltedIn(scope)
  if (underWorks.length + halted.length === 0) return null
  const moved = underWorks.flatMap(progressOf).sort((a, b) => gain(b) - gain(a))
  const still = underWorks.filter((post) => progressOf(post).length === 0)
  const { from, to } = scope
  return {
    title: { fr: 'Ce qui a avancé', en: 'What advanced' },
    body: write((tell) =>
      paragraphs(
        tellMoved(tell, moved, scope),
        bullets(
          tell,
          moved.map((progress) => tellProgress(tell, progress)),
          MOST_LINES,
        ),
        tellStill(tell, still),
        tellHalted(tell, halted),
      ),
    ),
    view: {
      ...postsView(
        scope,
        [...underWorks, ...halted].map(({ id }) => id),
      ),
      compareOn: from,
    },
    ...(moved.length > 0 ? { content: { kind: 'chart', chart: 'progress-by-post' } } : {}),
    sources: [postsSource(from), postsSource(to), worksSource(from), worksSource(to)],
  }
}

/** Rounded as it is told, so that what is told as the same has not moved. */
function progressOf({ name, before, after }: PostChange): Progress[] {
  if (after.progressPercent === null) return []
  const isNew = before?.status !== 'under-works'
  const was = isNew ? null : (before?.progressPercent ?? null)
  const told = { was: was === null ? null : Math.round(was), is: Math.round(after.progressPercent) }
  return told.was === told.is ? [] : [{ name, ...told, isNew }]
}

const gain = ({ was, is }: Progress) => is - (was ?? 0)

function tellMoved(tell: Tell, moved: readonly Progress[], { from, to }: DraftScope): string {
  const days = [tell.day(from), tell.day(to)] as const
  const advanced = moved.filter((progress) => gain(progress) > 0).length
  if (tell.language === 'fr') {
    const forms = ['chantier a avancé', 'chantiers ont avancé'] as const
    const begun = advanced === 0 ? 'Aucun chantier n’a avancé' : beginCount(tell, advanced, forms)
    return `${begun} entre le ${days[0]} et le ${days[1]}.`
  }
  return `${beginCount(tell, advanced, ['site advanced', 'sites advanced'])} between ${days[0]} and ${days[1]}.`
}

function tellProgress(tell: Tell, { name, was, is, isNew }: Progress): string {
  const post = `**${plain(name)}**`
  const now = tell.percent(is)
  if (tell.language === 'fr') {
    if (isNew) return `${post} : travaux commencés, avancement de ${now}`
    if (was === null) return `${post} : avancement de ${now}`
    return `${post} : de ${tell.percent(was)} à ${now}${is < was ? ', à la baisse' : ''}`
  }
  if (isNew) return `${post}: works begun, progress of ${now}`
  if (was === null) return `${post}: progress of ${now}`
  return `${post}: from ${tell.percent(was)} to ${now}${is < was ? ', a fall' : ''}`
}

function tellStill(tell: Tell, still: readonly PostChange[]): string {
  if (still.length === 0) return ''
  const names = tell.list(still.map(({ name }) => plain(name)))
  return tell.language === 'fr'
    ? `Sans avancement nouveau dans les données : ${names}.`
    : `Without new progress in the data: ${names}.`
}

function tellHalted(tell: Tell, halted: readonly PostChange[]): string {
  const tellOne = ({ name, after: { status, statusSince } }: PostChange) => {
    const isSuspended = status === 'suspended'
    const since = statusSince === null ? '' : tell.day(statusSince)
    if (tell.language === 'fr')
      return `Le poste ${plain(name)} est ${isSuspended ? 'suspendu' : 'fermé'}${since && ` depuis le ${since}`}.`
    return `The post ${plain(name)} has been ${isSuspended ? 'suspended' : 'closed'}${since && ` since ${since}`}.`
  }
  return halted.map(tellOne).join(' ')
}
