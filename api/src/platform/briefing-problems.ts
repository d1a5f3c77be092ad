import type { ProblemEntry } from './problem-catalogue.ts'

/** Problems of briefings, of what is shown and of who is shown it: a part of the one catalogue. */
export const BRIEFING_PROBLEMS = {
  'briefing-not-found': {
    status: 404,
    fr: {
      title: 'Présentation introuvable',
      detail: 'Aucune présentation ne porte l’identifiant {briefingId}.',
    },
    en: { title: 'Briefing not found', detail: 'No briefing has the identifier {briefingId}.' },
  },
  'briefing-version-not-found': {
    status: 404,
    fr: {
      title: 'Version introuvable',
      detail: 'La présentation « {title} » n’a pas de version {version} dans son historique.',
    },
    en: {
      title: 'Version not found',
      detail: 'The briefing “{title}” has no version {version} in its history.',
    },
  },
  'briefing-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La présentation a changé entre-temps',
      detail:
        'Vous êtes parti de la version {yours} de « {title} », mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The briefing has changed meanwhile',
      detail:
        'You started from version {yours} of “{title}”, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'briefing-archived': {
    status: 409,
    fr: {
      title: 'Présentation archivée',
      detail: '« {title} » est archivée : remettez-la dans la liste avant de la modifier.',
    },
    en: {
      title: 'Archived briefing',
      detail: '“{title}” is archived: put it back into the list before you change it.',
    },
  },
  'briefing-too-many-slides': {
    status: 422,
    fr: {
      title: 'Trop de diapositives',
      detail:
        'La présentation aurait {count} diapositives ; {most} au plus. Rien n’a été enregistré : faites-en deux présentations.',
    },
    en: {
      title: 'Too many slides',
      detail:
        'The briefing would have {count} slides; at most {most}. Nothing was saved: make two briefings of it.',
    },
  },
  'briefing-donor-unknown': {
    status: 422,
    fr: { title: 'Bailleur inconnu', detail: 'Aucun bailleur ne porte l’identifiant {donorId}.' },
    en: { title: 'Unknown donor', detail: 'No donor has the identifier {donorId}.' },
  },
  'briefing-refused': {
    status: 422,
    fr: {
      title: 'Présentation à corriger',
      detail: 'Rien n’a été enregistré. {count} à corriger : {first}',
    },
    en: { title: 'Briefing to correct', detail: 'Nothing was saved. {count} to correct: {first}' },
  },
  'briefing-title-too-long': {
    status: 422,
    fr: {
      title: 'Titre trop long',
      detail: 'Le titre ({language}) de la présentation a {count} caractères ; {most} au plus.',
    },
    en: {
      title: 'Title too long',
      detail: 'The title ({language}) of the briefing has {count} characters; at most {most}.',
    },
  },
  'slide-text-too-long': {
    status: 422,
    fr: {
      title: 'Texte trop long',
      detail: 'Diapositive {slide}, {field} : {count} caractères ; {most} au plus.',
    },
    en: { title: 'Text too long', detail: 'Slide {slide}, {field}: {count} characters; at most {most}.' },
  },
  'slide-id-repeated': {
    status: 422,
    fr: {
      title: 'Diapositive en double',
      detail: 'La diapositive {slide} porte l’identifiant {id}, que porte déjà la diapositive {other}.',
    },
    en: {
      title: 'Slide given twice',
      detail: 'Slide {slide} has the identifier {id}, which slide {other} has already.',
    },
  },
  'slide-names-unknown': {
    status: 422,
    fr: {
      title: 'Élément inconnu',
      detail: 'La diapositive {slide} nomme {what} qui n’existe pas, ou plus : {id}.',
    },
    en: {
      title: 'Unknown element',
      detail: 'Slide {slide} names {what} that does not exist, or no longer: {id}.',
    },
  },
} as const satisfies Record<string, ProblemEntry>
