import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { IconArrowLeft } from '@tabler/icons-react'
import { useBlocker } from '@tanstack/react-router'
import { type FormEvent, type RefObject, useEffect, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import type { Problem } from '../../platform/api.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { cameraTarget } from './camera-target.ts'
import { ComponentRows } from './component-rows.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { ContactRows, NotesFields } from './contact-fields.tsx'
import { editorMessages } from './editor-messages.ts'
import { LegalRows, PhysicalRows } from './history-rows.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { PositionFields } from './position-fields.tsx'
import styles from './post-editor.module.css'
import { PostsOnMap } from './posts-on-map.tsx'
import { type PostForm, usePostEditor } from './use-post-editor.ts'

const FORM_ID = 'post-form'

interface PostEditorProps {
  /** The version that is changed; null for a new post. */
  post: BorderPostDetail | null
  /** Where a new post begins. */
  position: [number, number] | null
}

export function PostEditor({ post, position }: PostEditorProps) {
  const m = useMessages(editorMessages)
  const editor = usePostEditor(post, position)
  const { form, problem, conflict, isPending } = editor
  const formElement = useRef<HTMLFormElement>(null)
  useMapAt(post)
  const complaints = editor.faultCount + (problem?.errors?.length ?? 0)
  useFocusOnComplaint(formElement, complaints)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void editor.submit()
  }

  return (
    <Panel
      title={post ? m.editTitle(post.name) : m.newTitle}
      back={<IconButton label={m.back} icon={<IconArrowLeft />} onClick={() => void editor.leave()} />}
      footer={
        <>
          <Button onClick={() => void editor.leave()}>{m.cancel}</Button>
          <Button variant="primary" type="submit" form={FORM_ID} disabled={isPending}>
            {isPending ? m.saving : post ? m.save : m.create}
          </Button>
        </>
      }
    >
      <PostsOnMap hiddenId={post?.id ?? null} />
      <form id={FORM_ID} ref={formElement} className={styles.form} noValidate onSubmit={onSubmit}>
        {problem && !problem.errors?.length && <ErrorState problem={problem} />}
        {complaints > 0 && (
          <p className={styles.faults} role="alert">
            {m.faults(complaints)}
          </p>
        )}
        <FormParts form={form} problem={problem} />
      </form>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onMerge={(merged) => void editor.merge(merged, conflict)}
          onClose={editor.closeConflict}
        />
      )}
      <LeaveGuard isBlocked={editor.isBlocked} />
    </Panel>
  )
}

function FormParts({ form, problem }: { form: PostForm; problem: Problem | null }) {
  return (
    <>
      <IdentityFields form={form} />
      <PositionFields form={form} problem={problem} />
      <PhysicalRows form={form} />
      <LegalRows form={form} />
      <ComponentRows form={form} />
      <ContactRows form={form} />
      <NotesFields form={form} />
    </>
  )
}

/** Brings the post's place into view when its form opens. */
function useMapAt(post: BorderPostDetail | null) {
  const { show } = useMapCamera()
  useEffect(() => {
    const target = post && cameraTarget(post)
    if (target) show(target)
  }, [post, show])
}

/** When fields are refused, the first of them gets the focus. */
function useFocusOnComplaint(form: RefObject<HTMLFormElement | null>, complaints: number) {
  useEffect(() => {
    if (complaints > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [form, complaints])
}

/** Asks once before typed changes are lost; moving the map is no leaving. */
function LeaveGuard({ isBlocked }: { isBlocked(): boolean }) {
  const m = useMessages(editorMessages)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isBlocked(),
    enableBeforeUnload: isBlocked,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      isOpen={status === 'blocked'}
      title={m.leaveTitle}
      confirmLabel={m.leave}
      onConfirm={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      <p>{m.leaveText}</p>
    </ConfirmDialog>
  )
}
