import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { SignIn } from '../features/session/sign-in.tsx'
import { sessionQuery } from '../platform/session-query.ts'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import { QuietPage } from './quiet-page.tsx'
import styles from './sign-in-cover.module.css'

/** Over a page whose session has ended: a modal, so that it stands above a dialog that was open. */
export function SignInCover({ next }: { next: string }) {
  const m = useMessages(messages)
  const roles = useQuery(sessionQuery).data?.options.demonstrationRoles ?? []
  const cover = useRef<HTMLDialogElement>(null)
  const [title] = useState(document.title)
  // The picture of the region is measured when it is drawn: not before the modal is there.
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    cover.current?.showModal()
    setIsOpen(true)
    return () => {
      document.title = title
    }
  }, [title])
  return (
    <dialog
      ref={cover}
      className={styles.cover}
      aria-label={m.signIn}
      onCancel={(event) => event.preventDefault()}
    >
      {isOpen && (
        <QuietPage title={m.signIn} isDemonstration={roles.length > 0}>
          <SignIn isAgain next={next} />
        </QuietPage>
      )}
    </dialog>
  )
}
