import type { Presentation, SHOWING_HEADER, SharedShowing, Showing } from '@borne/api/contracts/briefings'
import { answerTo, sendJson } from '../../../platform/api.ts'
import { Ground } from './ground.ts'
import { Pictures } from './pictures.ts'

/** Its value would bring the whole of the contracts into the page. */
const KEY_HEADER: typeof SHOWING_HEADER = 'x-borne-showing'

/** All that a showing is drawn from. */
export interface ShowSource {
  readonly presentation: Presentation
  readonly pictures: Pictures
  readonly ground: Ground
}

/** A briefing as whoever asks sees it. */
export function makeOwnShowing(briefingId: string): Promise<Showing> {
  return sendJson<Showing>('POST', `/api/briefings/${briefingId}/showings`, {})
}

/** What a link shows. */
export function openShared(question: { token: string; passphrase?: string }): Promise<SharedShowing> {
  return sendJson<SharedShowing>('POST', '/api/shared/open', question)
}

/** What was opened before, by its key. */
export async function reopenShared(key: string): Promise<Presentation> {
  const answer = await answerTo('/api/shared/presentation', { headers: { [KEY_HEADER]: key } })
  return answer.json()
}

export function ownSource({ presentation, key }: Pick<Showing, 'presentation' | 'key'>): ShowSource {
  const headers = { [KEY_HEADER]: key }
  return {
    presentation,
    pictures: new Pictures(headers),
    ground: new Ground({ path: '/api/basemap', headers: {} }),
  }
}

export function sharedSource({ presentation, key }: Pick<Showing, 'presentation' | 'key'>): ShowSource {
  const headers = { [KEY_HEADER]: key }
  return {
    presentation,
    pictures: new Pictures(headers),
    ground: new Ground({ path: '/api/shared/basemap', headers }),
  }
}
