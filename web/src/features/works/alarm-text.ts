import type { WorksAlarm } from '@borne/api/contracts/works'
import type { Currency } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, plural, useMessages } from '../../ui/language.tsx'
import { eventWords } from './event-words.ts'
import { useMoney } from './money.ts'

const messages = defineMessages({
  fr: {
    gap: (paid: string, built: string, points: string, threshold: string) =>
      `payé ${paid}, construit ${built} : écart de ${points} points, seuil ${threshold}`,
    late: (days: string, end: string) => `${days} j après la fin du délai (${end})`,
    cap: (amount: string, percent: string) => `${amount}, ${percent} du plafond`,
    stopped: (days: string, since: string, cause: string) => `${days} j depuis le ${since} : ${cause}`,
    reportMissing: (days: string, since: string) => `rien depuis ${days} j (${since})`,
    lapsed: (type: string, reference: string, day: string, days: string) =>
      `${type} ${reference} : échue le ${day}, il y a ${days} j`,
    expiring: (type: string, reference: string, day: string, days: string) =>
      `${type} ${reference} : échéance le ${day}, dans ${days} j`,
    waiting: (count: number, days: string) =>
      `${count} ${plural('fr', count, 'rapport attend', 'rapports attendent')} la deuxième personne, depuis ${days} j`,
    punch: (count: number, days: string) =>
      `${count} ${plural('fr', count, 'réserve', 'réserves')}, la plus ancienne depuis ${days} j`,
    ending: (day: string, days: string) => `le ${day}, dans ${days} j`,
    overdue: (day: string, days: string) => `garantie finie le ${day}, il y a ${days} j`,
  },
  en: {
    gap: (paid: string, built: string, points: string, threshold: string) =>
      `paid ${paid}, built ${built}: ${points} points apart, threshold ${threshold}`,
    late: (days: string, end: string) => `${days} d after the end of the time (${end})`,
    cap: (amount: string, percent: string) => `${amount}, ${percent} of the cap`,
    stopped: (days: string, since: string, cause: string) => `${days} d since ${since}: ${cause}`,
    reportMissing: (days: string, since: string) => `nothing for ${days} d (${since})`,
    lapsed: (type: string, reference: string, day: string, days: string) =>
      `${type} ${reference}: lapsed on ${day}, ${days} d ago`,
    expiring: (type: string, reference: string, day: string, days: string) =>
      `${type} ${reference}: expires on ${day}, in ${days} d`,
    waiting: (count: number, days: string) =>
      `${count} ${plural('en', count, 'report waits', 'reports wait')} for the second person, for ${days} d`,
    punch: (count: number, days: string) =>
      `${count} ${plural('en', count, 'item', 'items')}, the oldest for ${days} d`,
    ending: (day: string, days: string) => `on ${day}, in ${days} d`,
    overdue: (day: string, days: string) => `guarantee over on ${day}, ${days} d ago`,
  },
})

/** What an alarm is about, in one line under its name. */
export function useAlarmText(): (alarm: WorksAlarm, currency: Currency) => string {
  const m = useMessages(messages)
  const words = useMessages(eventWords)
  const formats = useFormats()
  const money = useMoney()
  return ({ code, on, values }, currency) => {
    const day = formats.day(on)
    const days = formats.number(Number(values.days))
    const percent = (value: unknown) => formats.percent(Number(value) / 100, 1)
    const type = words.guarantees[values.type as keyof typeof words.guarantees] ?? ''
    const reference = String(values.reference ?? '')
    switch (code) {
      case 'paid-ahead-of-works':
      case 'works-ahead-of-paid':
        return m.gap(
          percent(values.paidPercent),
          percent(values.physicalPercent),
          formats.number(Number(values.points), 1),
          formats.number(Number(values.threshold), 1),
        )
      case 'late':
        return m.late(days, day)
      case 'penalty-cap-near':
        return m.cap(money.exact(Number(values.exposureMinor), currency), percent(values.percent))
      case 'suspended-long':
        return m.stopped(days, day, words.causes[values.cause as keyof typeof words.causes] ?? '')
      case 'report-missing':
        return m.reportMissing(days, day)
      case 'guarantee-lapsed':
        return m.lapsed(type, reference, day, days)
      case 'guarantee-expiring':
        return m.expiring(type, reference, day, days)
      case 'report-waiting':
        return m.waiting(Number(values.count), days)
      case 'punch-overdue':
        return m.punch(Number(values.count), days)
      case 'guarantee-period-ending':
        return m.ending(day, days)
      case 'final-acceptance-overdue':
        return m.overdue(day, days)
    }
  }
}
