import type { PunchItem } from '@borne/geodata/works/state'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { inspectionAnchor } from './inspection-anchor.ts'
import { inspectionMessages } from './inspection-messages.ts'
import styles from './punch.module.css'
import { checklistsQuery } from './works-queries.ts'

/** The inspection that raised a nonconformity, further down on the same tab; nothing where none did. */
export function PunchOrigin({ item, view }: { item: PunchItem; view: ContractView }) {
  const m = useMessages(inspectionMessages)
  const { language } = useLanguage()
  const { day } = useFormats()
  const { data } = useQuery(checklistsQuery)
  const inspection = view.state.inspections.find(({ id }) => id === item.inspectionId)
  if (!inspection) return null
  const checklist = data?.items.find(({ id }) => id === inspection.checklistId)
  const name = checklist && (language === 'fr' ? checklist.nameFr : checklist.nameEn)

  function show() {
    const line = document.getElementById(inspectionAnchor(inspection!.id))
    line?.querySelector('details')?.setAttribute('open', '')
    line?.scrollIntoView({ block: 'start' })
    line?.querySelector('summary')?.focus({ preventScroll: true })
  }

  return (
    <button type="button" className={styles.origin} onClick={show}>
      {m.raisedBy(name ?? inspection.checklistId, day(inspection.on))}
    </button>
  )
}
