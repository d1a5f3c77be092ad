import { defineMessages } from '../../ui/language.tsx'

export const sCurveMessages = defineMessages({
  fr: {
    title: 'Courbe en S',
    spoken: (told: string) => `Avancement prévu, réalisé et payé, en part du montant du marché. ${told}`,
    empty: 'La courbe se dessine dès que le marché a un planning ou un rapport d’avancement.',
    planned: (share: string) => `prévu ${share}`,
    earned: (share: string) => `réalisé ${share}`,
    paid: (share: string) => `payé ${share}`,
    opens: 'Un clic montre le marché ce jour-là',
    forecastKey:
      'La bande va de la fin atteinte une fois sur deux (P50) à celle atteinte quatre fois sur cinq (P80).',
    today: 'aujourd’hui',
    axis: 'part du montant du marché',
    columns: { on: 'Date', planned: 'Prévu, %', earned: 'Réalisé, %', paid: 'Payé, %' },
  },
  en: {
    title: 'S-curve',
    spoken: (told: string) => `Planned, built and paid progress as shares of the contract amount. ${told}`,
    empty: 'The curve is drawn as soon as the contract has a schedule or a progress report.',
    planned: (share: string) => `planned ${share}`,
    earned: (share: string) => `built ${share}`,
    paid: (share: string) => `paid ${share}`,
    opens: 'A click shows the contract on that day',
    forecastKey:
      'The band goes from the end that is met one time in two (P50) to the one met four times in five (P80).',
    today: 'today',
    axis: 'share of the contract amount',
    columns: { on: 'Date', planned: 'Planned, %', earned: 'Built, %', paid: 'Paid, %' },
  },
})
