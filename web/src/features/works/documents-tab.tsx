import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { withParams } from '../../platform/api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './contract.module.css'
import { type ContractDocument, contractDocuments, type DocumentKind } from './contract-documents.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { ChoiceField } from './form-frame.tsx'
import { TableDownloads } from './table-downloads.tsx'

interface DocumentWords {
  intro: string
  about: string
  names: Record<DocumentKind, string>
  missing: Record<DocumentKind, string>
  docx: (name: string) => string
  pdf: (name: string) => string
  asOf: (day: string) => string
  certificate: (number: number, day: string) => string
}

const messages = defineMessages<DocumentWords>({
  fr: {
    intro:
      'En français, tels que connus maintenant ; le texte de chaque modèle peut être changé par le bureau.',
    about: 'À propos de',
    names: {
      'site-minutes': 'PV de chantier',
      'acceptance-report': 'PV de réception',
      'payment-certificate': 'Décompte',
      'progress-sheet': 'Fiche d’avancement',
    },
    missing: {
      'site-minutes': 'Dès le premier rapport d’avancement.',
      'acceptance-report': 'Dès la première réception.',
      'payment-certificate': 'Dès le premier décompte.',
      'progress-sheet': '',
    },
    docx: (name) => `${name}, DOCX`,
    pdf: (name) => `${name}, PDF`,
    asOf: (day) => `État au ${day}`,
    certificate: (number, day) => `n° ${number} du ${day}`,
  },
  en: {
    intro: 'In French, as known now; the office can change the text of each template.',
    about: 'About',
    names: {
      'site-minutes': 'Minutes of a site visit',
      'acceptance-report': 'Acceptance report',
      'payment-certificate': 'Payment certificate',
      'progress-sheet': 'Progress sheet',
    },
    missing: {
      'site-minutes': 'From the first progress report on.',
      'acceptance-report': 'From the first acceptance on.',
      'payment-certificate': 'From the first certificate on.',
      'progress-sheet': '',
    },
    docx: (name) => `${name}, DOCX`,
    pdf: (name) => `${name}, PDF`,
    asOf: (day) => `State on ${day}`,
    certificate: (number, day) => `no. ${number} of ${day}`,
  },
})

/** The documents that can be made of a contract, as DOCX to go on with and as PDF to hand over. */
export function DocumentsTab({ view }: { view: ContractView }) {
  const m = useMessages(messages)
  return (
    <>
      <p className={styles.intro}>{m.intro}</p>
      <div className={styles.columns}>
        {contractDocuments(view).map((made) => (
          <DocumentPart key={made.kind} made={made} view={view} />
        ))}
        <TableDownloads view={view} />
      </div>
    </>
  )
}

function DocumentPart({ made, view }: { made: ContractDocument; view: ContractView }) {
  const m = useMessages(messages)
  const words = useMessages(eventWords)
  const { day } = useFormats()
  const [eventId, setEventId] = useState(made.events[0]?.id ?? '')
  const name = m.names[made.kind]
  if (made.events.length === 0 && made.kind !== 'progress-sheet') {
    return (
      <PanelSection title={name}>
        <p className={styles.muted}>{m.missing[made.kind]}</p>
      </PanelSection>
    )
  }
  const about = made.kind === 'progress-sheet' ? { on: view.on } : { event: eventId }
  const path = (format: 'docx' | 'pdf') =>
    withParams(`/api/works/contracts/${view.contract.id}/documents/${made.kind}`, { format, ...about })
  return (
    <PanelSection title={name}>
      <div className={styles.stack}>
        {made.events.length > 0 ? (
          <ChoiceField
            label={m.about}
            options={made.events.map(({ id, kind, on, number }) => ({
              value: id,
              label: number === null ? `${words.kinds[kind]}, ${day(on)}` : m.certificate(number, day(on)),
            }))}
            value={eventId}
            onChange={setEventId}
          />
        ) : (
          <p>{m.asOf(day(view.on))}</p>
        )}
        <div className={styles.actions}>
          <a href={path('docx')} download className={buttonClass()} aria-label={m.docx(name)}>
            <IconFileTypeDocx aria-hidden="true" />
            DOCX
          </a>
          <a href={path('pdf')} download className={buttonClass()} aria-label={m.pdf(name)}>
            <IconFileTypePdf aria-hidden="true" />
            PDF
          </a>
        </div>
      </div>
    </PanelSection>
  )
}
