import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { useState } from 'react'
import { reasonOf } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { postMessages } from './post-messages.ts'
import { useSavePost } from './use-save-post.ts'

/** Takes the post out of the lists, asked once by its name, or puts it back; both can be undone. */
export function ArchiveActions({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const toast = useToast()
  const { mutateAsync: send, isPending } = useSavePost()
  const [isAsking, setIsAsking] = useState(false)

  async function change(action: 'archive' | 'restore', version: number, isUndo = false) {
    setIsAsking(false)
    try {
      const body = { version }
      const next = await send({ method: 'POST', path: `/${post.id}/${action}`, body })
      const inverse = action === 'archive' ? 'restore' : 'archive'
      const said = action === 'archive' ? m.archivedToast(post.name) : m.restoredToast(post.name)
      toast.show(said, isUndo ? {} : { undo: () => void change(inverse, next.version, true) })
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
    }
  }

  if (post.isArchived) {
    return (
      <Button variant="primary" disabled={isPending} onClick={() => void change('restore', post.version)}>
        {m.restore}
      </Button>
    )
  }
  return (
    <>
      <Button variant="quiet" disabled={isPending} onClick={() => setIsAsking(true)}>
        {m.archive}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.archiveTitle(post.name)}
        confirmLabel={m.archive}
        onConfirm={() => void change('archive', post.version)}
        onCancel={() => setIsAsking(false)}
      >
        <p>{m.archiveText}</p>
      </ConfirmDialog>
    </>
  )
}
