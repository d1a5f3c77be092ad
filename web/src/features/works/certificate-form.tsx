import { contractState } from '@borne/geodata/works/contract-state'
import { ledger } from '@borne/geodata/works/ledger'
import type { CertificateAmounts } from '@borne/geodata/works/results'
import { useMemo, useState } from 'react'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import {
  type CertificateRole,
  certifiedQuantities,
  proposedMilli,
  quantityLines,
  refusalsByItem,
} from './certificate-draft.ts'
import { CertificatePreview } from './certificate-preview.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { readAmount, readQuantity, useMoney, writeAmount, writeQuantity } from './money.ts'
import { QuantityTable } from './quantity-table.tsx'
import { draftedEvent, type EventDraft, useRecordEvent } from './use-record-event.ts'

const ROLES = ['interim', 'advance', 'final'] as const satisfies readonly CertificateRole[]

/** A payment certificate: quantities to date, prefilled from the validated progress, and what follows from them. */
export function CertificateForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const words = useMessages(eventWords)
  const { forms } = useMessages(contractMessages)
  const { language } = useLanguage()
  const money = useMoney()
  const close = useCloseForm()
  const lines = useMemo(() => quantityLines(view), [view])
  const number = (view.ledger.lines.at(-1)?.number ?? 0) + 1
  const hasAdvance = view.contract.terms.advancePpm > 0 && number === 1
  const [role, setRole] = useState<CertificateRole>(hasAdvance ? 'advance' : 'interim')
  const [day, setDay] = useState(view.today)
  const [typed, setTyped] = useState(() => lines.map((line) => writeQuantity(proposedMilli(line), language)))
  const [penalties, setPenalties] = useState(writeAmount(0, language))
  const [note, setNote] = useState('')
  const { record, judge, warn, error, isPending } = useRecordEvent(view)
  const quantities = typed.map(readQuantity)
  const penaltiesMinor = readAmount(penalties)
  const isReadable = penaltiesMinor !== null && (role === 'advance' || !quantities.includes(null))
  const sent = role === 'advance' ? [] : certifiedQuantities(lines, quantities)
  const draft: EventDraft = {
    kind: 'certificate',
    happenedOn: day,
    payload: { number, role, quantities: sent, penaltiesMinor: penaltiesMinor ?? 0, note: note.trim() },
  }
  const refusals = isReadable ? judge(draft) : []
  const { byItem, rest } = refusalsByItem(refusals, sent)
  const amounts = isReadable && refusals.length === 0 ? previewOf(view, draft) : null

  async function submit() {
    if (isReadable && (await record(draft, true))) close()
  }

  return (
    <FormFrame
      isWide
      title={`${forms.certificate} n° ${number}`}
      refusals={rest}
      warnings={isReadable ? warn(draft) : []}
      error={error}
      isPending={isPending}
      isClosed={!isReadable}
      onSubmit={() => void submit()}
    >
      <div className={styles.pair}>
        <ChoiceField
          label={m.role}
          options={ROLES.filter((value) => value !== 'advance' || hasAdvance).map((value) => ({
            value,
            label: words.certificateRoles[value],
          }))}
          value={role}
          onChange={setRole}
        />
        <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
        <TextField
          label={m.penalties(view.contract.currency)}
          hint={m.penaltiesHint(money.exact(view.clock.penalty.exposureMinor, view.contract.currency))}
          inputMode="decimal"
          value={penalties}
          error={penaltiesMinor === null ? m.notAmount : undefined}
          onChange={setPenalties}
        />
      </div>
      {role !== 'advance' && (
        <QuantityTable
          lines={lines}
          typed={typed}
          quantities={quantities}
          refused={byItem}
          onChange={setTyped}
        />
      )}
      <CertificatePreview amounts={amounts} currency={view.contract.currency} />
      <NoteField value={note} onChange={setNote} />
    </FormFrame>
  )
}

/** What the certificate would add, by the fold and the ledger of the page itself. */
function previewOf(view: ContractView, draft: EventDraft): CertificateAmounts | null {
  const drafted = draftedEvent(view, draft)
  const state = contractState(view.contract, [...view.events, drafted])
  return (
    ledger(view.contract, state).lines.find(({ certificateId }) => certificateId === drafted.id)?.period ??
    null
  )
}
