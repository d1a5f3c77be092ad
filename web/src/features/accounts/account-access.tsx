import type { Account, HandedLink } from '@borne/api/contracts/accounts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import { accountMessages } from './account-messages.ts'
import { accessSettingsQuery, accountsQuery, keepAccount } from './account-queries.ts'
import styles from './accounts.module.css'
import type { ShownLink } from './accounts-tab.tsx'
import { dayCount } from './day-count.ts'

interface AccountAccessProps {
  account: Account
  onChanged(account: Account): void
  onLink(link: ShownLink): void
}

type Question = 'second-factor' | 'sessions' | 'leave'

/** How the person comes in, and how that is ended or given back. */
export function AccountAccess({ account, onChanged, onLink }: AccountAccessProps) {
  const m = useMessages(accountMessages)
  const formats = useFormats()
  if (account.isDemonstration) return <p className={styles.note}>{m.demonstrationText}</p>
  if (account.forgottenAt) return <p className={styles.note}>{m.forgottenText}</p>
  return (
    <section className={styles.access}>
      <h3>{m.access}</h3>
      {account.leftAt ? (
        <p>{m.leftSince(formats.day(account.leftAt.slice(0, 10)))}</p>
      ) : (
        <Facts>
          <Fact label={m.access2fa}>{account.hasSecondFactor ? m.on : m.off}</Fact>
          <Fact label={m.created}>{formats.instant(account.createdAt)}</Fact>
        </Facts>
      )}
      <Acts account={account} onChanged={onChanged} onLink={onLink} />
    </section>
  )
}

function Acts({ account, onChanged, onLink }: AccountAccessProps) {
  const m = useMessages(accountMessages)
  const [question, setQuestion] = useState<Question | null>(null)
  const acts = useActs(account, { onChanged, onLink })
  if (account.leftAt) {
    return (
      <div className={styles.acts}>
        <Button disabled={acts.isPending} onClick={acts.comeBack}>
          {m.return}
        </Button>
      </div>
    )
  }
  return (
    <>
      <div className={styles.acts}>
        <Button size="small" disabled={acts.isPending} onClick={acts.makeLink}>
          {account.hasPassword ? m.newLink : m.newInvitation}
        </Button>
        {account.hasSecondFactor && (
          <Button size="small" onClick={() => setQuestion('second-factor')}>
            {m.dropSecondFactor}
          </Button>
        )}
        <Button size="small" onClick={() => setQuestion('sessions')}>
          {m.endSessions}
        </Button>
        <Button size="small" variant="danger" onClick={() => setQuestion('leave')}>
          {m.leave}
        </Button>
      </div>
      <p className={styles.hint}>{m.linkHint}</p>
      {question && (
        <Confirmation
          question={question}
          account={account}
          onCancel={() => setQuestion(null)}
          onConfirm={() => {
            setQuestion(null)
            acts.confirmed(question)
          }}
        />
      )}
    </>
  )
}

interface ConfirmationProps {
  question: Question
  account: Account
  onConfirm(): void
  onCancel(): void
}

function Confirmation({ question, account: { name }, onConfirm, onCancel }: ConfirmationProps) {
  const m = useMessages(accountMessages)
  const { language } = useLanguage()
  const { data } = useQuery(accessSettingsQuery)
  const words = {
    'second-factor': [m.dropSecondFactorTitle(name), m.dropSecondFactorText, m.dropSecondFactor],
    sessions: [m.endSessionsTitle(name), m.endSessionsText, m.endSessions],
    leave: [m.leaveTitle(name), m.leaveText(dayCount(language, data?.leftAccountDays)), m.leaveConfirm],
  }[question]
  return (
    <ConfirmDialog
      isOpen
      title={words[0] ?? ''}
      confirmLabel={words[2] ?? ''}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{words[1]}</p>
    </ConfirmDialog>
  )
}

/** What an administrator does with the access of an account; each is told when it is done. */
function useActs(account: Account, { onChanged, onLink }: Omit<AccountAccessProps, 'account'>) {
  const m = useMessages(accountMessages)
  const toast = useToast()
  const client = useQueryClient()
  const path = `/api/accounts/${account.id}`
  const { mutate, isPending } = useMutation<void, Error, () => Promise<void>>({
    mutationFn: (act) => act(),
    onError: (error) => toast.show(m.failed(reasonOf(error))),
  })

  const keep = (changed: Account) => {
    keepAccount(client, changed)
    onChanged(changed)
  }
  const move = (to: 'leave' | 'return', said: string) => async () => {
    keep(await sendJson<Account>('POST', `${path}/${to}`, { version: account.version }))
    toast.show(said)
  }
  const drop = (what: 'second-factor' | 'sessions', said: string) => async () => {
    await sendJson<void>('DELETE', `${path}/${what}`)
    toast.show(said)
    const { items } = await client.fetchQuery({ ...accountsQuery, staleTime: 0 })
    keep(items.find(({ id }) => id === account.id) ?? account)
  }
  const answers = {
    'second-factor': drop('second-factor', m.secondFactorDropped(account.name)),
    sessions: drop('sessions', m.sessionsEnded(account.name)),
    leave: move('leave', m.left(account.name)),
  }

  return {
    isPending,
    confirmed: (question: Question) => mutate(answers[question]),
    comeBack: () => mutate(move('return', m.returned(account.name))),
    makeLink: () =>
      mutate(async () => onLink({ account, link: await sendJson<HandedLink>('POST', `${path}/links`) })),
  }
}
