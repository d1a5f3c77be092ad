import { defineMessages } from '../../ui/language.tsx'
import type { WorksSettingsTab } from './search.ts'
import type { SettingFault } from './settings-draft.ts'

interface SettingsWords {
  title: string
  /** Where there is little room. */
  short: string
  back: string
  backToContract: string
  tabs: string
  tabNames: Record<WorksSettingsTab, string>
  loadFailed: string
  edit: string
  editOf: (name: string) => string
  cancel: string
  save: string
  saved: (name: string) => string
  changedMeanwhile: string
  demonstration: string
  faults: Record<SettingFault, string>
  choose: string
  name: string
  nameFr: string
  nameEn: string
  source: string
  sourceHint: string
  remove: (what: string) => string
  moveUp: (what: string) => string
}

/** The words that all settings of the works share. */
export const settingsMessages = defineMessages<SettingsWords>({
  fr: {
    title: 'Réglages des travaux',
    short: 'Réglages',
    back: 'Retour aux travaux',
    backToContract: 'Retour au marché',
    tabs: 'Parties des réglages',
    tabNames: {
      projects: 'Programmes et projets',
      donors: 'Bailleurs et contributions',
      contractors: 'Entreprises',
      rates: 'Taux de change',
      calendars: 'Calendriers',
      checklists: 'Listes de contrôle',
      templates: 'Modèles de documents',
      archived: 'Marchés archivés',
    },
    loadFailed: 'Les réglages des travaux',
    edit: 'Modifier',
    editOf: (name) => `Modifier ${name}`,
    cancel: 'Annuler',
    save: 'Enregistrer',
    saved: (name) => `${name} : enregistré`,
    changedMeanwhile: 'Fermez, puis rouvrez pour voir ce qui est enregistré et refaire votre changement.',
    demonstration: 'DÉMONSTRATION',
    faults: {
      missing: 'À remplir.',
      share: 'Écrivez un pourcentage de 0 à 100, avec quatre décimales au plus.',
      sum: 'Les parts doivent faire 100 % ensemble, ou il n’y en a aucune.',
      twice: 'Ce bailleur est déjà dans la liste.',
      amount: 'Écrivez un montant, par exemple 125000,50, ou laissez vide.',
      rate: 'Écrivez un taux au-dessus de zéro, avec six décimales au plus.',
      yearlyDay: 'Écrivez le jour et le mois, par exemple 28/11.',
      order: 'La fin vient avant le début.',
    },
    choose: 'Choisir…',
    name: 'Nom',
    nameFr: 'Nom en français',
    nameEn: 'Nom en anglais',
    source: 'Source',
    sourceHint: 'D’où cela vient : texte, lettre, hypothèse.',
    remove: (what) => `Retirer ${what}`,
    moveUp: (what) => `Monter ${what}`,
  },
  en: {
    title: 'Settings of the works',
    short: 'Settings',
    back: 'Back to the works',
    backToContract: 'Back to the contract',
    tabs: 'Parts of the settings',
    tabNames: {
      projects: 'Programmes and projects',
      donors: 'Donors and contributions',
      contractors: 'Contractors',
      rates: 'Exchange rates',
      calendars: 'Calendars',
      checklists: 'Checklists',
      templates: 'Templates of documents',
      archived: 'Archived contracts',
    },
    loadFailed: 'The settings of the works',
    edit: 'Change',
    editOf: (name) => `Change ${name}`,
    cancel: 'Cancel',
    save: 'Save',
    saved: (name) => `${name}: saved`,
    changedMeanwhile: 'Close and open again to see what is saved, then make your change anew.',
    demonstration: 'DEMONSTRATION',
    faults: {
      missing: 'To be filled in.',
      share: 'Write a percentage from 0 to 100, with four decimals at most.',
      sum: 'The shares must make 100% together, or there are none.',
      twice: 'This donor is in the list already.',
      amount: 'Write an amount, for example 125000.50, or leave it empty.',
      rate: 'Write a rate above zero, with six decimals at most.',
      yearlyDay: 'Write the day and the month, for example 28/11.',
      order: 'The end comes before the start.',
    },
    choose: 'Choose…',
    name: 'Name',
    nameFr: 'Name in French',
    nameEn: 'Name in English',
    source: 'Source',
    sourceHint: 'Where it comes from: a text, a letter, an assumption.',
    remove: (what) => `Remove ${what}`,
    moveUp: (what) => `Move ${what} up`,
  },
})
