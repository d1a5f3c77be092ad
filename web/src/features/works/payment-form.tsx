import { useState } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import styles from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { readAmount, useMoney, writeAmount } from './money.ts'
import { type EventDraft, useRecordEvent } from './use-record-event.ts'
import { useContractSearch } from './use-works-search.ts'

/** Pays a certificate: what is still owed on it is proposed. */
export function PaymentForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const { forms } = useMessages(contractMessages)
  const { language } = useLanguage()
  const { day: told } = useFormats()
  const money = useMoney()
  const close = useCloseForm()
  const { search } = useContractSearch()
  const { currency } = view.contract
  const owed = view.ledger.lines.filter(({ outstandingMinor }) => outstandingMinor > 0)
  const first = owed.find(({ certificateId }) => certificateId === search.event) ?? owed[0]
  const [certificateId, setCertificateId] = useState(first?.certificateId ?? '')
  const [amount, setAmount] = useState(writeAmount(first?.outstandingMinor ?? 0, language))
  const [day, setDay] = useState(view.today)
  const [note, setNote] = useState('')
  const [isTried, setIsTried] = useState(false)
  const { record, warn, refusals, error, isPending } = useRecordEvent(view)
  const amountMinor = readAmount(amount)

  const payload = { amountMinor: amountMinor ?? 0, note: note.trim() }
  const draft: EventDraft = { kind: 'payment', about: certificateId, happenedOn: day, payload }

  async function submit() {
    setIsTried(true)
    if (amountMinor !== null && (await record(draft, true))) close()
  }

  return (
    <FormFrame
      title={forms.payment}
      refusals={refusals}
      warnings={first ? warn(draft) : []}
      error={error}
      isPending={isPending}
      isClosed={!first}
      onSubmit={() => void submit()}
    >
      {first ? (
        <>
          <ChoiceField
            label={m.certificate}
            options={owed.map((line) => ({
              value: line.certificateId,
              label: `n° ${line.number} · ${told(line.on)} · ${money.exact(line.outstandingMinor, currency)}`,
            }))}
            value={certificateId}
            onChange={(id) => {
              setCertificateId(id)
              const line = owed.find((one) => one.certificateId === id)
              setAmount(writeAmount(line?.outstandingMinor ?? 0, language))
            }}
          />
          <div className={styles.pair}>
            <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
            <TextField
              label={m.amount(currency)}
              inputMode="decimal"
              value={amount}
              error={isTried && amountMinor === null ? m.notAmount : undefined}
              onChange={setAmount}
            />
          </div>
          <NoteField value={note} onChange={setNote} />
        </>
      ) : (
        <p>{m.nothingToPay}</p>
      )}
    </FormFrame>
  )
}
