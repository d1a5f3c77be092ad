import type { Tell } from '../present/tell.ts'
import { postsSource } from '../present/tell-source.ts'
import type { DraftScope } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { paragraphs, write } from './draft-words.ts'

const NOTES =
  'Écrit à partir des données. Relisez chaque phrase, complétez, et enlevez ce qui n’est pas à montrer.'

/** How things stand at the end of the period. */
export function stateSlide(scope: DraftScope): DraftSlide {
  return {
    title: { fr: 'La frontière et ses postes', en: 'The border and its posts' },
    body: write((tell) => paragraphs(tellState(tell, scope), tellBefore(tell, scope))),
    notes: NOTES,
    view: { ...postsView(scope), move: 'jump' },
    ...(scope.posts.length > 0
      ? { content: { kind: 'figures', figures: ['posts-operational', 'posts-under-works', 'posts-planned'] } }
      : {}),
    sources: [postsSource(scope.from), postsSource(scope.to)],
  }
}

function tellState(tell: Tell, { donorId, posts, to }: DraftScope): string {
  const isFrench = tell.language === 'fr'
  const day = tell.day(to)
  if (posts.length === 0) {
    const whose = donorId ? (isFrench ? ' de ce bailleur' : ' of this donor') : ''
    return isFrench
      ? `Au ${day}, le registre ne contient aucun poste${whose}.`
      : `On ${day}, the register holds no post${whose}.`
  }
  const operational = posts.filter(({ after }) => after.status === 'operational').length
  const underWorks = posts.filter(({ after }) => after.status === 'under-works').length
  if (isFrench)
    return `Au ${day}, ${tell.count(operational, 'poste est opérationnel', 'postes sont opérationnels')} et ${underWorks === 0 ? 'aucun n’est en travaux' : tell.count(underWorks, 'est en travaux', 'sont en travaux')}, sur ${tell.count(posts.length, 'poste suivi', 'postes suivis')}.`
  return `On ${day}, ${tell.count(operational, 'post is operational', 'posts are operational')} and ${underWorks === 0 ? 'none is under works' : tell.count(underWorks, 'is under works', 'are under works')}, of ${tell.count(posts.length, 'post followed', 'posts followed')}.`
}

function tellBefore(tell: Tell, { posts, from }: DraftScope): string {
  if (posts.length === 0) return ''
  const then = posts.filter(({ before }) => before?.status === 'operational').length
  const day = tell.day(from)
  if (tell.language === 'fr') {
    if (then === 0) return `Le ${day}, aucun ne l’était.`
    return `Le ${day}, ${tell.count(then, 'poste l’était', 'postes l’étaient')}.`
  }
  if (then === 0) return `On ${day}, none was.`
  return `On ${day}, ${tell.count(then, 'post was', 'posts were')}.`
}
