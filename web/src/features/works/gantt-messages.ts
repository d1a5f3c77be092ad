import { defineMessages, plural } from '../../ui/language.tsx'

export const ganttMessages = defineMessages({
  fr: {
    title: 'Planning',
    spoken: (count: number, today: string) =>
      `Planning de ${count} ${plural('fr', count, 'ligne', 'lignes')}, aujourd’hui le ${today}. Les chiffres sont dans le tableau.`,
    empty: 'Aucun planning n’a encore été enregistré pour ce marché.',
    zoom: 'Échelle',
    zooms: { all: 'Tout', month: 'Mois', week: 'Semaines' },
    today: 'Aujourd’hui',
    critical: 'chemin critique',
    milestone: 'jalon',
    key: {
      baseline: 'référence',
      actual: 'réalisé',
      forecast: 'prévu',
      critical: 'chemin critique',
      milestone: 'jalon',
      stopped: 'arrêt',
      holidays: 'jours fériés ou chômés',
      slowed: 'horaire réduit',
    },
    lines: 'Lignes du planning ; les flèches passent de l’une à l’autre',
    frame: 'Planning, se déplace de gauche à droite',
    rowBaseline: (from: string, until: string) => `référence : ${from} – ${until}`,
    rowActual: (from: string, until: string) => `réalisé : ${from} – ${until}`,
    rowForecast: (from: string, until: string) => `prévu jusqu’au ${until} (à partir du ${from})`,
    rowPercent: (percent: string) => `${percent} fait`,
    slip: (days: number) =>
      days === 0
        ? 'à l’heure'
        : days > 0
          ? `${days} ${plural('fr', days, 'jour', 'jours')} de retard sur la référence`
          : `${-days} ${plural('fr', -days, 'jour', 'jours')} d’avance sur la référence`,
    columns: {
      code: 'Code',
      label: 'Activité',
      baselineFrom: 'Début de référence',
      baselineUntil: 'Fin de référence',
      actualFrom: 'Début réel',
      until: 'Fin réelle ou prévue',
      percent: 'Fait, %',
      slip: 'Écart, jours',
      critical: 'Critique',
    },
    yes: 'oui',
    no: 'non',
  },
  en: {
    title: 'Schedule',
    spoken: (count: number, today: string) =>
      `Schedule of ${count} ${plural('en', count, 'line', 'lines')}, today is ${today}. The figures are in the table.`,
    empty: 'No schedule has been recorded for this contract yet.',
    zoom: 'Scale',
    zooms: { all: 'All', month: 'Months', week: 'Weeks' },
    today: 'Today',
    critical: 'critical path',
    milestone: 'milestone',
    key: {
      baseline: 'baseline',
      actual: 'done',
      forecast: 'foreseen',
      critical: 'critical path',
      milestone: 'milestone',
      stopped: 'stopped',
      holidays: 'holidays and single days off',
      slowed: 'reduced hours',
    },
    lines: 'Lines of the schedule; arrows go from one to the next',
    frame: 'Schedule, scrolls sideways',
    rowBaseline: (from: string, until: string) => `baseline: ${from} – ${until}`,
    rowActual: (from: string, until: string) => `done: ${from} – ${until}`,
    rowForecast: (from: string, until: string) => `foreseen until ${until} (from ${from})`,
    rowPercent: (percent: string) => `${percent} done`,
    slip: (days: number) =>
      days === 0
        ? 'on time'
        : days > 0
          ? `${days} ${plural('en', days, 'day', 'days')} behind the baseline`
          : `${-days} ${plural('en', -days, 'day', 'days')} ahead of the baseline`,
    columns: {
      code: 'Code',
      label: 'Activity',
      baselineFrom: 'Baseline start',
      baselineUntil: 'Baseline end',
      actualFrom: 'Actual start',
      until: 'Actual or foreseen end',
      percent: 'Done, %',
      slip: 'Slip, days',
      critical: 'Critical',
    },
    yes: 'yes',
    no: 'no',
  },
})
