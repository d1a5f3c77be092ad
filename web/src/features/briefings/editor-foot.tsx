import { IconPlayerPlay, IconShare } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { BriefingDraft } from './briefing-draft.ts'
import { editorMessages } from './editor-messages.ts'

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
  const mayShare = usePermission('briefings.share')
  const [isSharing, setIsSharing] = useState(false)
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
        <IconPlayerPlay aria-hidden="true" />
        {m.present}
      </Link>
      {mayShare && (
        <Button
          variant="primary"
          icon={<IconShare aria-hidden="true" />}
          disabled={isEmpty}
          onClick={() => void onSave().then(() => setIsSharing(true))}
        >
          {m.share}
        </Button>
      )}
      <Suspense fallback={null}>
        {isSharing && (
          <ShareDialog
            briefingId={briefingId}
            donorId={draft.donorId}
            slides={draft.slides}
            onClose={() => setIsSharing(false)}
          />
        )}
      </Suspense>
    </>
  )
}
