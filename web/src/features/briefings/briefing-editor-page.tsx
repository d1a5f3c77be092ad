import type { Briefing } from '@borne/api/contracts/briefings'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useToolKeys } from '../../map/use-tool-keys.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import own from './briefings.module.css'
import { briefingQuery } from './briefings-queries.ts'
import { EditorBody } from './editor-body.tsx'
import { EditorFoot } from './editor-foot.tsx'
import { editorMessages } from './editor-messages.ts'
import { noteBriefing } from './last-briefing.ts'
import { listMessages } from './list-messages.ts'
import { MergeBriefingDialog } from './merge-briefing-dialog.tsx'
import { SaveState } from './save-state.tsx'
import { useTextIn } from './show/texts.ts'
import { useBriefingDesk } from './use-briefing-desk.ts'

const VersionHistory = lazy(async () => ({
  default: (await import('./version-history.tsx')).VersionHistory,
}))

const route = getRouteApi('/briefings/$briefingId')

/** One briefing: its slides, and the form of the one that is chosen. */
export function BriefingEditorPage() {
  const m = useMessages(editorMessages)
  const { briefingId } = route.useParams()
  const { data, error, refetch } = useQuery(briefingQuery(briefingId))
  if (data) return <Editor key={briefingId} briefing={data} />
  return (
    <Panel title={m.loadFailed} back={<BackLink />}>
      {error ? (
        <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Panel>
  )
}

function Editor({ briefing }: { briefing: Briefing }) {
  const m = useMessages(editorMessages)
  const text = useTextIn()
  const accountId = useSignedIn()?.accountId ?? ''
  const mayEdit = usePermission('briefings.edit')
  const { desk, ...state } = useBriefingDesk(briefing)
  const [opened, setOpened] = useState<'history' | 'merge'>()
  const { history, saved, status } = state
  const isFixed = !mayEdit || briefing.isArchived
  useEffect(() => {
    if (!isFixed) noteBriefing({ accountId, briefingId: briefing.id })
  }, [accountId, briefing.id, isFixed])
  useToolKeys(
    isFixed
      ? {}
      : {
          'Ctrl+z': () => desk.undo(),
          'Ctrl+Z': () => desk.redo(),
          'Ctrl+y': () => desk.redo(),
          'Ctrl+s': () => void desk.save(),
        },
  )
  return (
    <Panel
      title={text(history.present.title) || m.untitled}
      subtitle={
        isFixed ? (
          <span>{briefing.isArchived ? m.archivedNote : m.readOnly}</span>
        ) : (
          <SaveState state={state} onRetry={() => void desk.save()} onResolve={() => setOpened('merge')} />
        )
      }
      back={<BackLink />}
      actions={
        <>
          {!isFixed && (
            <>
              <IconButton
                label={m.undo}
                shortcut="Ctrl+Z"
                icon={<IconArrowBackUp />}
                tip="below-end"
                disabled={history.past.length === 0}
                onClick={() => desk.undo()}
              />
              <IconButton
                label={m.redo}
                shortcut="Ctrl+Y"
                icon={<IconArrowForwardUp />}
                tip="below-end"
                disabled={history.future.length === 0}
                onClick={() => desk.redo()}
              />
            </>
          )}
          <IconButton
            label={m.history}
            icon={<IconHistory />}
            tip="below-end"
            onClick={() => void desk.save().then(() => setOpened('history'))}
          />
        </>
      }
      footer={<EditorFoot briefingId={briefing.id} draft={history.present} onSave={() => desk.save()} />}
    >
      <EditorBody desk={desk} draft={history.present} isFixed={isFixed} />
      {opened === 'merge' && status.kind === 'conflict' && (
        <MergeBriefingDialog
          conflict={status}
          mine={history.present}
          onClose={() => setOpened(undefined)}
          onSettle={(choices) => desk.settle(choices)}
        />
      )}
      <Suspense fallback={null}>
        {opened === 'history' && (
          <VersionHistory
            briefingId={briefing.id}
            current={saved.version}
            mayRestore={!isFixed}
            onRestored={(restored) => desk.take(restored, true)}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Suspense>
    </Panel>
  )
}

function BackLink() {
  const words = useMessages(listMessages)
  return (
    <Link to="/briefings" className={own.back} aria-label={words.back} title={words.back}>
      <IconArrowLeft aria-hidden="true" />
    </Link>
  )
}
