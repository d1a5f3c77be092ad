import { defineMessages } from '../../ui/language.tsx'

/** Why a post is due. */
export const dueMessages = defineMessages({
  fr: {
    milestone: (title: string, day: string) => `Jalon le ${day} : ${title}`,
    reportWaiting: (reference: string, day: string) => `Rapport du ${day} à valider (${reference})`,
    punchToCheck: (count: string) => `Réserves à lever (${count})`,
    punchOverdue: (count: string, day: string) => `Réserves en retard (${count}), depuis le ${day}`,
    worksEnd: (reference: string, day: string) => `Fin des travaux le ${day} (${reference})`,
    guaranteeEnd: (reference: string, day: string) => `Fin de garantie le ${day} (${reference})`,
    noReport: (reference: string, days: string) => `Sans rapport depuis ${days} jours (${reference})`,
    lastVisitOld: (days: string) => `Visite il y a ${days} jours`,
    neverVisited: 'Jamais visité',
    requested: (subject: string) => `Demande : ${subject}`,
    requestedBy: (subject: string, who: string) => `Demande de ${who} : ${subject}`,
    before: (day: string) => `avant le ${day}`,
    after: (day: string) => `à partir du ${day}`,
    plannedIn: (references: string) => `Déjà dans ${references}`,
    noPosition: 'Sans position : à placer sur la carte avant d’être planifié',
  },
  en: {
    milestone: (title: string, day: string) => `Milestone on ${day}: ${title}`,
    reportWaiting: (reference: string, day: string) => `Report of ${day} to be validated (${reference})`,
    punchToCheck: (count: string) => `Punch-list items to check (${count})`,
    punchOverdue: (count: string, day: string) => `Punch-list items late (${count}), since ${day}`,
    worksEnd: (reference: string, day: string) => `End of works on ${day} (${reference})`,
    guaranteeEnd: (reference: string, day: string) => `End of guarantee on ${day} (${reference})`,
    noReport: (reference: string, days: string) => `No report for ${days} days (${reference})`,
    lastVisitOld: (days: string) => `Visited ${days} days ago`,
    neverVisited: 'Never visited',
    requested: (subject: string) => `Requested: ${subject}`,
    requestedBy: (subject: string, who: string) => `Requested by ${who}: ${subject}`,
    before: (day: string) => `before ${day}`,
    after: (day: string) => `from ${day}`,
    plannedIn: (references: string) => `Already in ${references}`,
    noPosition: 'Without a position: to be placed on the map before it can be planned',
  },
})

export type DueWords = (typeof dueMessages)['fr']
