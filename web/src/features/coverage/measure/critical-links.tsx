import type { CoverageWithoutRoads, CriticalLinks, CriticalLinksInput } from '@borne/api/contracts/coverage'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { sendJson } from '../../../platform/api.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import type { CoverageQuestion } from '../search.ts'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import { questionOf } from './measure-query.ts'

const LOOKED_SECONDS = 10
const CLOSE_ZOOM = 12

/** Fords, bridges and ferries on which the reach depends: looked for on demand, since each is measured again. */
export function CriticalLinksSection({
  coverage,
  search,
}: {
  coverage: CoverageWithoutRoads
  search: CoverageQuestion
}) {
  const m = useMessages(measureMessages)
  const question = questionOf(search)
  const key = JSON.stringify(question)
  const giveUp = useRef<AbortController>(null)
  const looking = useMutation({
    mutationFn: async (input: CriticalLinksInput) => {
      giveUp.current = new AbortController()
      const { signal } = giveUp.current
      const found = await sendJson<CriticalLinks>('POST', '/api/coverage/critical-links', input, signal)
      return { found, key: JSON.stringify(input.question) }
    },
  })
  useEffect(() => () => giveUp.current?.abort(), [])
  const isOutdated = looking.data !== undefined && looking.data.key !== key
  const ask = () => looking.mutate({ question, seconds: LOOKED_SECONDS })
  const wasGivenUp = looking.error?.name === 'AbortError'
  return (
    <PanelSection title={m.links}>
      <p className={styles.note}>{m.linksNote}</p>
      {looking.isPending && <Looking onCancel={() => giveUp.current?.abort()} />}
      {looking.isError && !wasGivenUp && <ErrorState problem={looking.error} what={m.links} onRetry={ask} />}
      {looking.data && (
        <>
          {isOutdated && <p className={styles.alarm}>{m.linksOutdated}</p>}
          <LinkList links={looking.data.found} coverage={coverage} />
        </>
      )}
      {!looking.isPending && (!looking.data || isOutdated) && (
        <Button size="small" onClick={ask}>
          {looking.data ? m.askAgain : m.askLinks}
        </Button>
      )}
    </PanelSection>
  )
}

/** How much of the time that may be taken has passed. */
function Looking({ onCancel }: { onCancel(): void }) {
  const m = useMessages(measureMessages)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => setSeconds((performance.now() - startedAt) / 1000), 250)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={styles.working} role="status">
      <label>
        {m.askingLinks}
        <progress value={Math.min(seconds, LOOKED_SECONDS)} max={LOOKED_SECONDS} />
      </label>
      <Button size="small" variant="quiet" onClick={onCancel}>
        {m.cancel}
      </Button>
    </div>
  )
}

function LinkList({ links: found, coverage }: { links: CriticalLinks; coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const { distance, list } = useFormats()
  const camera = useMapCamera()
  const { links, untriedCount, untriedMostMetres } = found
  const nameOf = (postId: string) => coverage.posts.find((post) => post.postId === postId)?.name
  return (
    <>
      {links.length === 0 && untriedCount === 0 && <p>{m.noLink}</p>}
      <ol className={styles.links}>
        {links.map(({ edgeId, kind, name, position, lostMetres, postIds }) => (
          <li key={`${kind} ${edgeId}`}>
            <button
              type="button"
              className={styles.place}
              onClick={() => camera.show({ center: position, zoom: CLOSE_ZOOM })}
            >
              <strong>{m.linkLost(distance(lostMetres))}</strong>{' '}
              {[m.linkKinds[kind], name].filter(Boolean).join(' ')}
            </button>
            <p className={styles.note}>{m.linkPosts(list(postIds.flatMap((id) => nameOf(id) ?? [])))}</p>
          </li>
        ))}
      </ol>
      {untriedCount > 0 && (
        <p className={styles.note}>{m.linksPartial(untriedCount, distance(untriedMostMetres))}</p>
      )}
    </>
  )
}
