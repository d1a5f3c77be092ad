import type { Checklist } from '@borne/api/contracts/works'
import type { InspectionFact } from '@borne/geodata/works/state'
import { IconCircleCheck, IconCircleMinus, IconCircleX, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../platform/session-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import type { ContractView } from './contract-view.ts'
import styles from './inspection.module.css'
import { inspectionAnchor } from './inspection-anchor.ts'
import { countResults, type InspectionResult, RESULTS } from './inspection-draft.ts'
import { inspectionMessages } from './inspection-messages.ts'
import { useKept } from './kept-outbox.ts'
import { isInspection, isOpen, type KeptInspection } from './kept-store.ts'
import { photoName } from './punch-line.tsx'
import { punchMessages } from './punch-messages.ts'
import { useEventPeople } from './use-event-people.ts'
import { useContractSearch } from './use-works-search.ts'
import { checklistsQuery } from './works-queries.ts'

const MARKS: Readonly<Record<InspectionResult, typeof IconCircleCheck>> = {
  conforming: IconCircleCheck,
  nonconforming: IconCircleX,
  'not-applicable': IconCircleMinus,
}

/** The inspections, the latest first, each with its counts and opened to its answers. */
export function InspectionList({ view }: { view: ContractView }) {
  const m = useMessages(inspectionMessages)
  const { change } = useContractSearch()
  const mayManage = usePermission('works.manage') && !view.isPast
  const { data } = useQuery(checklistsQuery)
  const { inspections } = view.state
  const all = useKept(useSignedIn()?.accountId) ?? []
  const kept = all.filter(isInspection).filter(({ draft }) => draft.contractId === view.contract.id)
  const isBegun = kept.some(isOpen)
  return (
    <PanelSection title={m.title}>
      {mayManage && (
        <div>
          <Button icon={<IconPlus aria-hidden="true" />} onClick={() => change({ form: 'inspection' })}>
            {isBegun ? m.resume : m.add}
          </Button>
        </div>
      )}
      {mayManage && kept.map((one) => <KeptLine key={one.draft.inspectionId} kept={one} />)}
      {inspections.length === 0 && <p className={styles.muted}>{m.none}</p>}
      <ul className={styles.list}>
        {inspections.toReversed().map((inspection) => (
          <InspectionLine
            key={inspection.id}
            inspection={inspection}
            checklist={data?.items.find(({ id }) => id === inspection.checklistId)}
            view={view}
          />
        ))}
      </ul>
    </PanelSection>
  )
}

/** What the device has of this contract: begun, or sent off and without an answer. */
function KeptLine({ kept }: { kept: KeptInspection }) {
  const m = useMessages(inspectionMessages)
  const { instant } = useFormats()
  return (
    <p className={styles.muted} role="status">
      {isOpen(kept) ? m.draftOf(instant(kept.draft.startedAt)) : m.waiting(instant(kept.waitsSince))}
    </p>
  )
}

interface InspectionLineProps {
  inspection: InspectionFact
  /** As it is now; absent while it is read, or when it is gone. */
  checklist: Checklist | undefined
  view: ContractView
}

function InspectionLine({ inspection, checklist, view }: InspectionLineProps) {
  const m = useMessages(inspectionMessages)
  const { by } = useMessages(punchMessages)
  const { language } = useLanguage()
  const { day } = useFormats()
  const person = useEventPeople(view)(inspection.eventId)
  const counts = countResults(inspection.answers)
  const name = checklist && (language === 'fr' ? checklist.nameFr : checklist.nameEn)
  return (
    <li id={inspectionAnchor(inspection.id)}>
      <details>
        <summary>
          <strong>{name ?? m.unknownList(inspection.checklistId)}</strong>
          <span className={styles.muted}>
            {' · '}
            {day(inspection.on)}
            {person && ` · ${by(person)}`}
          </span>
          <span className={styles.counts}>
            {RESULTS.filter((result) => counts[result] > 0).map((result) => (
              <span key={result} className={styles.told} data-result={result}>
                <Mark result={result} />
                {m.counts[result](counts[result])}
              </span>
            ))}
          </span>
        </summary>
        <Answers {...{ inspection, checklist }} />
        {inspection.note && <p className={styles.note}>{inspection.note}</p>}
        <InspectionPhotos inspection={inspection} view={view} />
      </details>
    </li>
  )
}

function Answers({ inspection, checklist }: Pick<InspectionLineProps, 'inspection' | 'checklist'>) {
  const m = useMessages(inspectionMessages)
  const { language } = useLanguage()
  return (
    <ul className={styles.answers}>
      {inspection.answers.map(({ itemId, result, note }) => {
        const item = checklist?.items.find(({ id }) => id === itemId)
        return (
          <li key={itemId} className={styles.told} data-result={result}>
            <Mark result={result} />
            <div>
              <span>{item ? item[language] : itemId}</span>
              {' · '}
              <strong>{m.results[result]}</strong>
              {checklist && !item && <span className={styles.muted}> · {m.listGone}</span>}
              {note && <p className={styles.note}>{note}</p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Mark({ result }: { result: InspectionResult }) {
  const Icon = MARKS[result]
  return <Icon aria-hidden="true" size={16} />
}

function InspectionPhotos({ inspection, view }: Pick<InspectionLineProps, 'inspection' | 'view'>) {
  const ids = view.events.find(({ id }) => id === inspection.eventId)?.photoIds ?? []
  const photos = view.photos.filter(({ id }) => ids.includes(id))
  if (photos.length === 0) return null
  return (
    <div className={styles.photos}>
      {photos.map((photo) => (
        <a key={photo.id} href={photo.urls.large} target="_blank" rel="noreferrer">
          <img src={photo.urls.thumbnail} alt={photoName(photo)} loading="lazy" />
        </a>
      ))}
    </div>
  )
}
