import type { PunchItem } from '@borne/geodata/works/state'
import { defineMessages, plural } from '../../ui/language.tsx'

export type PunchState = PunchItem['state']

interface PunchWords {
  none: string
  noneText: string
  add: string
  states: Record<PunchState, string>
  groups: Record<PunchState, (n: number) => string>
  due: (day: string) => string
  overdue: (day: string) => string
  noDue: string
  owner: (owner: string) => string
  actions: Record<'punch-corrected' | 'punch-checked' | 'punch-lifted' | 'punch-reopened', string>
  note: string
  photo: string
  photoNeeded: string
  choosePhoto: string
  takePhoto: string
  secondPerson: string
  history: string
  by: (name: string) => string
  pin: string
  pinHint: string
  pinAlone: string
  cancel: string
  confirm: string
  sending: (percent: string) => string
}

export const punchMessages = defineMessages<PunchWords>({
  fr: {
    none: 'Aucune réserve',
    noneText: 'Une réserve est un défaut à corriger avant la réception : photo, gravité, échéance.',
    add: 'Ajouter une réserve',
    states: { open: 'ouverte', corrected: 'corrigée', checked: 'vérifiée', lifted: 'levée' },
    groups: {
      open: (n) => `${n} ${plural('fr', n, 'ouverte', 'ouvertes')}`,
      corrected: (n) => `${n} ${plural('fr', n, 'corrigée', 'corrigées')}, à vérifier`,
      checked: (n) => `${n} ${plural('fr', n, 'vérifiée', 'vérifiées')}, à lever`,
      lifted: (n) => `${n} ${plural('fr', n, 'levée', 'levées')}`,
    },
    due: (day) => `avant le ${day}`,
    overdue: (day) => `en retard depuis le ${day}`,
    noDue: 'sans échéance',
    owner: (owner) => `à corriger par ${owner}`,
    actions: {
      'punch-corrected': 'Déclarer corrigée',
      'punch-checked': 'Vérifier sur place',
      'punch-lifted': 'Lever la réserve',
      'punch-reopened': 'Rouvrir',
    },
    note: 'Remarque',
    photo: 'Photo',
    photoNeeded: 'La levée demande une photo et une deuxième personne.',
    choosePhoto: 'Photo du marché',
    takePhoto: 'Ajouter une photo',
    secondPerson: 'Quelqu’un d’autre que la personne qui a vérifié doit lever la réserve.',
    history: 'Suivi',
    by: (name) => `par ${name}`,
    pin: 'Emplacement sur la photo',
    pinHint: 'Touchez la photo ou le plan à l’endroit du défaut.',
    pinAlone: 'Placer le repère ; les flèches du clavier le déplacent',
    cancel: 'Annuler',
    confirm: 'Confirmer',
    sending: (percent) => `Envoi de la photo : ${percent}`,
  },
  en: {
    none: 'No punch-list item',
    noneText: 'An item is a defect to mend before the acceptance: photo, severity, due day.',
    add: 'Add an item',
    states: { open: 'open', corrected: 'corrected', checked: 'checked', lifted: 'lifted' },
    groups: {
      open: (n) => `${n} open`,
      corrected: (n) => `${n} corrected, to check`,
      checked: (n) => `${n} checked, to lift`,
      lifted: (n) => `${n} lifted`,
    },
    due: (day) => `before ${day}`,
    overdue: (day) => `overdue since ${day}`,
    noDue: 'no due day',
    owner: (owner) => `to be mended by ${owner}`,
    actions: {
      'punch-corrected': 'Report as corrected',
      'punch-checked': 'Check on site',
      'punch-lifted': 'Lift the item',
      'punch-reopened': 'Reopen',
    },
    note: 'Note',
    photo: 'Photo',
    photoNeeded: 'Lifting needs a photo and a second person.',
    choosePhoto: 'Photo of the contract',
    takePhoto: 'Add a photo',
    secondPerson: 'Somebody else than whoever checked it has to lift the item.',
    history: 'Course',
    by: (name) => `by ${name}`,
    pin: 'Place on the photo',
    pinHint: 'Touch the photo or the plan where the defect is.',
    pinAlone: 'Put the pin; the arrow keys move it',
    cancel: 'Cancel',
    confirm: 'Confirm',
    sending: (percent) => `Sending the photo: ${percent}`,
  },
})
