import type { Db } from '../../api/src/platform/db.ts'
import { briefingAt } from './given-briefing.ts'
import { linkTo } from './given-share.ts'
import type { MarkedPost, Marker } from './marked-register.ts'

export interface MarkedBriefings {
  readonly briefingIds: readonly string[]
  readonly linkIds: readonly string[]
  readonly showingKeys: readonly string[]
}

/** A briefing in the sub-office of each post, with a link to it; each text with its mark. */
export async function markedBriefings(
  { db, marker }: { db: Db; marker: Marker },
  posts: readonly MarkedPost[],
): Promise<MarkedBriefings> {
  const briefingIds: string[] = []
  const linkIds: string[] = []
  const showingKeys: string[] = []
  for (const { id: postId, subOffice } of posts) {
    const word = (where: string) => marker.word({ class: 'internal', need: 'briefings', postId, where })
    const words = {
      title: word('briefing.title'),
      body: word('briefing.slides'),
      notes: word('briefing.slides'),
    }
    const briefingId = await briefingAt(db, subOffice, words)
    const { linkId, token, key } = await linkTo(db, briefingId, { label: word('share_link.label') })
    marker.know({ text: token, where: 'share_link.token', class: 'secret', toldTo: [] })
    marker.know({ text: key, where: 'showing.key', class: 'secret', toldTo: [] })
    briefingIds.push(briefingId)
    linkIds.push(linkId)
    showingKeys.push(key)
  }
  return { briefingIds, linkIds, showingKeys }
}
