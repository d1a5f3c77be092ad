import type { ContractFact } from '../facts.ts'
import type { Tell } from '../present/tell.ts'
import { worksSource } from '../present/tell-source.ts'
import type { DraftScope } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { bullets, paragraphs, plain, write } from './draft-words.ts'

const MOST_LINES = 8
/** Works of which the end is still awaited. */
const AWAITED: readonly ContractFact['stage'][] = ['signature', 'started', 'stopped', 'pre-accepted']

interface Step {
  readonly on: string
  /** Null: works are to be received. */
  readonly name: string | null
  readonly postIds: readonly string[]
}

/** Milestones and receptions to come, in the order of their days; null when none is known. */
export function nextStepsSlide(scope: DraftScope): DraftSlide | null {
  const steps = scope.contracts.flatMap(stepsOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const coming = steps.filter(({ on }) => on > scope.to)
  const overdue = steps.filter(({ on, name }) => on <= scope.to && name === null)
  if (coming.length + overdue.length === 0) return null
  const shown = [...coming.slice(0, MOST_LINES), ...overdue].flatMap(({ postIds }) => postIds)
  return {
    title: { fr: 'Les prochaines étapes', en: 'The next steps' },
    body: write((tell) =>
      paragraphs(
        bullets(
          tell,
          coming.map((step) => tellStep(tell, step, scope)),
          MOST_LINES,
        ),
        tellOverdue(tell, overdue, scope),
      ),
    ),
    view: { ...postsView(scope, [...new Set(shown)]), move: 'tour' },
    sources: [worksSource(scope.to)],
  }
}

function stepsOf({ stage, endsOn, receivedOn, milestones, postIds }: ContractFact): Step[] {
  if (!AWAITED.includes(stage)) return []
  const steps: Step[] = milestones.flatMap(({ name, on, isDone }) =>
    isDone || on === null ? [] : [{ on, name, postIds }],
  )
  if (endsOn !== null && receivedOn === null) steps.push({ on: endsOn, name: null, postIds })
  return steps
}

function namesOf({ postIds }: Step, { posts }: DraftScope, tell: Tell): string {
  return tell.list(posts.filter(({ id }) => postIds.includes(id)).map(({ name }) => plain(name)))
}

function tellStep(tell: Tell, step: Step, scope: DraftScope): string {
  const isFrench = tell.language === 'fr'
  const end = isFrench ? 'fin du délai des travaux' : 'works due to end'
  const what = step.name === null ? end : plain(step.name)
  return `**${tell.day(step.on)}**${isFrench ? ' : ' : ': '}${what} (${namesOf(step, scope, tell)})`
}

function tellOverdue(tell: Tell, overdue: readonly Step[], scope: DraftScope): string {
  if (overdue.length === 0) return ''
  const told = tell.list(overdue.map((step) => `${namesOf(step, scope, tell)} (${tell.day(step.on)})`))
  return tell.language === 'fr'
    ? `Délai passé, réception attendue : ${told}.`
    : `Time is over, reception is awaited: ${told}.`
}
