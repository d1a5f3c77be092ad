import type { WorksAlarm } from '@borne/api/contracts/works'
import type { WorksAlarmCode } from '@borne/geodata/works/results'
import { defineMessages } from '../../ui/language.tsx'

interface AlarmWords {
  names: Record<WorksAlarmCode, string>
}

/** The names of the alarms, the same on every screen. */
export const alarmWords = defineMessages<AlarmWords>({
  fr: {
    names: {
      'paid-ahead-of-works': 'Payé plus que construit',
      'works-ahead-of-paid': 'Construit plus que payé',
      late: 'En retard',
      'penalty-cap-near': 'Plafond des pénalités proche',
      'guarantee-lapsed': 'Garantie échue',
      'guarantee-expiring': 'Garantie bientôt échue',
      'report-waiting': 'Rapport à valider',
      'report-missing': 'Rapport attendu',
      'punch-overdue': 'Réserve en retard',
      'suspended-long': 'Arrêt prolongé',
      'guarantee-period-ending': 'Fin de garantie proche',
      'final-acceptance-overdue': 'Réception définitive à prononcer',
    },
  },
  en: {
    names: {
      'paid-ahead-of-works': 'Paid more than built',
      'works-ahead-of-paid': 'Built more than paid',
      late: 'Late',
      'penalty-cap-near': 'Cap of the penalties near',
      'guarantee-lapsed': 'Guarantee lapsed',
      'guarantee-expiring': 'Guarantee about to lapse',
      'report-waiting': 'Report to validate',
      'report-missing': 'Report expected',
      'punch-overdue': 'Punch-list item overdue',
      'suspended-long': 'Long stop',
      'guarantee-period-ending': 'Guarantee period ending',
      'final-acceptance-overdue': 'Final acceptance overdue',
    },
  },
})

/** The name of an alarm; a code that this page does not know yet stands for itself. */
export function alarmName({ code }: Pick<WorksAlarm, 'code'>, { names }: AlarmWords): string {
  return (names as Record<string, string>)[code] ?? code
}
