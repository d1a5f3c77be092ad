import type { Audience, Showing } from '@borne/api/contracts/briefings'
import { IconArrowLeft, IconShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { usePermission } from '../../../platform/use-permission.ts'
import { Button, iconClass } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { audiencesQuery } from '../briefings-queries.ts'
import { Ribbon } from '../show/public-show.tsx'
import { ownSource } from '../show/show-source.ts'
import { Story } from '../show/story.tsx'
import { useTextIn } from '../show/texts.ts'
import { useClosedPictures } from '../show/use-own-showing.ts'
import { WithheldList } from '../withheld-list.tsx'
import styles from './donor-page.module.css'
import { donorPageMessages } from './donor-page-messages.ts'
import { donorShowingQuery } from './donor-page-queries.ts'
import { DonorShareDialog } from './donor-share-dialog.tsx'

const route = getRouteApi('/visibility/donors/$donorId')
const OWN = ''

/** The page of a donor as an audience would see it, before it is shared. */
export function DonorPage() {
  const m = useMessages(donorPageMessages)
  const text = useTextIn()
  const { donorId } = route.useParams()
  const { data: audiences } = useQuery(audiencesQuery)
  const [audienceId, setAudienceId] = useState('donor')
  const [isSharing, setIsSharing] = useState(false)
  const mayShare = usePermission('briefings.share')
  const { data, error, refetch } = useQuery(donorShowingQuery(donorId, audienceId || null))
  const title = data ? text(data.presentation.title) : m.failed
  useEffect(() => {
    document.title = `${title} · Borne`
  }, [title])
  const ofDonors = audiences?.items.filter(({ kind, isArchived }) => kind === 'donor' && !isArchived) ?? []
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Link to="/visibility/donors" className={iconClass('below')} aria-label={m.back} data-tip={m.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        <AudienceChoice audiences={ofDonors} audienceId={audienceId} onChange={setAudienceId} />
        {mayShare && (
          <Button
            variant="primary"
            icon={<IconShare aria-hidden="true" />}
            onClick={() => setIsSharing(true)}
          >
            {m.share}
          </Button>
        )}
      </header>
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {!error && !data && (
        <p className={styles.making} role="status">
          {m.making}
        </p>
      )}
      {data && <Shown key={data.key} showing={data} />}
      {isSharing && (
        <DonorShareDialog donorId={donorId} audiences={ofDonors} onClose={() => setIsSharing(false)} />
      )}
    </main>
  )
}

interface AudienceChoiceProps {
  audiences: readonly Audience[]
  audienceId: string
  onChange(audienceId: string): void
}

function AudienceChoice({ audiences, audienceId, onChange }: AudienceChoiceProps) {
  const m = useMessages(donorPageMessages)
  const text = useTextIn()
  return (
    <label className={styles.as}>
      {m.as}
      <select value={audienceId} onChange={(event) => onChange(event.target.value)}>
        {audiences.map(({ id, names }) => (
          <option key={id} value={id}>
            {text(names)}
          </option>
        ))}
        <option value={OWN}>{m.own}</option>
      </select>
    </label>
  )
}

function Shown({ showing }: { showing: Showing }) {
  const m = useMessages(donorPageMessages)
  const source = useMemo(() => ownSource(showing), [showing])
  useClosedPictures(source)
  const { withheld, presentation } = showing
  return (
    <>
      {presentation.isDemonstration && <Ribbon />}
      {withheld.length > 0 && (
        <details className={styles.withheld}>
          <summary>{m.withheld(withheld.length)}</summary>
          <WithheldList withheld={withheld.map((one) => ({ ...one, slideId: null }))} slides={[]} />
        </details>
      )}
      {presentation.slides.length > 0 ? (
        <Story source={source} isWithoutMap={false} />
      ) : (
        <EmptyState title={m.nothing} />
      )}
    </>
  )
}
