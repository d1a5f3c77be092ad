import type { BorderPostDetail, PostInput } from '@borne/api/contracts/posts'
import { reasonOf } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { changedFields } from './compare-versions.ts'
import { editorMessages } from './editor-messages.ts'
import { statementOf } from './post-draft.ts'
import { useSavePost } from './use-save-post.ts'

/** The version that a change is made on. */
export interface PostBase {
  readonly input: PostInput
  readonly version: number
}

/** Saves a statement, new or made on a version, and offers to undo it for as long as the message stands. */
export function usePostSaver(postId: string | null) {
  const m = useMessages(editorMessages)
  const toast = useToast()
  const { mutateAsync: send, isPending } = useSavePost()

  async function save(input: PostInput, base: PostBase): Promise<BorderPostDetail> {
    if (!postId) {
      const created = await send({ method: 'POST', path: '', body: input })
      const body = { version: created.version }
      offerUndo(m.createdToast(created.name), created.name, () =>
        send({ method: 'POST', path: `/${created.id}/archive`, body }),
      )
      return created
    }
    const path = `/${postId}`
    const change = { ...changedFields(base.input, input), version: base.version }
    const saved = await send({ method: 'PATCH', path, body: change })
    const back = { ...changedFields(statementOf(saved), base.input), version: saved.version }
    offerUndo(m.savedToast(saved.name), base.input.name, () => send({ method: 'PATCH', path, body: back }))
    return saved
  }

  function offerUndo(said: string, name: string, undo: () => Promise<unknown>) {
    const told = () =>
      undo().then(
        () => toast.show(postId ? m.undoneToast(name) : m.createUndoneToast(name)),
        (error) => toast.show(m.undoFailed(reasonOf(error))),
      )
    toast.show(said, { undo: () => void told() })
  }

  return { save, isPending }
}
