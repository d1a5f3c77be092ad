import type { ContractFact } from '../facts.ts'
import type { Tell } from '../present/tell.ts'
import { postsSource, worksSource } from '../present/tell-source.ts'
import { type DraftScope, haltedIn, type PostChange } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { beginCount, bullets, paragraphs, plain, write } from './draft-words.ts'

const MOST_LINES = 10

/** Of a contract on whose works somebody works, or should. */
const RUNNING: readonly ContractFact['stage'][] = ['started', 'stopped', 'pre-accepted']

interface Progress {
  readonly id: string
  readonly name: string
  /** Null: works had not begun, or how far they were is not known. */
  readonly was: number | null
  readonly is: number
  readonly isNew: boolean
}

/** What advanced, was received or did not advance; null when there are no works and nothing was halted. */
export function progressSlide(scope: DraftScope): DraftSlide | null {
  const underWorks = scope.posts.filter(({ after }) => after.status === 'under-works')
  const halted = haltedIn(scope)
  const received = receivedIn(scope)
  const told = [...underWorks, ...halted, ...received.map(({ post }) => post)]
  if (told.length === 0) return null
  const progress = underWorks.map((post) => progressOf(post, scope))
  const moved = progress.filter((one) => one !== null).sort((a, b) => gain(b) - gain(a))
  const still = underWorks.filter((_, index) => progress[index] === null)
  const { from, to } = scope
  return {
    title: { fr: 'Ce qui a avancé', en: 'What advanced' },
    body: write((tell) =>
      paragraphs(
        underWorks.length > 0 ? tellMoved(tell, moved, scope) : '',
        bullets(
          tell,
          moved.map((one) => tellProgress(tell, one)),
          MOST_LINES,
        ),
        tellReceived(tell, received),
        tellStill(tell, still),
        tellHalted(tell, halted),
      ),
    ),
    view: { ...postsView(scope, [...new Set(told.map(({ id }) => id))]), compareOn: from },
    ...(isChartAlike(moved, underWorks) ? { content: { kind: 'chart', chart: 'progress-by-post' } } : {}),
    sources: [postsSource(from), postsSource(to), worksSource(from), worksSource(to)],
  }
}

/**
 * By the reports of the one contract that runs at a post, else by the register. Rounded as it is told, so that what is told
 * as the same has not moved; null: so it is, or it is not known.
 */
function progressOf({ id, name, before, after }: PostChange, { contracts }: DraftScope): Progress | null {
  const running = contracts.filter(({ postIds, stage }) => postIds.includes(id) && RUNNING.includes(stage))
  const [contract] = running
  const isByReports = running.length === 1 && contract !== undefined && contract.physicalPercent !== null
  const [is, was, isNew] = isByReports
    ? [contract.physicalPercent, contract.before?.physicalPercent, !wasRunning(contract.before)]
    : [after.progressPercent, before?.progressPercent, before?.status !== 'under-works']
  if (is === null) return null
  const told = { was: isNew ? null : rounded(was ?? null), is: Math.round(is) }
  return told.was === told.is ? null : { id, name, ...told, isNew }
}

const wasRunning = (before: ContractFact | null) => before !== null && RUNNING.includes(before.stage)
const rounded = (percent: number | null) => (percent === null ? null : Math.round(percent))
const gain = ({ was, is }: Progress) => is - (was ?? 0)

/** The chart shows what the register states: where reports say otherwise, the sentences stand alone. */
function isChartAlike(moved: readonly Progress[], posts: readonly PostChange[]): boolean {
  const stated = new Map(posts.map(({ id, after }) => [id, rounded(after.progressPercent)]))
  return moved.length > 0 && moved.every(({ id, is }) => (stated.get(id) ?? is) === is)
}

interface Received {
  readonly post: PostChange
  readonly on: string
}

/** Works received in the period, by day. */
function receivedIn({ contracts, posts, from, to }: DraftScope): Received[] {
  return contracts
    .flatMap(({ receivedOn, postIds }) =>
      receivedOn !== null && receivedOn > from && receivedOn <= to
        ? posts.filter(({ id }) => postIds.includes(id)).map((post) => ({ post, on: receivedOn }))
        : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function tellReceived(tell: Tell, received: readonly Received[]): string {
  if (received.length === 0) return ''
  const told = tell.list(received.map(({ post, on }) => `${plain(post.name)} (${tell.day(on)})`))
  return tell.language === 'fr' ? `Travaux reçus : ${told}.` : `Works received: ${told}.`
}

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
