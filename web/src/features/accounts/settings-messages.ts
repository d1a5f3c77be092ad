import { defineMessages } from '../../ui/language.tsx'

/** The words of the settings of access. */
export const settingsMessages = defineMessages({
  fr: {
    failed: 'Les réglages',
    secondFactor: 'Second facteur exigé',
    secondFactorText:
      'Qui a un de ces rôles enregistre un téléphone à sa prochaine connexion, et ne peut rien faire avant. Recommandé pour qui modifie les postes ou gère les comptes.',
    retention: 'Conservation',
    auditDays: 'Le journal garde les noms',
    auditDaysHint:
      'Après ce délai, le journal oublie qui (nom, adresse, navigateur) et garde quoi et quand. De 30 à 3 650 jours.',
    leftDays: 'Un compte qui a quitté l’équipe garde son nom',
    leftDaysHint: 'Après ce délai, son nom et son adresse sont effacés. De 1 à 3 650 jours.',
    days: 'jours',
    save: 'Enregistrer',
    saved: 'Réglages enregistrés',
    unchanged: 'Tout est enregistré.',
  },
  en: {
    failed: 'The settings',
    secondFactor: 'Second factor required',
    secondFactorText:
      'Whoever has one of these roles enrols a telephone at the next sign-in, and can do nothing before. Recommended for those who edit posts or manage accounts.',
    retention: 'Retention',
    auditDays: 'The journal keeps names',
    auditDaysHint:
      'After this time, the journal forgets who (name, address, browser) and keeps what and when. From 30 to 3,650 days.',
    leftDays: 'An account that has left keeps its name',
    leftDaysHint: 'After this time, its name and address are erased. From 1 to 3,650 days.',
    days: 'days',
    save: 'Save',
    saved: 'Settings saved',
    unchanged: 'Everything is saved.',
  },
})
