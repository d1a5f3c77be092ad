import type { WorksRefusal, WorksWarningCode } from '@borne/geodata/works/results'
import type { GuaranteeType } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { eventWords } from './event-words.ts'

export const warningWords = defineMessages({
  fr: {
    lapsed: (guarantee: string, reference: string, day: string) =>
      `${guarantee} ${reference} : échue depuis le ${day}`,
    underLapsed: (guarantee: string) =>
      `Sous garantie échue. ${guarantee}. L’enregistrement reste possible et sera signalé dans le registre.`,
    beyond: (row: number, item: string, certified: string, validated: string) =>
      `Ligne ${row} : ${certified} du poste ${item} certifiés, ${validated} validés sur le chantier.`,
    guaranteeRuns: (day: string) => `La période de garantie court jusqu’au ${day}.`,
  },
  en: {
    lapsed: (guarantee: string, reference: string, day: string) =>
      `${guarantee} ${reference}: lapsed since ${day}`,
    underLapsed: (guarantee: string) =>
      `Under a lapsed guarantee. ${guarantee}. It can be recorded all the same, and will be marked in the ledger.`,
    beyond: (row: number, item: string, certified: string, validated: string) =>
      `Row ${row}: ${certified} of item ${item} certified, ${validated} validated on site.`,
    guaranteeRuns: (day: string) => `The guarantee period runs until ${day}.`,
  },
})

/** Which guarantee had lapsed when money went out. */
export function useLapsedText(): (lapsed: {
  readonly type: GuaranteeType
  readonly reference: string
  readonly expiresOn: string
}) => string {
  const m = useMessages(warningWords)
  const { guarantees } = useMessages(eventWords)
  const { day } = useFormats()
  return ({ type, reference, expiresOn }) => m.lapsed(guarantees[type], reference, day(expiresOn))
}

/** Tells what deserves a second look before it is recorded. */
export function useWarningText(): (warning: WorksRefusal<WorksWarningCode>) => string {
  const m = useMessages(warningWords)
  const lapsedText = useLapsedText()
  const { day, number } = useFormats()
  return ({ code, params, row }) => {
    switch (code) {
      case 'payment-under-lapsed-guarantee':
        return m.underLapsed(
          lapsedText({
            type: params.type as GuaranteeType,
            reference: String(params.reference),
            expiresOn: String(params.expiresOn),
          }),
        )
      case 'certified-beyond-validated':
        return m.beyond(
          row ?? 0,
          String(params.itemCode),
          number(Number(params.quantityMilli) / 1000, 3),
          number(Number(params.validatedMilli) / 1000, 3),
        )
      case 'guarantee-period-runs':
        return m.guaranteeRuns(day(String(params.until)))
    }
  }
}
