import type { WorksStage } from '@borne/api/contracts/works'
import { defineMessages, plural } from '../../ui/language.tsx'
import type { PortfolioColumn } from './portfolio-columns.ts'

interface WorksWords {
  title: string
  counted: (count: string, n: number) => string
  countedOf: (count: string, all: string) => string
  loadFailed: string
  showMap: string
  showTable: string
  list: string
  caption: string
  figures: string
  runningFigure: (n: number) => string
  lateFigure: (n: number) => string
  alarmFigure: (n: number) => string
  paidFigure: (unweighed: number) => string
  paidFigureHint: string
  paidOfBuilt: (paid: string, built: string) => string
  search: string
  searchHint: string
  filters: string
  clear: string
  stage: string
  anyStage: string
  contractor: string
  anyContractor: string
  donor: string
  anyDonor: string
  alarm: string
  anyContract: string
  anyAlarm: string
  sort: string
  exportCsv: string
  exportXlsx: string
  fileName: string
  curve: string
  stages: Record<WorksStage, string>
  columns: Record<PortfolioColumn, string>
  sorts: Record<string, string>
  emptyTitle: string
  emptyText: string
  noneTitle: string
  noneText: string
  late: (days: string) => string
  delayDays: (days: string) => string
  onTime: string
  built: (percent: string) => string
  paid: (percent: string) => string
  alarms: (n: number) => string
  critical: string
  demonstration: string
  yes: string
  no: string
  unitPercent: string
  unitDays: string
  reference: string
  currency: string
}

