import type { MadeShareLink, Slide } from '@borne/api/contracts/briefings'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { BRIEFINGS_KEY, linksQuery } from './briefings-queries.ts'
import { LinkList } from './link-list.tsx'
import { MadeLink } from './made-link.tsx'
import { ShareForm } from './share-form.tsx'
import { shareMessages } from './share-messages.ts'

export interface ShareProps {
  briefingId: string
  donorId: string | null
  slides: readonly Slide[]
}

/** Makes links to a briefing for an audience, and keeps those that were made. */
export function ShareDialog({ onClose, ...share }: ShareProps & { onClose(): void }) {
  const m = useMessages(shareMessages)
  const client = useQueryClient()
  const [tab, setTab] = useState<'new' | 'links'>('new')
  const [made, setMade] = useState<MadeShareLink>()
  function onMade(link: MadeShareLink) {
    setMade(link)
    void client.invalidateQueries({ queryKey: linksQuery(share.briefingId).queryKey })
    void client.invalidateQueries({ queryKey: [BRIEFINGS_KEY, 'list'] })
  }
  if (made) return <MadeLink made={made} onClose={onClose} />
  return (
    <Dialog isOpen isWide title={m.title} onClose={onClose}>
      <Tabs<'new' | 'links'>
        label={m.tabs}
        tabs={[
          { id: 'new', label: m.tabNames.new, panel: <ShareForm {...share} onMade={onMade} /> },
          { id: 'links', label: m.tabNames.links, panel: <LinkList briefingId={share.briefingId} /> },
        ]}
        selected={tab}
        onSelect={setTab}
      />
    </Dialog>
  )
}
