import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { geodesicLengthMetres } from '@borne/geodata/geometry/geodesic'
import { useQuery } from '@tanstack/react-query'
import { shapeCentre } from '../../../map/shape.ts'
import { borderPostsQuery } from '../../../platform/border-posts-query.ts'
import { usePlaceWords } from '../../../platform/use-place-words.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { roadWords } from '../../../ui/road-words.ts'
import { changeMessages } from './change-messages.ts'
import { closuresQuery, openingsQuery } from './scenario-queries.ts'

/** Tells a change in words: names in the place of identifiers. */
export function useChangeText(): (change: CoverageChange) => string {
  const m = useMessages(changeMessages)
  const formats = useFormats()
  const { data: posts } = useQuery(borderPostsQuery)
  const { data: openings } = useQuery(openingsQuery)
  const { data: closures } = useQuery(closuresQuery)
  const words = useMessages(roadWords)
  const tellPlace = usePlaceWords()
  const postName = (id: string) =>
    posts ? (posts.features.find((post) => String(post.id) === id)?.properties.name ?? m.gonePost) : '…'

  function worksName(contractId: string): string {
    if (!openings) return '…'
    const opening = openings.items.find((one) => one.contractId === contractId)
    if (!opening) return m.goneContract
    return opening.posts.length > 0 ? formats.list(opening.posts.map(({ name }) => name)) : opening.title
  }
  function closureName(closureId: string): string {
    if (!closures) return '…'
    const closure = closures.items.find(({ id }) => id === closureId)
    if (!closure) return m.goneClosure
    const centre = shapeCentre(closure.geometry)
    return [words.causes[closure.cause], centre && tellPlace(centre)].filter(Boolean).join(', ')
  }

  return (change) => {
    switch (change.kind) {
      case 'post-opens':
        return m.told.postOpens(postName(change.postId))
      case 'post-closes':
        return m.told.postCloses(postName(change.postId))
      case 'place-opens':
        return m.told.placeOpens(change.name)
      case 'works-done':
        return m.told.worksDone(worksName(change.contractId), formats.day(change.on))
      case 'road-built':
        return m.told.roadBuilt(change.name, formats.distance(geodesicLengthMetres(change.coordinates)))
      case 'road-cut':
        return m.told.roadCut(change.name)
      case 'closure-lifted':
        return m.told.closureLifted(closureName(change.closureId))
    }
  }
}
