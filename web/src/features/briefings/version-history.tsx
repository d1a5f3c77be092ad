import type { Briefing } from '@borne/api/contracts/briefings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BRIEFINGS_KEY, briefingQuery, versionsQuery } from './briefings-queries.ts'
import styles from './editor.module.css'
import { editorMessages } from './editor-messages.ts'
import { useTextIn } from './show/texts.ts'

interface VersionHistoryProps {
  briefingId: string
  current: number
  mayRestore: boolean
  onRestored(briefing: Briefing): void
  onClose(): void
}

/** Every version that was saved, the latest first; any of them becomes the newest again. */
export function VersionHistory({
  briefingId,
  current,
  mayRestore,
  onRestored,
  onClose,
}: VersionHistoryProps) {
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const text = useTextIn()
  const { data, error, refetch } = useQuery(versionsQuery(briefingId))
  const restore = useRestoreVersion(briefingId, (restored) => {
    onRestored(restored)
    onClose()
  })
  return (
    <Dialog isOpen title={m.history} onClose={onClose}>
      <p className={styles.hint}>{m.historyText}</p>
      {error && !data && <ErrorState problem={error} what={m.historyFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={4} />}
      <ol className={styles.versions}>
        {data?.items.map(({ version, savedAt, savedBy, title, slideCount }) => (
          <li key={version}>
            <div>
              <strong>{m.version(formats.number(version))}</strong>
              {version === current && <span className={styles.current}>{m.current}</span>}
              <div className={styles.hint}>
                <span title={formats.relative(savedAt)}>{formats.instant(savedAt)}</span>
                {savedBy && ` ${m.by(savedBy)}`} · {m.slideCount(slideCount)} · {text(title) || m.untitled}
              </div>
            </div>
            {mayRestore && version !== current && (
              <Button size="small" disabled={restore.isPending} onClick={() => restore.mutate(version)}>
                {m.restore}
                <span className="visually-hidden"> : {m.version(formats.number(version))}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <FormProblem error={restore.error} />
    </Dialog>
  )
}

function useRestoreVersion(briefingId: string, onDone: (restored: Briefing) => void) {
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (version: number) =>
      sendJson<Briefing>('POST', `/api/briefings/${briefingId}/versions/${version}/restore`),
    onSuccess: (briefing, version) => {
      onDone(briefing)
      client.setQueryData(briefingQuery(briefingId).queryKey, briefing)
      void client.invalidateQueries({ queryKey: [BRIEFINGS_KEY, 'list'] })
      toast.show(m.restored(formats.number(version)))
    },
  })
}
