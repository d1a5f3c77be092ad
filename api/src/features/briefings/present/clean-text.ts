import type { Texts } from '../slide-contract.ts'
import { UNKNOWN } from './tell.ts'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** `[label](target)` and `<target>` of Markdown where the target names something stored. */
const LINK_TO_STORED = new RegExp(`!?\\[([^\\]]*)\\]\\([^)]*${UUID}[^)]*\\)`, 'gi')
const BARE_LINK = new RegExp(`<?(?:https?://|/)[^\\s<>()]*${UUID}[^\\s<>()]*>?`, 'gi')
const STORED_ID = new RegExp(UUID, 'gi')

/** What was typed, without an id of anything stored: of a link into the app, its words stay. */
export function cleanText(text: string): string {
  return text.replace(LINK_TO_STORED, '$1').replace(BARE_LINK, UNKNOWN).replace(STORED_ID, UNKNOWN)
}

export const cleanTexts = ({ fr, en }: Texts): Texts => ({ fr: cleanText(fr), en: cleanText(en) })
