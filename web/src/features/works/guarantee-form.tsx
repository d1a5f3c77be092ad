import { GUARANTEE_TYPES, type GuaranteeType } from '@borne/geodata/works/types'
import { useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { readAmount } from './money.ts'
import { useRecordEvent } from './use-record-event.ts'

/** A guarantee or an insurance, until its expiry. */
export function GuaranteeForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const words = useMessages(eventWords)
  const { forms } = useMessages(contractMessages)
  const close = useCloseForm()
  const [type, setType] = useState<GuaranteeType>('performance')
  const [texts, setTexts] = useState({ reference: '', issuer: '', amount: '', expiresOn: '', note: '' })
  const [day, setDay] = useState(view.today)
  const [isTried, setIsTried] = useState(false)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const amountMinor = readAmount(texts.amount)
  const set = (part: keyof typeof texts) => (value: string) => setTexts({ ...texts, [part]: value })
  const missing = (value: string) => (isTried && !value.trim() ? m.missing : undefined)

  async function submit() {
    setIsTried(true)
    const { reference, issuer, expiresOn, note } = texts
    if (amountMinor === null || !reference.trim() || !issuer.trim() || !expiresOn) return
    const payload = {
      type,
      reference: reference.trim(),
      issuer: issuer.trim(),
      amountMinor,
      expiresOn,
      note: note.trim(),
    }
    if (await record({ kind: 'guarantee', happenedOn: day, payload }, true)) close()
  }

  return (
    <FormFrame
      title={forms.guarantee}
      refusals={refusals}
      error={error}
      isPending={isPending}
      onSubmit={() => void submit()}
    >
      <ChoiceField
        label={m.type}
        options={GUARANTEE_TYPES.map((value) => ({ value, label: words.guarantees[value] }))}
        value={type}
        onChange={setType}
      />
      <div className={styles.pair}>
        <TextField
          label={m.reference}
          value={texts.reference}
          error={missing(texts.reference)}
          onChange={set('reference')}
        />
        <TextField
          label={m.issuer}
          value={texts.issuer}
          error={missing(texts.issuer)}
          onChange={set('issuer')}
        />
        <TextField
          label={m.amount(view.contract.currency)}
          inputMode="decimal"
          value={texts.amount}
          error={isTried && amountMinor === null ? m.notAmount : undefined}
          onChange={set('amount')}
        />
        <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
        <DayField
          label={m.expiresOn}
          value={texts.expiresOn}
          error={missing(texts.expiresOn)}
          onChange={set('expiresOn')}
        />
      </div>
      <NoteField value={texts.note} onChange={set('note')} />
    </FormFrame>
  )
}
