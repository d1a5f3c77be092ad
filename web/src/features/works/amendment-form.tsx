import { useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import styles from './form.module.css'
import { DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { readAmount } from './money.ts'
import { useRecordEvent } from './use-record-event.ts'

/** Changes amount and time from its day on; what was before is kept. */
export function AmendmentForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const { forms } = useMessages(contractMessages)
  const close = useCloseForm()
  const [amount, setAmount] = useState('0')
  const [days, setDays] = useState('0')
  const [day, setDay] = useState(view.today)
  const [note, setNote] = useState('')
  const [isTried, setIsTried] = useState(false)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const number = (view.state.amendments.at(-1)?.number ?? 0) + 1
  const amountChangeMinor = readAmount(amount)
  const daysChange = /^-?\d{1,4}$/.test(days.trim()) ? Number(days) : null

  async function submit() {
    setIsTried(true)
    if (amountChangeMinor === null || daysChange === null) return
    const payload = { number, amountChangeMinor, daysChange, bill: null, note: note.trim() }
    if (await record({ kind: 'amendment', happenedOn: day, payload }, true)) close()
  }

  return (
    <FormFrame
      title={`${forms.amendment} n° ${number}`}
      refusals={refusals}
      error={error}
      isPending={isPending}
      onSubmit={() => void submit()}
    >
      <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
      <div className={styles.pair}>
        <TextField
          label={m.amountChange(view.contract.currency)}
          hint={m.amountChangeHint}
          inputMode="decimal"
          value={amount}
          error={isTried && amountChangeMinor === null ? m.notAmount : undefined}
          onChange={setAmount}
        />
        <TextField
          label={m.daysChange}
          hint={m.daysChangeHint}
          inputMode="numeric"
          value={days}
          error={isTried && daysChange === null ? m.notNumber : undefined}
          onChange={setDays}
        />
      </div>
      <NoteField value={note} onChange={setNote} />
    </FormFrame>
  )
}
