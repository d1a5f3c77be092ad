import { defineMessages } from '../../ui/language.tsx'

interface ValueWords {
  rates: string
  ratesIntro: string
  addRate: string
  noRate: { title: string; text: string }
  currency: string
  validFrom: string
  rate: (currency: string) => string
  rateHint: string
  isWorth: (currency: string, rate: string) => string
  rateName: (currency: string, day: string) => string
  sameDay: string
  removeRate: string
  removeRateTitle: (name: string) => string
  removeRateText: string
  rateRemoved: (name: string) => string
  calendars: string
  calendarsIntro: string
  addCalendar: string
  noCalendar: { title: string; text: string }
  week: string
  weekHint: string
  days: readonly string[]
  worked: (days: string) => string
  exceptionCount: (n: number) => string
  exceptions: string
  exceptionsHint: string
  addException: string
  exception: (label: string, number: number) => string
  label: string
  recurs: string
  once: string
  yearly: string
  from: string
  until: string
  workedShare: string
  checklists: string
  checklistsIntro: string
  addChecklist: string
  noChecklist: { title: string; text: string }
  items: string
  itemsHint: string
  itemCount: (n: number) => string
  addItem: string
  item: (number: number) => string
  itemFr: string
  itemEn: string
  noItem: string
}

export const valueMessages = defineMessages<ValueWords>({
  fr: {
    rates: 'Taux de change',
    ratesIntro: 'Un taux vaut à partir de son jour, jusqu’au taux suivant de la même monnaie.',
    addRate: 'Nouveau taux',
    noRate: {
      title: 'Pas encore de taux',
      text: 'Les montants en euros et en dollars se comparent en ouguiyas au taux du jour. Ajoutez le premier, avec sa source.',
    },
    currency: 'Monnaie',
    validFrom: 'À partir du',
    rate: (currency) => `Ouguiyas pour 1 ${currency}`,
    rateHint: 'Six décimales au plus, par exemple 43,25.',
    isWorth: (currency, rate) => `1 ${currency} = ${rate} MRU`,
    rateName: (currency, day) => `${currency} au ${day}`,
    sameDay: 'Un taux du même jour prend la place de celui qui y était.',
    removeRate: 'Retirer',
    removeRateTitle: (name) => `Retirer le taux ${name} ?`,
    removeRateText:
      'Les montants de ces jours se comparent alors au taux d’avant ; s’il n’y en a pas, ils ne se comparent plus. Le journal garde qui l’a retiré. Pour corriger la valeur, modifiez le taux.',
    rateRemoved: (name) => `Taux ${name} retiré`,
    calendars: 'Calendriers de travail',
    calendarsIntro: 'Un planning nomme le sien ; la prévision le suit.',
    addCalendar: 'Nouveau calendrier',
    noCalendar: {
      title: 'Pas encore de calendrier',
      text: 'Un calendrier dit quels jours sont travaillés : la semaine, puis les exceptions.',
    },
    week: 'Semaine',
    weekHint: 'Part d’une journée pleine, en % : 100 travaillé, 50 demi-journée, 0 repos.',
    days: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
    worked: (days) => `${days} jours par semaine`,
    exceptionCount: (n) => (n === 0 ? 'aucune exception' : n === 1 ? '1 exception' : `${n} exceptions`),
    exceptions: 'Exceptions',
    exceptionsHint: 'Fêtes, Ramadan, hivernage. Là où deux se recouvrent, la dernière l’emporte.',
    addException: 'Ajouter une exception',
    exception: (label, number) => label || `l’exception ${number}`,
    label: 'Motif',
    recurs: 'Répétition',
    once: 'Une fois',
    yearly: 'Chaque année',
    from: 'Du',
    until: 'Au (compris)',
    workedShare: 'Travaillé (%)',
    checklists: 'Listes de contrôle',
    checklistsIntro: 'Ce qu’une inspection regarde. Ce qui a déjà été répondu reste tel quel.',
    addChecklist: 'Nouvelle liste',
    noChecklist: {
      title: 'Pas encore de liste',
      text: 'Une liste de contrôle guide l’inspection d’un ouvrage : béton, toiture, forage.',
    },
    items: 'Points à contrôler',
    itemsHint: 'Dans l’ordre de la visite.',
    itemCount: (n) => (n === 1 ? '1 point' : `${n} points`),
    addItem: 'Ajouter un point',
    item: (number) => `le point ${number}`,
    itemFr: 'En français',
    itemEn: 'En anglais',
    noItem: 'Une liste a au moins un point.',
  },
  en: {
    rates: 'Exchange rates',
    ratesIntro: 'A rate holds from its day on, until the next rate of the same currency.',
    addRate: 'New rate',
    noRate: {
      title: 'No rate yet',
      text: 'Amounts in euros and dollars are compared in ouguiyas at the rate of the day. Add the first one, with its source.',
    },
    currency: 'Currency',
    validFrom: 'From',
    rate: (currency) => `Ouguiyas for 1 ${currency}`,
    rateHint: 'Six decimals at most, for example 43.25.',
    isWorth: (currency, rate) => `1 ${currency} = ${rate} MRU`,
    rateName: (currency, day) => `${currency} on ${day}`,
    sameDay: 'A rate of the same day takes the place of the one that was there.',
    removeRate: 'Remove',
    removeRateTitle: (name) => `Remove the rate ${name}?`,
    removeRateText:
      'Amounts of these days are then compared at the rate before; where there is none, they are compared no more. The journal keeps who removed it. To correct the value, edit the rate.',
    rateRemoved: (name) => `Rate ${name} removed`,
    calendars: 'Work calendars',
    calendarsIntro: 'A schedule names its own; the forecast follows it.',
    addCalendar: 'New calendar',
    noCalendar: {
      title: 'No calendar yet',
      text: 'A calendar says which days are worked: the week, then the exceptions.',
    },
    week: 'Week',
    weekHint: 'Share of a full day, in %: 100 worked, 50 half a day, 0 rest.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    worked: (days) => `${days} days a week`,
    exceptionCount: (n) => (n === 0 ? 'no exception' : n === 1 ? '1 exception' : `${n} exceptions`),
    exceptions: 'Exceptions',
    exceptionsHint: 'Holidays, Ramadan, rains. Where two overlap, the last one wins.',
    addException: 'Add an exception',
    exception: (label, number) => label || `exception ${number}`,
    label: 'Reason',
    recurs: 'Recurrence',
    once: 'Once',
    yearly: 'Each year',
    from: 'From',
    until: 'Until (included)',
    workedShare: 'Worked (%)',
    checklists: 'Checklists',
    checklistsIntro: 'What an inspection looks at. What was answered already stays as it is.',
    addChecklist: 'New checklist',
    noChecklist: {
      title: 'No checklist yet',
      text: 'A checklist guides the inspection of a part of the works: concrete, roof, borehole.',
    },
    items: 'Items to check',
    itemsHint: 'In the order of the visit.',
    itemCount: (n) => (n === 1 ? '1 item' : `${n} items`),
    addItem: 'Add an item',
    item: (number) => `item ${number}`,
    itemFr: 'In French',
    itemEn: 'In English',
    noItem: 'A checklist has at least one item.',
  },
})
