import type { BillPreview } from '@borne/api/contracts/works'
import type { WorksRefusal } from '@borne/geodata/works/results'
import type { Bill } from '@borne/geodata/works/types'
import { useState } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { type BillLineDraft, draftOfBill, readBillDraft } from './amendment-draft.ts'
import type { BillChoice } from './amendment-messages.ts'
import type { ContractView } from './contract-view.ts'
import { useImport } from './use-import.ts'

/** The bill that an amendment brings: none, the one that is typed, or the one of a file. */
export function useAmendmentBill({ contract, state }: ContractView) {
  const { language } = useLanguage()
  const before = state.bills.at(-1)?.bill ?? null
  const [choice, setChoice] = useState<BillChoice>('same')
  const [lines, setLines] = useState<readonly BillLineDraft[]>(() =>
    before ? draftOfBill(before, language) : [],
  )
  const reading = useImport<BillPreview>(`/api/works/contracts/${contract.id}/bill/preview?as=amendment`)
  const typed = before && readBillDraft(before, lines)
  const imported = reading.isPending ? null : (reading.preview?.bill ?? null)
  const bills: Record<BillChoice, Bill | null> = { same: null, edit: typed?.bill ?? null, import: imported }
  return {
    before,
    choice,
    setChoice,
    lines,
    setLines,
    reading,
    bill: bills[choice],
    isReady: choice === 'same' || bills[choice] !== null,
    /** The refusals of lines that are typed, by the line; the others are about the whole. */
    sortRefusals(refusals: readonly WorksRefusal[]) {
      const byLine = new Map<string, WorksRefusal>()
      const rest: WorksRefusal[] = []
      for (const refusal of refusals) {
        const isOfItem = choice === 'edit' && refusal.field === 'payload.bill.items'
        const key = isOfItem && refusal.row !== undefined ? typed?.keys[refusal.row - 1] : undefined
        if (key === undefined) rest.push(refusal)
        else byLine.set(key, refusal)
      }
      return { byLine, rest }
    },
  }
}

export type AmendmentBill = ReturnType<typeof useAmendmentBill>
