import { defineMessages } from '../../ui/language.tsx'
import type { ContractTab, EventForm } from './search.ts'

interface ContractWords {
  loadFailed: string
  back: string
  wide: string
  narrow: string
  print: string
  tabs: string
  tabNames: Record<ContractTab, string>
  add: string
  visit: string
  forms: Record<EventForm, string>
  demonstration: string
  pastState: (day: string) => string
  pastKnown: (day: string) => string
  toNow: string
  asOf: string
  asOfHint: string
  knownOn: string
  knownOnHint: string
  timeTravel: string
}

/** The words of the page of a contract that all of its tabs share. */
export const contractMessages = defineMessages<ContractWords>({
  fr: {
    loadFailed: 'Ce marché',
    back: 'Retour aux travaux',
    wide: 'En pleine page',
    narrow: 'À côté de la carte',
    print: 'Imprimer',
    tabs: 'Parties du marché',
    tabNames: {
      summary: 'Synthèse',
      schedule: 'Calendrier',
      curve: 'Courbe en S',
      money: 'Argent',
      punch: 'Réserves',
      progress: 'Avancement',
      photos: 'Photos',
      chronicle: 'Chronologie',
      documents: 'Documents',
    },
    add: 'Enregistrer…',
    visit: 'Visite de chantier',
    forms: {
      order: 'Étape ou ordre de service',
      certificate: 'Décompte',
      payment: 'Paiement',
      guarantee: 'Garantie ou assurance',
      amendment: 'Avenant',
      punch: 'Réserve',
      inspection: 'Contrôle sur liste',
      bill: 'Bordereau (XLSX, CSV)',
      plan: 'Planning (XLSX, CSV)',
    },
    demonstration: 'DÉMONSTRATION',
    pastState: (day) => `État au ${day}`,
    pastKnown: (day) => `tel que connu le ${day}`,
    toNow: 'Revenir à aujourd’hui',
    asOf: 'Tel qu’au',
    asOfHint: 'Ce qui s’était passé à cette date.',
    knownOn: 'Tel que connu le',
    knownOnHint: 'Sans ce qui a été enregistré ou corrigé depuis.',
    timeTravel: 'Remonter le temps',
  },
  en: {
    loadFailed: 'This contract',
    back: 'Back to the works',
    wide: 'On the whole page',
    narrow: 'Beside the map',
    print: 'Print',
    tabs: 'Parts of the contract',
    tabNames: {
      summary: 'Summary',
      schedule: 'Schedule',
      curve: 'S-curve',
      money: 'Money',
      punch: 'Punch list',
      progress: 'Progress',
      photos: 'Photos',
      chronicle: 'Chronology',
      documents: 'Documents',
    },
    add: 'Record…',
    visit: 'Site visit',
    forms: {
      order: 'Step or order',
      certificate: 'Payment certificate',
      payment: 'Payment',
      guarantee: 'Guarantee or insurance',
      amendment: 'Amendment',
      punch: 'Punch-list item',
      inspection: 'Checklist inspection',
      bill: 'Bill of quantities (XLSX, CSV)',
      plan: 'Schedule (XLSX, CSV)',
    },
    demonstration: 'DEMONSTRATION',
    pastState: (day) => `State on ${day}`,
    pastKnown: (day) => `as known on ${day}`,
    toNow: 'Back to today',
    asOf: 'As it was on',
    asOfHint: 'What had happened by that day.',
    knownOn: 'As known on',
    knownOnHint: 'Without what was recorded or corrected since.',
    timeTravel: 'Go back in time',
  },
})
