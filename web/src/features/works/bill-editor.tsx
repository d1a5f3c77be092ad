import { lineAmountMinor } from '@borne/geodata/works/bill-total'
import type { WorksRefusal } from '@borne/geodata/works/results'
import type { Bill } from '@borne/geodata/works/types'
import { IconArrowBackUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { UNKNOWN, useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './amendment.module.css'
import { type BillLineDraft, draftAmountMinor, newBillLine, readBillLine } from './amendment-draft.ts'
import { amendmentMessages } from './amendment-messages.ts'
import { useMoney } from './money.ts'
import { useRefusalText } from './refusal-text.ts'

interface BillEditorProps {
  before: Bill
  lines: readonly BillLineDraft[]
  /** By the key of the line. */
  refused: ReadonlyMap<string, WorksRefusal>
  onChange(lines: readonly BillLineDraft[]): void
}

/** The bill that holds, with a field for what an amendment may change; what it was stands beside. */
export function BillEditor({ before, lines, refused, onChange }: BillEditorProps) {
  const m = useMessages(amendmentMessages)
  const put = (line: BillLineDraft, patch: Partial<BillLineDraft>) =>
    onChange(lines.map((one) => (one === line ? { ...one, ...patch } : one)))
  return (
    <div>
      <p className={styles.muted}>{m.editorHint}</p>
      <div className={styles.lines}>
        <DataTable caption={m.editorCaption}>
          <thead>
            <tr>
              <th scope="col">{m.item}</th>
              {[m.before, m.quantity, m.unitPrice, m.amountBefore, m.amountAfter].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <EditedRow
                key={line.key}
                line={line}
                packages={before.packages}
                refusal={refused.get(line.key)}
                onPut={(patch) => put(line, patch)}
                onDrop={() =>
                  line.before ? put(line, { isRemoved: true }) : onChange(lines.filter((one) => one !== line))
                }
              />
            ))}
          </tbody>
        </DataTable>
      </div>
      <Button
        size="small"
        icon={<IconPlus aria-hidden="true" />}
        onClick={() => onChange([...lines, newBillLine(before)])}
      >
        {m.addItem}
      </Button>
    </div>
  )
}

interface EditedRowProps {
  line: BillLineDraft
  packages: Bill['packages']
  refusal: WorksRefusal | undefined
  onPut(patch: Partial<BillLineDraft>): void
  onDrop(): void
}

function EditedRow({ line, packages, refusal, onPut, onDrop }: EditedRowProps) {
  const m = useMessages(amendmentMessages)
  const textOf = useRefusalText()
  const { number } = useFormats()
  const { plain } = useMoney()
  const { before, isRemoved } = line
  const read = readBillLine(line)
  const fault = isRemoved || typeof read === 'object' ? null : m.faults[read]
  const error = fault ?? (refusal ? textOf({ ...refusal, row: undefined }) : null)
  const amountMinor = draftAmountMinor(line)
  return (
    <tr data-refused={error ? true : undefined} data-change={isRemoved ? 'removed' : undefined}>
      <th scope="row">
        {before ? `${line.code} · ${line.label}` : <NewItem line={line} packages={packages} onPut={onPut} />}
        {isRemoved && <span className={styles.change}>{m.changes.removed}</span>}
        {error && (
          <span role="alert" className={styles.rowError}>
            {error}
          </span>
        )}
      </th>
      <td className="number">
        {before ? `${number(before.quantityMilli / 1000, 3)} ${before.unit}` : UNKNOWN}
      </td>
      {(['quantity', 'unitPrice'] as const).map((field) => (
        <td key={field} className="number">
          <input
            inputMode="decimal"
            aria-label={m.of(m[field], line.code)}
            aria-invalid={error ? true : undefined}
            disabled={isRemoved}
            value={line[field]}
            onChange={({ target }) => onPut({ [field]: target.value })}
          />
        </td>
      ))}
      <td className="number">
        {before ? plain(lineAmountMinor(before.quantityMilli, before.unitPriceMinor)) : UNKNOWN}
      </td>
      <td className="number">{isRemoved ? UNKNOWN : plain(amountMinor)}</td>
      <td>
        {isRemoved ? (
          <IconButton
            label={m.putBack(line.code)}
            icon={<IconArrowBackUp />}
            onClick={() => onPut({ isRemoved: false })}
          />
        ) : (
          <IconButton label={m.remove(line.code)} icon={<IconTrash />} onClick={onDrop} />
        )}
      </td>
    </tr>
  )
}

function NewItem({ line, packages, onPut }: Pick<EditedRowProps, 'line' | 'packages' | 'onPut'>) {
  const m = useMessages(amendmentMessages)
  const longest = { code: 40, label: 500, unit: 20 } as const
  return (
    <span className={styles.newItem}>
      {(['code', 'label', 'unit'] as const).map((field) => (
        <input
          key={field}
          aria-label={m[field]}
          placeholder={m[field]}
          maxLength={longest[field]}
          data-field={field}
          value={line[field]}
          onChange={({ target }) => onPut({ [field]: target.value })}
        />
      ))}
      <select
        aria-label={m.package}
        value={line.packageCode}
        onChange={({ target }) => onPut({ packageCode: target.value })}
      >
        {packages.map(({ code, label }) => (
          <option key={code} value={code}>
            {code} · {label}
          </option>
        ))}
      </select>
    </span>
  )
}
