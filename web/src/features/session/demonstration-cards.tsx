import type { Role } from '@borne/api/contracts/access'
import { IconChevronRight } from '@tabler/icons-react'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { roleSights } from '../../ui/role-sights.ts'
import { roleNames } from '../../ui/role-words.ts'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { useSignIn } from './session-requests.ts'

/** One click a role: what it sees and may do is said before it is entered. */
export function DemonstrationCards({ roles, isAgain }: { roles: readonly Role[]; isAgain: boolean }) {
  const m = useMessages(messages)
  const names = useMessages(roleNames)
  const sights = useMessages(roleSights)
  const { mutate, isPending, error, variables } = useSignIn()
  const entering = isPending && variables?.with === 'demonstration' ? variables.role : undefined
  return (
    <section className={styles.demonstration}>
      {!isAgain && (
        <header className={styles.intro}>
          <h1>{m.demonstration}</h1>
          <p>{m.demonstrationText}</p>
        </header>
      )}
      <ul className={styles.cards}>
        {roles.map((role) => (
          <li key={role}>
            <button
              type="button"
              className={styles.card}
              aria-busy={entering === role}
              disabled={isPending}
              onClick={() => mutate({ with: 'demonstration', role })}
            >
              <strong>{names[role]}</strong>
              <span>{sights[role]}</span>
              <IconChevronRight aria-hidden="true" size={18} />
            </button>
          </li>
        ))}
      </ul>
      <FormProblem error={error} />
    </section>
  )
}
