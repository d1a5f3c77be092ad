import { type CsvValue, writeCsv } from '../../platform/write-csv.ts'
import type { VisibilityItem } from './contract.ts'

/** What marks every line of fiction, in whatever program the file is opened. */
const DEMONSTRATION_MARK = 'DÉMONSTRATION'
const HEADER = [
  'postId',
  'post',
  'moughataa',
  'status',
  'donor',
  'due',
  'state',
  'seenOn',
  'plaque',
  'plaqueSeenOn',
  'sign',
  'signSeenOn',
  'sticker',
  'stickerSeenOn',
  'note',
  'hasPhoto',
  'mark',
]

/** The audit for programs: a line a post and donor, codes for states. */
export function visibilityCsv(
  items: readonly VisibilityItem[],
  donorCodes: ReadonlyMap<string, string>,
): string {
  return writeCsv(
    HEADER,
    items.map((item) => rowOf(item, donorCodes.get(item.donorId) ?? '')),
  )
}

function rowOf(item: VisibilityItem, donorCode: string): CsvValue[] {
  const { postId, postName, moughataa, status, due, state, seenOn, checks } = item
  const marks = (['plaque', 'sign', 'sticker'] as const).flatMap((what) => {
    const check = checks.find((one) => one.what === what)
    return [check?.state ?? null, check?.seenOn ?? null]
  })
  const notes = checks.flatMap(({ note }) => note || []).join(' | ')
  const hasPhoto = checks.some(({ photo }) => photo !== null)
  const mark = item.isDemonstration ? DEMONSTRATION_MARK : ''
  return [postId, postName, moughataa, status, donorCode, due, state, seenOn, ...marks, notes, hasPhoto, mark]
}
