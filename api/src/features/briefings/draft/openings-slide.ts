import { postsSource } from '../present/tell-source.ts'
import { type DraftScope, openedIn } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { beginCount, bullets, paragraphs, plain, write } from './draft-words.ts'

const MOST_LINES = 10

/** What opened; null when nothing did. */
export function openingsSlide(scope: DraftScope): DraftSlide | null {
  const opened = openedIn(scope)
  const [only] = opened
  if (!only) return null
  const { from, to } = scope
  return {
    title:
      opened.length === 1
        ? { fr: 'Un poste a ouvert', en: 'A post opened' }
        : { fr: 'Les postes qui ont ouvert', en: 'The posts that opened' },
    body: write((tell) => {
      const isFrench = tell.language === 'fr'
      const lines = opened.map(({ name, after: { statusSince } }) => {
        const since = statusSince === null ? '' : tell.day(statusSince)
        if (since === '') return `**${plain(name)}**`
        return isFrench
          ? `**${plain(name)}**, opérationnel depuis le ${since}`
          : `**${plain(name)}**, operational since ${since}`
      })
      return paragraphs(
        isFrench
          ? `${beginCount(tell, opened.length, ['poste est devenu opérationnel', 'postes sont devenus opérationnels'])} entre le ${tell.day(from)} et le ${tell.day(to)}.`
          : `${beginCount(tell, opened.length, ['post became operational', 'posts became operational'])} between ${tell.day(from)} and ${tell.day(to)}.`,
        bullets(tell, lines, MOST_LINES),
      )
    }),
    view: {
      ...postsView(
        scope,
        opened.map(({ id }) => id),
      ),
      compareOn: from,
      move: opened.length > 1 ? 'tour' : 'fly',
      ...(opened.length === 1 ? { selectedPostId: only.id } : {}),
    },
    sources: [postsSource(from), postsSource(to)],
  }
}
