import type { DraftPhoto } from './draft-scope.ts'

export interface PhotoPair {
  readonly before: DraftPhoto
  readonly after: DraftPhoto
}

type Dated = DraftPhoto & { readonly takenOn: string }

/**
 * For each post the pair that is longest apart and ends in the period: from one viewpoint where there is such a pair,
 * else of the same kind, of works or of the post. At most `most`, the longest apart first.
 */
export function pairPhotos(
  photos: readonly DraftPhoto[],
  { from, to }: { readonly from: string; readonly to: string },
  most: number,
): PhotoPair[] {
  const dated = photos.filter((photo): photo is Dated => photo.takenOn !== null && photo.takenOn <= to)
  const pairs = [...Map.groupBy(dated, ({ postIds }) => postIds.join())].flatMap(([, own]) => {
    const ofViewpoint = own.filter(({ viewpoint }) => viewpoint !== null)
    const found =
      longest(
        Map.groupBy(ofViewpoint, ({ ref, viewpoint }) => `${ref.of} ${viewpoint}`),
        from,
      ) ??
      longest(
        Map.groupBy(own, ({ ref }) => ref.of),
        from,
      )
    return found ? [found] : []
  })
  return pairs.sort(byLength).slice(0, most)
}

type DatedPair = { readonly before: Dated; readonly after: Dated }

function longest(groups: ReadonlyMap<string, readonly Dated[]>, from: string): DatedPair | undefined {
  const pairs = [...groups.values()].flatMap((group) => {
    const inOrder = [...group].sort((a, b) => compare(a.takenOn, b.takenOn) || compare(a.ref.id, b.ref.id))
    const [before, after] = [inOrder[0], inOrder.at(-1)]
    return before && after && before.takenOn < after.takenOn && after.takenOn >= from
      ? [{ before, after }]
      : []
  })
  return pairs.sort(byLength)[0]
}

function byLength(a: DatedPair, b: DatedPair): number {
  return daysOf(b) - daysOf(a) || compare(a.after.ref.id, b.after.ref.id)
}

const daysOf = ({ before, after }: DatedPair) => Date.parse(after.takenOn) - Date.parse(before.takenOn)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
