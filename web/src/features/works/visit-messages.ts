import type { StopCause } from '@borne/geodata/works/types'
import { defineMessages, plural } from '../../ui/language.tsx'

interface VisitWords {
  title: string
  start: string
  back: string
  loadFailed: string
  progress: string
  noBill: string
  last: (share: string) => string
  less: (label: string) => string
  more: (label: string) => string
  fallReason: string
  fallHint: (labels: string) => string
  lost: string
  lostNone: string
  causes: Record<StopCause, string>
  millimetres: string
  punches: string
  addPunch: string
  removePunch: (label: string) => string
  punchLabel: string
  punchOwn: string
  punchLabels: readonly string[]
  severity: string
  due: string
  dueDays: (days: number) => string
  punchPhoto: string
  photos: string
  lastTaken: (day: string) => string
  otherView: string
  viewName: string
  removePhoto: string
  photoOf: (view: string) => string
  note: string
  noteHint: string
  send: string
  sending: string
  summary: (moved: number, punches: number, photos: number) => string
  confirmed: string
  discard: string
  discardTitle: string
  sentToast: string
  waitsTitle: string
  waitsText: string
  refused: string
  notKept: string
  closed: string
  draftKept: (when: string) => string
  choose: string
  chooseText: string
  nearest: string
  locating: string
  noPosition: string
  noContract: string
  draft: string
  waiting: (count: number) => string
  waitingSince: (when: string) => string
  aVisit: string
  anInspection: string
  waitingNote: string
  sendNow: string
  correct: string
}

