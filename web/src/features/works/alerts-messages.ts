import { defineMessages, plural } from '../../ui/language.tsx'

export const alertsMessages = defineMessages({
  fr: {
    title: 'Alertes',
    back: 'Retour aux travaux',
    open: (unseen: string) => `Alertes, ${unseen} non vues`,
    counted: (all: number, unseen: number) =>
      `${all} ${plural('fr', all, 'alerte', 'alertes')}, ${unseen} non ${plural('fr', unseen, 'vue', 'vues')}`,
    loadFailed: 'Les alertes n’ont pas pu être lues',
    none: 'Aucune alerte',
    noneText: 'Garanties, retards, rapports en attente et réserves en retard apparaîtront ici.',
    nothingNew: 'Tout a été vu sur cet appareil',
    onlyUnseen: 'Non vues seulement',
    seen: 'Marquer comme vue',
    unseen: 'Marquer comme non vue',
    allSeen: 'Tout marquer comme vu',
    onDevice: 'Ce qui est vu l’est sur cet appareil ; l’alerte reste tant que sa cause dure.',
    critical: 'grave',
    demonstration: 'DÉMONSTRATION',
  },
  en: {
    title: 'Alerts',
    back: 'Back to the works',
    open: (unseen: string) => `Alerts, ${unseen} not seen`,
    counted: (all: number, unseen: number) =>
      `${all} ${plural('en', all, 'alert', 'alerts')}, ${unseen} not seen`,
    loadFailed: 'The alerts could not be read',
    none: 'No alert',
    noneText: 'Guarantees, delays, waiting reports and overdue punch-list items appear here.',
    nothingNew: 'All has been seen on this device',
    onlyUnseen: 'Only those not seen',
    seen: 'Mark as seen',
    unseen: 'Mark as not seen',
    allSeen: 'Mark all as seen',
    onDevice: 'What is seen is seen on this device; an alert stays as long as its cause does.',
    critical: 'grave',
    demonstration: 'DEMONSTRATION',
  },
})
