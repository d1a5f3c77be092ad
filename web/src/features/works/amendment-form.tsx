import { billTotalMinor } from '@borne/geodata/works/bill-total'
import { useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { AmendmentBillPart } from './amendment-bill.tsx'
import { amendmentMessages } from './amendment-messages.ts'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import styles from './form.module.css'
import { DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { readAmount } from './money.ts'
import { StandingTable } from './standing-table.tsx'
import { useAmendmentBill } from './use-amendment-bill.ts'
import { type EventDraft, useRecordEvent } from './use-record-event.ts'

/** Changes amount, time and bill from its day on; what was before is kept. */
export function AmendmentForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const words = useMessages(amendmentMessages)
  const { forms } = useMessages(contractMessages)
  const close = useCloseForm()
  const [amount, setAmount] = useState('0')
  const [days, setDays] = useState('0')
  const [day, setDay] = useState(view.today)
  const [note, setNote] = useState('')
  const amended = useAmendmentBill(view)
  const { bill } = amended
  const { record, judge, error, isPending } = useRecordEvent(view)
  const { amountMinor, durationDays, amendments } = view.state
  const number = (amendments.at(-1)?.number ?? 0) + 1
  const amountChangeMinor = bill ? billTotalMinor(bill) - amountMinor : readAmount(amount)
  const daysChange = /^-?\d{1,4}$/.test(days.trim()) ? Number(days) : null
  const isReadable = amended.isReady && amountChangeMinor !== null && daysChange !== null
  const draft: EventDraft = {
    kind: 'amendment',
    happenedOn: day,
    payload: {
      number,
      amountChangeMinor: amountChangeMinor ?? 0,
      daysChange: daysChange ?? 0,
      bill,
      note: note.trim(),
    },
  }
  const refusals = amended.sortRefusals(isReadable ? judge(draft) : [])

  async function submit() {
    if (isReadable && (await record(draft, true))) close()
  }

  return (
    <FormFrame
      isWide
      title={`${forms.amendment} n° ${number}`}
      refusals={refusals.rest}
      error={(amended.choice === 'import' && amended.reading.error) || error}
      isPending={isPending}
      isClosed={!isReadable}
      onSubmit={() => void submit()}
    >
      <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
      <AmendmentBillPart amended={amended} refused={refusals.byLine} />
      <div className={styles.pair}>
        {amended.choice === 'same' ? (
          <TextField
            label={m.amountChange(view.contract.currency)}
            hint={m.amountChangeHint}
            inputMode="decimal"
            value={amount}
            error={amountChangeMinor === null ? m.notAmount : undefined}
            onChange={setAmount}
          />
        ) : (
          <p className={styles.hint}>{words.follows}</p>
        )}
        <TextField
          label={m.daysChange}
          hint={m.daysChangeHint}
          inputMode="numeric"
          value={days}
          error={daysChange === null ? m.notNumber : undefined}
          onChange={setDays}
        />
      </div>
      {isReadable && (
        <StandingTable
          caption={`${forms.amendment} n° ${number}`}
          currency={view.contract.currency}
          before={{ amountMinor, durationDays }}
          after={{
            amountMinor: amountMinor + (amountChangeMinor ?? 0),
            durationDays: durationDays + (daysChange ?? 0),
          }}
        />
      )}
      <NoteField value={note} onChange={setNote} />
    </FormFrame>
  )
}