export const visitMessages = defineMessages<VisitWords>({
  fr: {
    title: 'Visite de chantier',
    start: 'Visite de chantier',
    back: 'Retour au marché',
    loadFailed: 'Le marché n’a pas pu être lu',
    progress: 'Avancement',
    noBill: 'Ce marché n’a pas encore de bordereau : l’avancement ne peut pas être noté.',
    last: (share) => `dernier : ${share}`,
    less: (label) => `Moins : ${label}`,
    more: (label) => `Plus : ${label}`,
    fallReason: 'Pourquoi moins qu’avant ?',
    fallHint: (labels) => `Baisse notée pour : ${labels}. Le motif est obligatoire.`,
    lost: 'Jour sans travail',
    lostNone: 'Non',
    causes: {
      rain: 'Pluie',
      flood: 'Inondation',
      access: 'Accès coupé',
      security: 'Sécurité',
      supply: 'Approvisionnement',
      payment: 'Retard de paiement',
      other: 'Autre cause',
    },
    millimetres: 'Pluie (mm), si mesurée',
    punches: 'Réserves',
    addPunch: 'Ajouter une réserve',
    removePunch: (label) => `Retirer la réserve ${label}`,
    punchLabel: 'Ce qui ne va pas',
    punchOwn: 'Autre, avec vos mots',
    punchLabels: [
      'Fissure dans un mur',
      'Béton mal vibré',
      'Toiture non étanche',
      'Porte ou fenêtre',
      'Électricité',
      'Plomberie, fuite',
      'Panneaux solaires',
      'Peinture, finitions',
      'Nettoyage du chantier',
    ],
    severity: 'Gravité',
    due: 'À corriger sous',
    dueDays: (days) => `${days} j`,
    punchPhoto: 'Photo de la réserve',
    photos: 'Photos',
    lastTaken: (day) => `dernière : ${day}`,
    otherView: 'Autre vue',
    viewName: 'Nom de la vue (façade nord…)',
    removePhoto: 'Retirer la photo',
    photoOf: (view) => `Photo : ${view}`,
    note: 'Remarque',
    noteHint: 'Présents, matériaux, ce qui bloque.',
    send: 'Envoyer la visite',
    sending: 'Envoi…',
    summary: (moved, punches, photos) =>
      `${moved} ${plural('fr', moved, 'lot modifié', 'lots modifiés')}, ${punches} ${plural('fr', punches, 'réserve', 'réserves')}, ${photos} ${plural('fr', photos, 'photo', 'photos')}`,
    confirmed: 'Rien n’a bougé : l’avancement sera confirmé tel quel.',
    discard: 'Abandonner',
    discardTitle: 'Abandonner cette visite ?',
    sentToast: 'Visite envoyée ; elle attend sa validation.',
    waitsTitle: 'Pas de connexion : la visite est gardée',
    waitsText: 'Elle reste sur cet appareil et partira d’elle-même dès que le serveur répond.',
    refused: 'La visite ne peut pas partir ainsi',
    notKept: 'Ce navigateur ne garde pas le brouillon : ne fermez pas la page avant l’envoi.',
    closed: 'Ce marché n’est pas en travaux : aucune visite ne peut y être notée.',
    draftKept: (when) => `Brouillon du ${when}, gardé sur cet appareil.`,
    choose: 'Visite de chantier',
    chooseText: 'Choisissez le chantier où vous êtes.',
    nearest: 'Trier par distance',
    locating: 'Recherche de la position…',
    noPosition: 'La position n’est pas connue : les chantiers sont rangés par nom.',
    noContract: 'Aucun marché n’est en travaux.',
    draft: 'brouillon',
    waiting: (count) => `${count} ${plural('fr', count, 'envoi en attente', 'envois en attente')}`,
    waitingSince: (when) => `en attente depuis le ${when}`,
    aVisit: 'visite de chantier',
    anInspection: 'contrôle sur liste',
    waitingNote: 'Gardés sur cet appareil, ils partent dès que le serveur répond.',
    sendNow: 'Envoyer maintenant',
    correct: 'Corriger',
  },
  en: {
    title: 'Site visit',
    start: 'Site visit',
    back: 'Back to the contract',
    loadFailed: 'The contract could not be read',
    progress: 'Progress',
    noBill: 'This contract has no bill yet: its progress cannot be noted.',
    last: (share) => `last: ${share}`,
    less: (label) => `Less: ${label}`,
    more: (label) => `More: ${label}`,
    fallReason: 'Why less than before?',
    fallHint: (labels) => `A fall was noted for: ${labels}. The reason is required.`,
    lost: 'Day without work',
    lostNone: 'No',
    causes: {
      rain: 'Rain',
      flood: 'Flood',
      access: 'No access',
      security: 'Security',
      supply: 'Supply',
      payment: 'Late payment',
      other: 'Other cause',
    },
    millimetres: 'Rain (mm), if measured',
    punches: 'Punch list',
    addPunch: 'Add an item',
    removePunch: (label) => `Remove the item ${label}`,
    punchLabel: 'What is wrong',
    punchOwn: 'Something else, in your words',
    punchLabels: [
      'Crack in a wall',
      'Badly vibrated concrete',
      'Leaking roof',
      'Door or window',
      'Electricity',
      'Plumbing, leak',
      'Solar panels',
      'Paint, finishing',
      'Cleaning of the site',
    ],
    severity: 'Severity',
    due: 'To be mended within',
    dueDays: (days) => `${days} d`,
    punchPhoto: 'Photo of the item',
    photos: 'Photos',
    lastTaken: (day) => `last: ${day}`,
    otherView: 'Another view',
    viewName: 'Name of the view (north front…)',
    removePhoto: 'Remove the photo',
    photoOf: (view) => `Photo: ${view}`,
    note: 'Remark',
    noteHint: 'Who was there, materials, what is stuck.',
    send: 'Send the visit',
    sending: 'Sending…',
    summary: (moved, punches, photos) =>
      `${moved} ${plural('en', moved, 'package changed', 'packages changed')}, ${punches} ${plural('en', punches, 'item', 'items')}, ${photos} ${plural('en', photos, 'photo', 'photos')}`,
    confirmed: 'Nothing moved: progress will be confirmed as it is.',
    discard: 'Discard',
    discardTitle: 'Discard this visit?',
    sentToast: 'Visit sent; it waits for its validation.',
    waitsTitle: 'No connection: the visit is kept',
    waitsText: 'It stays on this device and leaves by itself as soon as the server answers.',
    refused: 'The visit cannot be sent like this',
    notKept: 'This browser does not keep the draft: do not close the page before sending.',
    closed: 'This contract is not under works: no visit can be noted.',
    draftKept: (when) => `Draft of ${when}, kept on this device.`,
    choose: 'Site visit',
    chooseText: 'Choose the site where you are.',
    nearest: 'Sort by distance',
    locating: 'Looking for the position…',
    noPosition: 'The position is not known: sites are in the order of their names.',
    noContract: 'No contract is under works.',
    draft: 'draft',
    waiting: (count) => `${count} waiting to be sent`,
    waitingSince: (when) => `waiting since ${when}`,
    aVisit: 'site visit',
    anInspection: 'inspection',
    waitingNote: 'Kept on this device until the server answers.',
    sendNow: 'Send now',
    correct: 'Correct',
  },
})
