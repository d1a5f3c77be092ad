import type { RecordedEvent } from '@borne/api/contracts/works'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, plural, useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { useMoney } from './money.ts'

const messages = defineMessages({
  fr: {
    bill: (packages: number, items: number) =>
      `${packages} ${plural('fr', packages, 'lot', 'lots')}, ${items} ${plural('fr', items, 'poste', 'postes')}`,
    plan: (name: string, role: string, activities: number) =>
      `« ${name} » (${role}), ${activities} ${plural('fr', activities, 'tâche', 'tâches')}`,
    measures: (count: number) => `${count} ${plural('fr', count, 'mesure', 'mesures')}`,
    amendment: (number: number) => `n° ${number}`,
    newBill: (items: number) => `nouveau bordereau, ${items} ${plural('fr', items, 'poste', 'postes')}`,
    days: (days: string) => `${days} j`,
    certificate: (number: number, role: string) => `n° ${number} (${role})`,
    until: (day: string) => `échéance ${day}`,
    rain: (millimetres: string) => `${millimetres} mm`,
    answers: (count: number) => `${count} ${plural('fr', count, 'point contrôlé', 'points contrôlés')}`,
  },
  en: {
    bill: (packages: number, items: number) =>
      `${packages} ${plural('en', packages, 'package', 'packages')}, ${items} ${plural('en', items, 'item', 'items')}`,
    plan: (name: string, role: string, activities: number) =>
      `“${name}” (${role}), ${activities} ${plural('en', activities, 'activity', 'activities')}`,
    measures: (count: number) => `${count} ${plural('en', count, 'measure', 'measures')}`,
    amendment: (number: number) => `no. ${number}`,
    newBill: (items: number) => `new bill, ${items} ${plural('en', items, 'item', 'items')}`,
    days: (days: string) => `${days} d`,
    certificate: (number: number, role: string) => `no. ${number} (${role})`,
    until: (day: string) => `expires ${day}`,
    rain: (millimetres: string) => `${millimetres} mm`,
    answers: (count: number) => `${count} ${plural('en', count, 'point checked', 'points checked')}`,
  },
})

/** What an event says, in one line. */
export function useEventText({ contract }: Pick<ContractView, 'contract'>): (event: RecordedEvent) => string {
  const m = useMessages(messages)
  const words = useMessages(eventWords)
  const money = useMoney()
  const { day, number } = useFormats()
  const amount = (minor: number) => money.exact(minor, contract.currency)

  function detailsOf(event: RecordedEvent): (string | null)[] {
    switch (event.kind) {
      case 'bill':
        return [m.bill(event.payload.packages.length, event.payload.items.length)]
      case 'plan':
        return [
          m.plan(event.payload.name, words.planRoles[event.payload.role], event.payload.activities.length),
        ]
      case 'stop-order':
        return [words.causes[event.payload.cause]]
      case 'lost-day': {
        const { cause, rainMillimetres } = event.payload
        return [words.causes[cause], rainMillimetres === null ? null : m.rain(number(rainMillimetres, 1))]
      }
      case 'amendment': {
        const { number: index, amountChangeMinor, daysChange, bill } = event.payload
        return [
          m.amendment(index),
          amountChangeMinor === 0 ? null : signed(amountChangeMinor, amount(amountChangeMinor)),
          daysChange === 0 ? null : signed(daysChange, m.days(number(daysChange))),
          bill && m.newBill(bill.items.length),
        ]
      }
      case 'certificate':
        return [m.certificate(event.payload.number, words.certificateRoles[event.payload.role])]
      case 'payment':
      case 'retention-release':
        return [amount(event.payload.amountMinor)]
      case 'guarantee': {
        const { type, reference, amountMinor, expiresOn } = event.payload
        return [words.guarantees[type], reference, amount(amountMinor), m.until(day(expiresOn))]
      }
      case 'progress-report':
        return [m.measures(event.payload.measures.length), event.payload.fallReason]
      case 'punch-item':
        return [event.payload.label, words.severities[event.payload.severity]]
      case 'inspection':
        return [m.answers(event.payload.answers.length)]
      case 'withdrawal':
        return [event.payload.reason]
      default:
        return []
    }
  }
  return (event) => {
    const note = 'note' in event.payload ? event.payload.note : ''
    return [...detailsOf(event), note].filter(Boolean).join(' · ')
  }
}

function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : text
}
