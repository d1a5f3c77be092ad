import { defineMessages, plural } from '../../ui/language.tsx'
import type { InspectionResult } from './inspection-draft.ts'

interface InspectionWords {
  title: string
  add: string
  none: string
  checklist: string
  source: (source: string) => string
  answered: (done: number, all: number) => string
  missing: (count: number) => string
  unanswered: string
  results: Record<InspectionResult, string>
  counts: Record<InspectionResult, (count: number) => string>
  comment: string
  addComment: string
  follow: string
  followHint: string
  owner: string
  photosOfPoint: string
  opens: (count: number) => string
  unknownList: (id: string) => string
  listGone: string
  noList: string
  loadFailed: string
  keeps: string
  keptSince: (when: string) => string
  notKept: string
  discard: string
  waits: string
  sentBack: (reason: string) => string
  resume: string
  draftOf: (when: string) => string
  waiting: (when: string) => string
  raisedBy: (list: string, day: string) => string
}

export const inspectionMessages = defineMessages<InspectionWords>({
  fr: {
    title: 'Contrôles',
    add: 'Faire un contrôle',
    none: 'Aucun contrôle. Une liste de contrôle (béton, toiture, solaire, forage, latrines…) se remplit point par point sur le chantier.',
    checklist: 'Liste de contrôle',
    source: (source) => `Source : ${source}`,
    answered: (done, all) => `${done} ${plural('fr', done, 'point répondu', 'points répondus')} sur ${all}`,
    missing: (count) =>
      `${count} ${plural('fr', count, 'point attend', 'points attendent')} une réponse : « sans objet » en est une.`,
    unanswered: 'À répondre.',
    results: {
      conforming: 'Conforme',
      nonconforming: 'Non conforme',
      'not-applicable': 'Sans objet',
    },
    counts: {
      conforming: (count) => `${count} ${plural('fr', count, 'conforme', 'conformes')}`,
      nonconforming: (count) => `${count} non ${plural('fr', count, 'conforme', 'conformes')}`,
      'not-applicable': (count) => `${count} sans objet`,
    },
    comment: 'Remarque',
    addComment: 'Ajouter une remarque',
    follow: 'Ouvrir une non-conformité',
    followHint: 'Elle se suit dans les réserves, jusqu’à la levée.',
    owner: 'À corriger par',
    photosOfPoint: 'Photos de ce point',
    opens: (count) =>
      count === 0
        ? 'Aucune non-conformité ne sera ouverte.'
        : `${count} ${plural('fr', count, 'non-conformité sera ouverte', 'non-conformités seront ouvertes')} en même temps.`,
    unknownList: (id) => `Liste « ${id} »`,
    listGone: 'Ce point n’est plus dans la liste.',
    noList: 'Aucune liste de contrôle : un administrateur peut en créer dans les réglages des travaux.',
    loadFailed: 'Les listes de contrôle',
    keeps: 'Se remplit aussi sans réseau : chaque réponse est gardée sur cet appareil.',
    keptSince: (when) => `Brouillon du ${when}, gardé sur cet appareil.`,
    notKept: 'Ce navigateur ne garde pas le brouillon : ne fermez pas la page avant l’envoi.',
    discard: 'Effacer ce brouillon',
    waits: 'Pas de connexion : le contrôle est gardé et partira de lui-même.',
    sentBack: (reason) => `Le serveur ne l’a pas pris : ${reason}`,
    resume: 'Reprendre le brouillon',
    draftOf: (when) => `Un contrôle commencé le ${when} est sur cet appareil.`,
    waiting: (when) => `Un contrôle attend le réseau depuis le ${when}.`,
    raisedBy: (list, day) => `Relevée au contrôle « ${list} » du ${day}`,
  },
  en: {
    title: 'Inspections',
    add: 'Make an inspection',
    none: 'No inspection. A checklist (concrete, roof, solar, borehole, latrines…) is answered point by point on site.',
    checklist: 'Checklist',
    source: (source) => `Source: ${source}`,
    answered: (done, all) => `${done} of ${all} points answered`,
    missing: (count) =>
      `${count} ${plural('en', count, 'point waits', 'points wait')} for an answer: “not applicable” is one.`,
    unanswered: 'To be answered.',
    results: {
      conforming: 'Conforming',
      nonconforming: 'Nonconforming',
      'not-applicable': 'Not applicable',
    },
    counts: {
      conforming: (count) => `${count} conforming`,
      nonconforming: (count) => `${count} nonconforming`,
      'not-applicable': (count) => `${count} not applicable`,
    },
    comment: 'Note',
    addComment: 'Add a note',
    follow: 'Open a nonconformity',
    followHint: 'It is followed up in the punch list until it is lifted.',
    owner: 'To be mended by',
    photosOfPoint: 'Photos of this point',
    opens: (count) =>
      count === 0
        ? 'No nonconformity will be opened.'
        : `${count} ${plural('en', count, 'nonconformity', 'nonconformities')} will be opened at the same time.`,
    unknownList: (id) => `Checklist “${id}”`,
    listGone: 'This point is no longer in the checklist.',
    noList: 'No checklist: an administrator can make some in the settings of the works.',
    loadFailed: 'The checklists',
    keeps: 'It can be filled in without a network: each answer is kept on this device.',
    keptSince: (when) => `Draft of ${when}, kept on this device.`,
    notKept: 'This browser does not keep the draft: do not close the page before it is sent.',
    discard: 'Discard this draft',
    waits: 'No connection: the inspection is kept and leaves by itself.',
    sentBack: (reason) => `The server did not take it: ${reason}`,
    resume: 'Resume the draft',
    draftOf: (when) => `An inspection that was begun on ${when} is on this device.`,
    waiting: (when) => `An inspection has waited for the network since ${when}.`,
    raisedBy: (list, day) => `Raised by the inspection “${list}” of ${day}`,
  },
})
