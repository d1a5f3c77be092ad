import { IconShare } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { BriefingDraft } from './briefing-draft.ts'
import { editorMessages } from './editor-messages.ts'
import { exportMessages } from './export-messages.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

interface EditorFootProps {
  briefingId: string
  draft: BriefingDraft
  /** What is shared or shown is what the server has: it is given the rest first. */
  onSave(): Promise<void>
}

/** What one does with a briefing: show it, export it, share it. */
export function EditorFoot({ briefingId, draft, onSave }: EditorFootProps) {
  const m = useMessages(editorMessages)
  const words = useMessages(exportMessages)
  const mayShare = usePermission('briefings.share')
  const [opened, setOpened] = useState<'share' | 'export'>()
  const props = { briefingId, donorId: draft.donorId, slides: draft.slides }
  const isEmpty = draft.slides.length === 0
  return (
    <>
      <Link
        to="/briefings/$briefingId/present"
        params={{ briefingId }}
        disabled={isEmpty}
        className={buttonClass()}
        onClick={() => void onSave()}
      >
        {m.present}
      </Link>
      <Button disabled={isEmpty} onClick={() => void onSave().then(() => setOpened('export'))}>
        {words.button}
      </Button>
      {mayShare && (
        <Button
          variant="primary"
          icon={<IconShare aria-hidden="true" />}
          disabled={isEmpty}
          onClick={() => void onSave().then(() => setOpened('share'))}
        >
          {m.share}
        </Button>
      )}
      <Suspense fallback={null}>
        {opened === 'share' && <ShareDialog {...props} onClose={() => setOpened(undefined)} />}
        {opened === 'export' && <ExportDialog {...props} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </>
  )
}
