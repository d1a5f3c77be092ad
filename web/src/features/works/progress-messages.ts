import type { ReportFact } from '@borne/geodata/works/state'
import { defineMessages, plural } from '../../ui/language.tsx'

interface ProgressWords {
  packages: string
  noBill: string
  noBillText: string
  reports: string
  noReport: string
  noReportText: string
  states: Record<ReportFact['state'], string>
  measures: (n: number) => string
  validate: string
  reject: string
  rejectReason: string
  confirmReject: string
  ownReport: string
  proposedBy: (name: string) => string
  decidedBy: Record<'validated' | 'rejected', (day: string, name: string | null) => string>
  fall: (reason: string) => string
  done: string
  quantity: string
  weight: string
  measuredOn: string
  proposed: (percent: string) => string
  correct: string
  correcting: string
  keepCorrection: string
  day: string
  former: (value: string) => string
  notMeasured: string
  formerVersion: (day: string, recordedAt: string, name: string | null) => string
  fallReason: string
  fallHint: string
  lostDays: string
  rain: (millimetres: string) => string
  showItems: string
}

export const progressMessages = defineMessages<ProgressWords>({
  fr: {
    packages: 'Lots de travaux',
    noBill: 'Aucun bordereau',
    noBillText: 'Le bordereau dit ce qui est à construire ; les rapports le mesurent.',
    reports: 'Rapports d’avancement',
    noReport: 'Aucun rapport',
    noReportText:
      'Un rapport dit ce qui est construit à une date ; il compte une fois validé par une deuxième personne.',
    states: { proposed: 'à valider', validated: 'validé', rejected: 'rejeté' },
    measures: (n) => `${n} ${plural('fr', n, 'mesure', 'mesures')}`,
    validate: 'Valider',
    reject: 'Rejeter…',
    rejectReason: 'Motif du rejet',
    confirmReject: 'Rejeter le rapport',
    ownReport: 'Votre rapport : une autre personne doit le valider.',
    proposedBy: (name) => `par ${name}`,
    decidedBy: {
      validated: (day, name) => `validé le ${day}${name ? ` par ${name}` : ''}`,
      rejected: (day, name) => `rejeté le ${day}${name ? ` par ${name}` : ''}`,
    },
    fall: (reason) => `Baisse : ${reason}`,
    done: 'Fait',
    quantity: 'Quantité à ce jour',
    weight: 'Poids',
    measuredOn: 'Mesuré le',
    proposed: (percent) => `${percent} si tout ce qui attend est validé`,
    correct: 'Corriger',
    correcting: 'Correction du rapport',
    keepCorrection: 'Enregistrer la correction',
    day: 'Date',
    former: (value) => `jusqu’ici : ${value}`,
    notMeasured: 'Pas mesuré dans ce rapport ; laissez vide pour ne pas le mesurer.',
    formerVersion: (day, recordedAt, name) =>
      `Version précédente, au ${day} (enregistrée le ${recordedAt}${name ? ` par ${name}` : ''})`,
    fallReason: 'Motif de la baisse',
    fallHint: 'Demandé si une valeur est plus basse qu’avant.',
    lostDays: 'Jours sans travail',
    rain: (millimetres) => `${millimetres} mm de pluie`,
    showItems: 'Postes du bordereau',
  },
  en: {
    packages: 'Work packages',
    noBill: 'No bill of quantities',
    noBillText: 'The bill says what is to be built; the reports measure it.',
    reports: 'Progress reports',
    noReport: 'No report',
    noReportText: 'A report says what is built on a day; it counts once a second person has validated it.',
    states: { proposed: 'to validate', validated: 'validated', rejected: 'rejected' },
    measures: (n) => `${n} ${plural('en', n, 'measure', 'measures')}`,
    validate: 'Validate',
    reject: 'Reject…',
    rejectReason: 'Reason of the rejection',
    confirmReject: 'Reject the report',
    ownReport: 'Your report: somebody else has to validate it.',
    proposedBy: (name) => `by ${name}`,
    decidedBy: {
      validated: (day, name) => `validated on ${day}${name ? ` by ${name}` : ''}`,
      rejected: (day, name) => `rejected on ${day}${name ? ` by ${name}` : ''}`,
    },
    fall: (reason) => `Fall: ${reason}`,
    done: 'Done',
    quantity: 'Quantity to date',
    weight: 'Weight',
    measuredOn: 'Measured on',
    proposed: (percent) => `${percent} if all that waits is validated`,
    correct: 'Correct',
    correcting: 'Correction of the report',
    keepCorrection: 'Record the correction',
    day: 'Date',
    former: (value) => `so far: ${value}`,
    notMeasured: 'Not measured in this report; leave it empty not to measure it.',
    formerVersion: (day, recordedAt, name) =>
      `Former version, on ${day} (recorded on ${recordedAt}${name ? ` by ${name}` : ''})`,
    fallReason: 'Reason of the fall',
    fallHint: 'Asked for where a value is lower than before.',
    lostDays: 'Days without work',
    rain: (millimetres) => `${millimetres} mm of rain`,
    showItems: 'Bill items',
  },
})
