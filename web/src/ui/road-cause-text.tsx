import type { RoadCause } from '@borne/api/contracts/roads'
import { Link } from '@tanstack/react-router'
import { useCauseWords } from './road-words.ts'

/** What closes or slows a stretch; a closure leads to its own page. */
export function RoadCauseText({ cause }: { cause: RoadCause }) {
  const tellCause = useCauseWords()
  if (cause.kind !== 'closure' || !cause.id) return tellCause(cause)
  const opened = { tab: 'closures', closure: cause.id, edit: undefined }
  return (
    <Link to="/roads" search={(search: object) => ({ ...search, ...opened }) as never}>
      {tellCause(cause)}
    </Link>
  )
}
