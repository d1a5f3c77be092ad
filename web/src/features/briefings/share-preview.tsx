import type { AskedAudience, Showing, Slide } from '@borne/api/contracts/briefings'
import { IconChevronLeft, IconChevronRight, IconColumns2 } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { BRIEFINGS_KEY } from './briefings-queries.ts'
import styles from './share.module.css'
import { shareMessages } from './share-messages.ts'
import { ownSource } from './show/show-source.ts'
import { SlideStage } from './show/slide-stage.tsx'
import { useSize } from './show/use-size.ts'
import { WithheldList } from './withheld-list.tsx'

/** A showing is made for the preview alone, and forgotten with it. */
function previewQuery(briefingId: string, audience: AskedAudience | null) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'preview', briefingId, audience],
    queryFn: ({ signal }) =>
      sendJson<Showing>('POST', `/api/briefings/${briefingId}/showings`, { audience }, signal),
    staleTime: 60_000,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
}

interface SharePreviewProps {
  briefingId: string
  asked: AskedAudience
  audienceName: string
  slides: readonly Slide[]
}

/** What the audience will not get; and, side by side with the original, what it will. */
export function SharePreview({ briefingId, asked, audienceName, slides }: SharePreviewProps) {
  const m = useMessages(shareMessages)
  const [isComparing, setIsComparing] = useState(false)
  const { data, error, refetch } = useQuery(previewQuery(briefingId, asked))
  if (error && !data)
    return <ErrorState problem={error} what={m.previewFailed} onRetry={() => void refetch()} />
  if (!data)
    return (
      <p className={styles.hint} role="status">
        {m.preparing}
      </p>
    )
  return (
    <section aria-labelledby="withheld-title">
      <div className={styles.previewHead}>
        <h3 id="withheld-title">{m.withheldTitle}</h3>
        <Button
          size="small"
          icon={<IconColumns2 aria-hidden="true" size={16} />}
          onClick={() => setIsComparing(true)}
        >
          {m.compare}
        </Button>
      </div>
      <WithheldList withheld={data.withheld} slides={slides} />
      {isComparing && (
        <CompareDialog
          briefingId={briefingId}
          redacted={data}
          audienceName={audienceName}
          onClose={() => setIsComparing(false)}
        />
      )}
    </section>
  )
}

interface CompareDialogProps {
  briefingId: string
  redacted: Showing
  audienceName: string
  onClose(): void
}

function CompareDialog({ briefingId, redacted, audienceName, onClose }: CompareDialogProps) {
  const m = useMessages(shareMessages)
  const formats = useFormats()
  const [at, setAt] = useState(0)
  const { data: original, error, refetch } = useQuery(previewQuery(briefingId, null))
  const count = Math.max(redacted.presentation.slides.length, original?.presentation.slides.length ?? 0)
  return (
    <Dialog isOpen isWidest title={m.compareTitle} onClose={onClose}>
      <div className={styles.compareBar}>
        <IconButton
          label={m.previous}
          icon={<IconChevronLeft />}
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        />
        <span aria-live="polite">{m.ofCount(formats.number(at + 1), formats.number(count))}</span>
        <IconButton
          label={m.next}
          icon={<IconChevronRight />}
          disabled={at >= count - 1}
          onClick={() => setAt(at + 1)}
        />
      </div>
      {error && !original && (
        <ErrorState problem={error} what={m.previewFailed} onRetry={() => void refetch()} />
      )}
      {!error && !original && <p role="status">{m.preparing}</p>}
      {original && (
        <div className={styles.beside}>
          <Side title={m.original} showing={original} at={at} />
          <Side title={m.asAudience(audienceName)} showing={redacted} at={at} />
        </div>
      )}
    </Dialog>
  )
}

/** A stage is drawn at the size of a small projector, and made smaller as a whole: all stays in proportion. */
const DRAWN = { width: 1280, height: 720 }

function Side({ title, showing, at }: { title: string; showing: Showing; at: number }) {
  const m = useMessages(shareMessages)
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const source = useMemo(() => ownSource(showing), [showing])
  useEffect(() => () => source.pictures.close(), [source])
  const slide = showing.presentation.slides[at]
  return (
    <figure className={styles.side}>
      <figcaption>{title}</figcaption>
      <div ref={frame} className={styles.stage}>
        {slide && size && (
          <div style={{ ...DRAWN, transformOrigin: '0 0', transform: `scale(${size.width / DRAWN.width})` }}>
            <SlideStage source={source} slide={slide} isStill touch="none" />
          </div>
        )}
        {!slide && <p className={styles.hint}>{m.noSlide}</p>}
      </div>
    </figure>
  )
}
