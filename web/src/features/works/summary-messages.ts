import type { ClockPhase } from '@borne/geodata/works/results'
import { defineMessages, plural } from '../../ui/language.tsx'

interface SummaryWords {
  built: string
  certified: string
  paid: string
  remaining: (days: number) => string
  late: string
  received: string
  notStarted: string
  days: (n: number, text: string) => string
  figures: string
  clock: string
  clockNone: string
  phases: Record<ClockPhase['kind'], string>
  today: string
  signedEnd: string
  plannedEnd: string
  start: string
  duration: string
  elapsed: string
  suspended: string
  guaranteeEnd: string
  penalty: string
  penaltyNote: (perDay: string, cap: string) => string
  capped: string
  alarms: string
  noAlarm: string
  amount: string
  amended: (amount: string) => string
}

/** The words of the summary of a contract. */
export const summaryMessages = defineMessages<SummaryWords>({
  fr: {
    built: 'construit',
    certified: 'certifié',
    paid: 'payé',
    remaining: (days) => plural('fr', days, 'restant', 'restants'),
    late: 'de retard',
    received: 'réception provisoire',
    notStarted: 'démarrage à venir',
    days: (n, text) => `${text} ${plural('fr', n, 'jour', 'jours')}`,
    figures: 'Chiffres du marché',
    clock: 'Délai du marché',
    clockNone: 'Le délai commence avec l’ordre de service de démarrage.',
    phases: {
      procurement: 'passation du marché',
      mobilisation: 'avant le démarrage',
      works: 'travaux',
      suspended: 'arrêt',
      delay: 'retard',
      guarantee: 'période de garantie',
      ahead: 'délai restant',
    },
    today: 'ce jour',
    signedEnd: 'Fin au contrat signé',
    plannedEnd: 'Fin du délai',
    start: 'Démarrage',
    duration: 'Délai, avenants compris',
    elapsed: 'Écoulés',
    suspended: 'Arrêtés',
    guaranteeEnd: 'Fin de garantie',
    penalty: 'Pénalités encourues',
    penaltyNote: (perDay, cap) => `${perDay} par jour, plafond ${cap}`,
    capped: 'plafond atteint',
    alarms: 'À regarder',
    noAlarm: 'Rien à signaler ce jour.',
    amount: 'Montant HT',
    amended: (amount) => `signé à ${amount}`,
  },
  en: {
    built: 'built',
    certified: 'certified',
    paid: 'paid',
    remaining: () => 'remaining',
    late: 'late',
    received: 'provisional acceptance',
    notStarted: 'not started yet',
    days: (n, text) => `${text} ${plural('en', n, 'day', 'days')}`,
    figures: 'Figures of the contract',
    clock: 'Time of the contract',
    clockNone: 'The time begins with the start order.',
    phases: {
      procurement: 'procurement',
      mobilisation: 'before the start',
      works: 'works',
      suspended: 'stop',
      delay: 'delay',
      guarantee: 'guarantee period',
      ahead: 'time left',
    },
    today: 'this day',
    signedEnd: 'End as signed',
    plannedEnd: 'End of time',
    start: 'Start',
    duration: 'Duration, with amendments',
    elapsed: 'Elapsed',
    suspended: 'Stopped',
    guaranteeEnd: 'End of guarantee',
    penalty: 'Penalties incurred',
    penaltyNote: (perDay, cap) => `${perDay} a day, cap ${cap}`,
    capped: 'cap reached',
    alarms: 'To look at',
    noAlarm: 'Nothing to report on this day.',
    amount: 'Amount, no tax',
    amended: (amount) => `signed at ${amount}`,
  },
})