/** The words of the portfolio. */
export const messages = defineMessages<WorksWords>({
  fr: {
    title: 'Travaux',
    counted: (count, n) => `${count} ${plural('fr', n, 'marché', 'marchés')}`,
    countedOf: (count, all) => `${count} marchés sur ${all}`,
    loadFailed: 'Les travaux',
    showMap: 'Voir la carte',
    showTable: 'Voir en tableau',
    list: 'Liste des marchés',
    caption: 'Tableau des marchés',
    figures: 'Chiffres des travaux',
    runningFigure: (n) => plural('fr', n, 'en cours', 'en cours'),
    lateFigure: (n) => plural('fr', n, 'en retard', 'en retard'),
    alarmFigure: (n) => plural('fr', n, 'en alarme', 'en alarme'),
    paidFigure: (unweighed) =>
      `payé / construit, selon les montants${unweighed > 0 ? ` (sans ${unweighed} ${plural('fr', unweighed, 'marché', 'marchés')} en monnaie sans taux)` : ''}`,
    paidFigureHint:
      'Marchés en cours. Chacun compte selon son montant hors taxes, en ouguiyas au taux du jour.',
    paidOfBuilt: (paid, built) => `${paid} / ${built}`,
    search: 'Chercher un marché',
    searchHint: 'Marché, poste, entreprise',
    filters: 'Filtres',
    clear: 'Effacer les filtres',
    stage: 'Étape',
    anyStage: 'Toutes les étapes',
    contractor: 'Entreprise',
    anyContractor: 'Toutes les entreprises',
    donor: 'Bailleur',
    anyDonor: 'Tous les bailleurs',
    alarm: 'Alarmes',
    anyContract: 'Avec ou sans alarme',
    anyAlarm: 'Avec une alarme',
    sort: 'Trier par',
    exportCsv: 'Exporter (CSV)',
    exportXlsx: 'Tous les marchés (XLSX)',
    fileName: 'travaux',
    curve: 'Courbe',
    stages: {
      preparation: 'En préparation',
      tender: 'Appel d’offres',
      award: 'Attribué',
      signature: 'Signé',
      started: 'En cours',
      stopped: 'Arrêté',
      'pre-accepted': 'Pré-réception',
      'provisionally-accepted': 'Sous garantie',
      'finally-accepted': 'Réception définitive',
      closed: 'Clos',
      terminated: 'Résilié',
    },
    columns: {
      title: 'Marché',
      posts: 'Postes',
      contractor: 'Entreprise',
      donors: 'Bailleurs',
      stage: 'Étape',
      physical: 'Construit',
      paid: 'Payé',
      delay: 'Retard',
      alarms: 'Alarmes',
      due: 'Fin du délai',
      amount: 'Montant HT',
    },
    sorts: {
      '-delay': 'Retard, le plus grand d’abord',
      '-alarms': 'Alarmes, les plus graves d’abord',
      due: 'Fin du délai, la plus proche d’abord',
      physical: 'Construit, le moins d’abord',
      '-amount': 'Montant, le plus grand d’abord',
      contractor: 'Entreprise',
      donors: 'Bailleur',
      title: 'Nom du marché',
    },
    emptyTitle: 'Aucun marché de travaux',
    emptyText:
      'Un marché rassemble ce qui est prévu, construit et payé pour un poste. Le premier apparaîtra ici dès qu’il sera enregistré.',
    noneTitle: 'Aucun marché ne correspond',
    noneText: 'Élargissez la recherche ou effacez les filtres.',
    late: (days) => `${days} j de retard`,
    delayDays: (days) => `${days} j`,
    onTime: 'dans les délais',
    built: (percent) => `construit ${percent}`,
    paid: (percent) => `payé ${percent}`,
    alarms: (n) => `${n} ${plural('fr', n, 'alarme', 'alarmes')}`,
    critical: 'grave',
    demonstration: 'DÉMONSTRATION',
    yes: 'oui',
    no: 'non',
    unitPercent: '%',
    unitDays: 'jours',
    reference: 'Référence',
    currency: 'Monnaie',
  },
  en: {
    title: 'Works',
    counted: (count, n) => `${count} ${plural('en', n, 'contract', 'contracts')}`,
    countedOf: (count, all) => `${count} contracts of ${all}`,
    loadFailed: 'The works',
    showMap: 'Show the map',
    showTable: 'Show as a table',
    list: 'List of contracts',
    caption: 'Table of contracts',
    figures: 'Figures of the works',
    runningFigure: () => 'running',
    lateFigure: () => 'late',
    alarmFigure: () => 'with an alarm',
    paidFigure: (unweighed) =>
      `paid / built, by amount${unweighed > 0 ? ` (without ${unweighed} in a currency without a rate)` : ''}`,
    paidFigureHint:
      'Contracts under works. Each counts by its amount without taxes, in ouguiyas at the rate of the day.',
    paidOfBuilt: (paid, built) => `${paid} / ${built}`,
    search: 'Search a contract',
    searchHint: 'Contract, post, contractor',
    filters: 'Filters',
    clear: 'Clear the filters',
    stage: 'Stage',
    anyStage: 'Any stage',
    contractor: 'Contractor',
    anyContractor: 'Any contractor',
    donor: 'Donor',
    anyDonor: 'Any donor',
    alarm: 'Alarms',
    anyContract: 'With or without alarm',
    anyAlarm: 'With an alarm',
    sort: 'Sort by',
    exportCsv: 'Export (CSV)',
    exportXlsx: 'All contracts (XLSX)',
    fileName: 'works',
    curve: 'Curve',
    stages: {
      preparation: 'In preparation',
      tender: 'Call for tenders',
      award: 'Awarded',
      signature: 'Signed',
      started: 'Running',
      stopped: 'Stopped',
      'pre-accepted': 'Pre-accepted',
      'provisionally-accepted': 'Under guarantee',
      'finally-accepted': 'Finally accepted',
      closed: 'Closed',
      terminated: 'Terminated',
    },
    columns: {
      title: 'Contract',
      posts: 'Posts',
      contractor: 'Contractor',
      donors: 'Donors',
      stage: 'Stage',
      physical: 'Built',
      paid: 'Paid',
      delay: 'Delay',
      alarms: 'Alarms',
      due: 'End of time',
      amount: 'Amount (no tax)',
    },
    sorts: {
      '-delay': 'Delay, longest first',
      '-alarms': 'Alarms, gravest first',
      due: 'End of time, nearest first',
      physical: 'Built, least first',
      '-amount': 'Amount, largest first',
      contractor: 'Contractor',
      donors: 'Donor',
      title: 'Name of the contract',
    },
    emptyTitle: 'No works contract',
    emptyText:
      'A contract brings together what is planned, built and paid for a post. The first one appears here as soon as it is recorded.',
    noneTitle: 'No contract matches',
    noneText: 'Widen the search or clear the filters.',
    late: (days) => `${days} d late`,
    delayDays: (days) => `${days} d`,
    onTime: 'on time',
    built: (percent) => `built ${percent}`,
    paid: (percent) => `paid ${percent}`,
    alarms: (n) => `${n} ${plural('en', n, 'alarm', 'alarms')}`,
    critical: 'grave',
    demonstration: 'DEMONSTRATION',
    yes: 'yes',
    no: 'no',
    unitPercent: '%',
    unitDays: 'days',
    reference: 'Reference',
    currency: 'Currency',
  },
})
