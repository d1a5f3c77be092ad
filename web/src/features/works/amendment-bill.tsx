import type { WorksRefusal } from '@borne/geodata/works/results'
import { useMessages } from '../../ui/language.tsx'
import { amendmentMessages, type BillChoice } from './amendment-messages.ts'
import { BillComparison } from './bill-comparison.tsx'
import { BillEditor } from './bill-editor.tsx'
import { ChoiceField } from './form-frame.tsx'
import { BILL_ROLES } from './import-bill.tsx'
import { ImportForm } from './import-form.tsx'
import type { AmendmentBill } from './use-amendment-bill.ts'

interface AmendmentBillPartProps {
  amended: AmendmentBill
  refused: ReadonlyMap<string, WorksRefusal>
}

/** Whether the bill changes, and how: typed line by line, or read from a file. */
export function AmendmentBillPart({ amended, refused }: AmendmentBillPartProps) {
  const m = useMessages(amendmentMessages)
  const { before, choice, setChoice, lines, setLines, reading, bill } = amended
  const choices: readonly BillChoice[] = before ? ['same', 'edit', 'import'] : ['same', 'import']
  return (
    <>
      <ChoiceField
        label={m.bill}
        options={choices.map((value) => ({ value, label: m.choices[value] }))}
        value={choice}
        onChange={setChoice}
      />
      {choice === 'edit' && before && (
        <BillEditor before={before} lines={lines} refused={refused} onChange={setLines} />
      )}
      {choice === 'import' && (
        <ImportForm reading={reading} roles={BILL_ROLES}>
          {bill && <BillComparison before={before} after={bill} />}
        </ImportForm>
      )}
    </>
  )
}
