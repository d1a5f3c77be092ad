import type { DraftScope } from './draft-scope.ts'
import { type DraftSlide, postsView } from './draft-slide.ts'
import { plain, write } from './draft-words.ts'
import { pairPhotos } from './pair-photos.ts'

const MOST_PAIRS = 3

/** Photos before and after, a slide for each pair. */
export function pairSlides(scope: DraftScope): DraftSlide[] {
  const names = new Map(scope.posts.map(({ id, name }) => [id, name]))
  return pairPhotos(scope.photos, scope, MOST_PAIRS).map(({ before, after }): DraftSlide => {
    const posts = after.postIds.flatMap((id) => names.get(id) ?? [])
    const [only] = after.postIds
    return {
      title: write((tell) =>
        tell.language === 'fr' ? `Avant, après : ${tell.list(posts)}` : `Before, after: ${tell.list(posts)}`,
      ),
      body: write((tell) => {
        const [first, last] = [tell.day(before.takenOn), tell.day(after.takenOn)]
        const where = tell.list(posts.map(plain))
        return tell.language === 'fr'
          ? `${where}, le ${first} et le ${last}.`
          : `${where}, on ${first} and on ${last}.`
      }),
      view: {
        ...postsView(scope, after.postIds),
        ...(after.postIds.length === 1 && only ? { selectedPostId: only } : {}),
      },
      content: { kind: 'photo-pair', before: before.ref, after: after.ref },
      sources: [
        write((tell) => {
          const days = [tell.day(before.takenOn), tell.day(after.takenOn)] as const
          return tell.language === 'fr'
            ? `Photos du ${days[0]} et du ${days[1]}`
            : `Photos of ${days[0]} and of ${days[1]}`
        }),
      ],
    }
  })
}
