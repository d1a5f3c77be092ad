import type { Measure } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import type { ContractView } from './contract-view.ts'
import { measureFields } from './measure-fields.ts'

/** What a report measured, each with the name of its package or item. */
export function MeasureList({ measures, view }: { measures: readonly Measure[]; view: ContractView }) {
  const { percent, number } = useFormats()
  const bill = view.state.bills.at(-1)?.bill
  return (
    <ul>
      {measureFields(measures, bill, 'fr')
        .slice(0, measures.length)
        .map(({ of, label, unit, former }) => (
          <li key={Object.values(of).join()}>
            {label} : {'packageCode' in of ? percent((former ?? 0) / 100, 1) : `${number(former, 3)} ${unit}`}
          </li>
        ))}
    </ul>
  )
}
