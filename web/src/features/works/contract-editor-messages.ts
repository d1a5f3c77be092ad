import { defineMessages } from '../../ui/language.tsx'
import type { ContractFault, ContractField } from './contract-editor-draft.ts'

interface ContractEditorWords {
  add: string
  edit: string
  newTitle: string
  editTitle: (reference: string) => string
  back: string
  loadFailed: string
  parties: string
  what: string
  money: string
  terms: string
  fields: Record<ContractField | 'postIds', string>
  hints: Partial<Record<ContractField, string>>
  faults: Record<ContractFault, string>
  faultCount: (n: number) => string
  choose: string
  noContractor: string
  shares: string
  noShares: string
  hiddenShares: string
  signed: string
  cancel: string
  create: string
  save: string
  saving: string
  created: (reference: string) => string
  saved: (reference: string) => string
  unchanged: string
  noProject: string
  noProjectText: string
  toSettings: string
  askSettings: string
  conflictTitle: (reference: string) => string
  conflictText: string
  archive: string
  restore: string
  archiveTitle: (reference: string, title: string) => string
  archiveText: string
  archived: (reference: string) => string
  restored: (reference: string) => string
  isArchived: string
  isArchivedText: string
  leaveTitle: string
  leaveText: string
  leave: string
}

export const contractEditorMessages = defineMessages<ContractEditorWords>({
  fr: {
    add: 'Nouveau marché',
    edit: 'Modifier le marché',
    newTitle: 'Nouveau marché',
    editTitle: (reference) => `Modifier le marché ${reference}`,
    back: 'Revenir sans enregistrer',
    loadFailed: 'La saisie du marché',
    parties: 'Projet et entreprise',
    what: 'Marché',
    money: 'Montant et délai',
    terms: 'Clauses du marché',
    fields: {
      reference: 'Référence',
      title: 'Intitulé',
      projectId: 'Projet',
      contractorId: 'Entreprise',
      currency: 'Monnaie',
      amountMinor: 'Montant hors taxes',
      taxPpm: 'Taxes (%)',
      durationDays: 'Délai (jours)',
      'terms.penaltyPerDayPpm': 'Pénalité par jour de retard (% du montant)',
      'terms.penaltyCapPpm': 'Plafond des pénalités (% du montant)',
      'terms.retentionPpm': 'Retenue de garantie (%)',
      'terms.advancePpm': 'Avance (% du montant)',
      'terms.advanceRecoveryFromPpm': 'Reprise de l’avance, à partir de (%)',
      'terms.advanceRecoveryToPpm': 'Avance entièrement reprise à (%)',
      'terms.guaranteeMonths': 'Délai de garantie (mois)',
      postIds: 'Postes',
    },
    hints: {
      reference: 'Telle qu’elle figure sur le marché.',
      durationDays: 'De l’ordre de service de démarrage à la réception provisoire.',
      'terms.penaltyPerDayPpm': 'Décimales permises : 0,1 pour un millième.',
      'terms.retentionPpm': 'Sur chaque décompte, jusqu’à la réception définitive.',
      'terms.advancePpm': '0 s’il n’y en a pas.',
      'terms.advanceRecoveryFromPpm': 'Part du marché décomptée.',
      'terms.advanceRecoveryToPpm': 'Part du marché décomptée.',
      'terms.guaranteeMonths': 'Entre la réception provisoire et la réception définitive.',
    },
    faults: {
      missing: 'À remplir.',
      amount: 'Écrivez un montant, par exemple 125000,50.',
      share: 'Écrivez un pourcentage de 0 à 100, avec quatre décimales au plus.',
      days: 'Écrivez un nombre entier de jours, de 1 à 3650.',
      months: 'Écrivez un nombre entier de mois, de 0 à 120.',
      recovery: 'La reprise doit finir après son début.',
    },
    faultCount: (n) => (n === 1 ? 'Un champ est à corriger.' : `${n} champs sont à corriger.`),
    choose: 'Choisir…',
    noContractor: 'Pas encore attribué',
    shares: 'Parts des bailleurs',
    noShares: 'Aucun bailleur n’est indiqué pour ce projet.',
    hiddenShares: 'Les parts des bailleurs ne sont pas visibles pour votre rôle.',
    signed: 'Le marché est signé : ces champs ne changent plus que par un avenant.',
    cancel: 'Annuler',
    create: 'Créer le marché',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    created: (reference) => `Marché ${reference} créé`,
    saved: (reference) => `Marché ${reference} enregistré`,
    unchanged: 'Rien n’a changé',
    noProject: 'Un marché appartient à un projet',
    noProjectText:
      'Un projet dit qui paie et dans quelle monnaie. Il n’y en a pas encore : créez un programme, puis un projet.',
    toSettings: 'Ouvrir les réglages des travaux',
    askSettings: 'La coordination peut en créer un dans les réglages des travaux.',
    conflictTitle: (reference) => `Le marché ${reference} a changé entre-temps`,
    conflictText:
      'Quelqu’un d’autre l’a enregistré pendant votre saisie. Rien de ce que vous avez écrit n’a été enregistré. Comparez, puis choisissez.',
    archive: 'Archiver',
    restore: 'Rétablir',
    archiveTitle: (reference, title) => `Archiver le marché ${reference}, « ${title} » ?`,
    archiveText:
      'Il quitte le portefeuille, la carte et les alertes. Rien n’est effacé : les réglages des travaux le gardent et permettent de le rétablir.',
    archived: (reference) => `Marché ${reference} archivé`,
    restored: (reference) => `Marché ${reference} rétabli`,
    isArchived: 'Ce marché est archivé',
    isArchivedText: 'Rétablissez-le pour le modifier ; il reviendra dans le portefeuille.',
    leaveTitle: 'Quitter sans enregistrer ?',
    leaveText: 'Ce que vous avez saisi pour ce marché sera perdu.',
    leave: 'Quitter',
  },
  en: {
    add: 'New contract',
    edit: 'Change the contract',
    newTitle: 'New contract',
    editTitle: (reference) => `Change contract ${reference}`,
    back: 'Back without saving',
    loadFailed: 'The form of the contract',
    parties: 'Project and contractor',
    what: 'Contract',
    money: 'Amount and time',
    terms: 'Terms of the contract',
    fields: {
      reference: 'Reference',
      title: 'Title',
      projectId: 'Project',
      contractorId: 'Contractor',
      currency: 'Currency',
      amountMinor: 'Amount without taxes',
      taxPpm: 'Taxes (%)',
      durationDays: 'Time (days)',
      'terms.penaltyPerDayPpm': 'Penalty per day of delay (% of the amount)',
      'terms.penaltyCapPpm': 'Cap of the penalties (% of the amount)',
      'terms.retentionPpm': 'Retention (%)',
      'terms.advancePpm': 'Advance (% of the amount)',
      'terms.advanceRecoveryFromPpm': 'Advance paid back from (%)',
      'terms.advanceRecoveryToPpm': 'Advance wholly paid back at (%)',
      'terms.guaranteeMonths': 'Guarantee period (months)',
      postIds: 'Posts',
    },
    hints: {
      reference: 'As it stands on the contract.',
      durationDays: 'From the start order to the provisional acceptance.',
      'terms.penaltyPerDayPpm': 'Decimals are allowed: 0.1 for one in a thousand.',
      'terms.retentionPpm': 'Of each certificate, until the final acceptance.',
      'terms.advancePpm': '0 if there is none.',
      'terms.advanceRecoveryFromPpm': 'Share of the contract that is certified.',
      'terms.advanceRecoveryToPpm': 'Share of the contract that is certified.',
      'terms.guaranteeMonths': 'Between the provisional and the final acceptance.',
    },
    faults: {
      missing: 'To be filled in.',
      amount: 'Write an amount, for example 125000.50.',
      share: 'Write a percentage from 0 to 100, with four decimals at most.',
      days: 'Write a whole number of days, from 1 to 3650.',
      months: 'Write a whole number of months, from 0 to 120.',
      recovery: 'The recovery must end after its start.',
    },
    faultCount: (n) => (n === 1 ? 'One field is to be corrected.' : `${n} fields are to be corrected.`),
    choose: 'Choose…',
    noContractor: 'Not awarded yet',
    shares: 'Shares of the donors',
    noShares: 'No donor is stated for this project.',
    hiddenShares: 'Your role does not see the shares of the donors.',
    signed: 'The contract is signed: these fields change by an amendment alone from now on.',
    cancel: 'Cancel',
    create: 'Create the contract',
    save: 'Save',
    saving: 'Saving…',
    created: (reference) => `Contract ${reference} created`,
    saved: (reference) => `Contract ${reference} saved`,
    unchanged: 'Nothing has changed',
    noProject: 'A contract belongs to a project',
    noProjectText:
      'A project says who pays and in which currency. There is none yet: create a programme, then a project.',
    toSettings: 'Open the settings of the works',
    askSettings: 'The coordination can create one in the settings of the works.',
    conflictTitle: (reference) => `Contract ${reference} has changed meanwhile`,
    conflictText:
      'Somebody else saved it while you were typing. Nothing that you wrote was saved. Compare, then choose.',
    archive: 'Archive',
    restore: 'Restore',
    archiveTitle: (reference, title) => `Archive contract ${reference}, “${title}”?`,
    archiveText:
      'It leaves the portfolio, the map and the alerts. Nothing is deleted: the settings of the works keep it and can restore it.',
    archived: (reference) => `Contract ${reference} archived`,
    restored: (reference) => `Contract ${reference} restored`,
    isArchived: 'This contract is archived',
    isArchivedText: 'Restore it to change it; it will come back to the portfolio.',
    leaveTitle: 'Leave without saving?',
    leaveText: 'What you typed for this contract will be lost.',
    leave: 'Leave',
  },
})
