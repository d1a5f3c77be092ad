import type { Db } from '../../api/src/platform/db.ts'
import { briefingAt } from './given-briefing.ts'
import type { MarkedPost, Marker } from './marked-register.ts'

export interface MarkedBriefings {
  readonly briefingIds: readonly string[]
}

/** A briefing in the sub-office of each post; each text with its mark. */
export async function markedBriefings(
  { db, marker }: { db: Db; marker: Marker },
  posts: readonly MarkedPost[],
): Promise<MarkedBriefings> {
  const briefingIds: string[] = []
  for (const { id: postId, subOffice } of posts) {
    const word = (where: string) => marker.word({ class: 'internal', need: 'briefings', postId, where })
    const words = {
      title: word('briefing.title'),
      body: word('briefing.slides'),
      notes: word('briefing.slides'),
    }
    briefingIds.push(await briefingAt(db, subOffice, words))
  }
  return { briefingIds }
}
