import type { CoverageFact } from '../facts.ts'
import type { Tell } from '../present/tell.ts'
import { coverageSource, postsSource } from '../present/tell-source.ts'
import { STATUS_COUNTS } from '../present/words.ts'
import type { DraftScope } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { paragraphs, plain, write } from './draft-words.ts'

/** On the same dry roads without closures on both days, so that the posts alone make the difference. */
export const DRAFT_COVERAGE = { minutes: 60, date: null } as const

/** Coverage gained between the two days, in figures; null where it cannot be measured. */
export function coverageSlide(scope: DraftScope): DraftSlide | null {
  const { coverage, from, to } = scope
  if (!coverage || coverage.after.borderMetres === 0) return null
  const { before, after } = coverage
  if (after.postCount + (before?.postCount ?? 0) === 0) return null
  return {
    title: { fr: 'La frontière à portée', en: 'The border in reach' },
    body: write((tell) =>
      paragraphs(tellReach(tell, after, scope), tellGain(tell, scope), tellUncounted(tell, scope)),
    ),
    view: { ...postsView(scope), layers: ['border', 'posts', 'coverage'], coverage: DRAFT_COVERAGE },
    content: { kind: 'figures', figures: ['border-in-reach', 'border-total', 'border-share'] },
    sources: [
      ...(before ? [coverageSource(before)] : []),
      coverageSource(after),
      postsSource(from),
      postsSource(to),
    ].filter(isFirst),
  }
}

const isFirst = ({ fr }: { fr: string }, index: number, all: readonly { fr: string }[]) =>
  all.findIndex((other) => other.fr === fr) === index

function shareOf({ reachedMetres, borderMetres }: CoverageFact): number {
  return borderMetres > 0 ? (100 * reachedMetres) / borderMetres : 0
}

function tellReach(tell: Tell, after: CoverageFact, { donorId, to }: DraftScope): string {
  const reached = tell.kilometres(after.reachedMetres)
  const all = tell.kilometres(after.borderMetres)
  const share = tell.percent(shareOf(after))
  const minutes = tell.number(after.minutes)
  if (tell.language === 'fr')
    return `Au ${tell.day(to)}, depuis les postes opérationnels${donorId ? ' de ce bailleur' : ''}, une patrouille atteint en ${minutes} minutes ${reached} de frontière sur ${all}, soit ${share}.`
  return `On ${tell.day(to)}, from the operational posts${donorId ? ' of this donor' : ''}, a patrol reaches ${reached} of ${all} of border within ${minutes} minutes, that is ${share}.`
}

/** Below what a kilometre with one decimal tells, nothing has changed. */
const LEAST_METRES = 50

function tellGain(tell: Tell, { coverage, posts, from }: DraftScope): string {
  const isFrench = tell.language === 'fr'
  const day = tell.day(from)
  if (!coverage) return ''
  const { before, after } = coverage
  if (!before || before.postCount === 0) {
    const wasNone = posts.every((post) => post.before?.status !== 'operational')
    if (!wasNone) return ''
    return isFrench
      ? `Le ${day}, aucun de ces postes n’était opérationnel.`
      : `On ${day}, none of these posts was operational.`
  }
  const gained = after.reachedMetres - before.reachedMetres
  const then = `${tell.kilometres(before.reachedMetres)}${isFrench ? ', soit ' : ', or '}${tell.percent(shareOf(before))}`
  if (Math.abs(gained) < LEAST_METRES)
    return isFrench ? `C’est autant que le ${day}.` : `That is as much as on ${day}.`
  const difference = tell.kilometres(Math.abs(gained))
  if (isFrench) return `C’est ${difference} de ${gained > 0 ? 'plus' : 'moins'} que le ${day} (${then}).`
  return `That is ${difference} ${gained > 0 ? 'more' : 'less'} than on ${day} (${then}).`
}

/** Posts that counted and do not now, as while works go on at them: why there is less. */
function tellUncounted(tell: Tell, { posts }: DraftScope): string {
  const gone = posts.filter(
    ({ before, after }) => before?.status === 'operational' && after.status !== 'operational',
  )
  if (gone.length === 0) return ''
  const told = tell.list(
    gone.map(({ name, after }) => `${plain(name)} (${STATUS_COUNTS[after.status][tell.language][0]})`),
  )
  return tell.language === 'fr' ? `Ne comptent plus : ${told}.` : `No longer counted: ${told}.`
}
