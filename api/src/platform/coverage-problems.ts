import type { ProblemEntry } from './problem-catalogue.ts'

/** Problems of coverage, of its scenarios, of siting and of evidence: a part of the one catalogue. */
export const COVERAGE_PROBLEMS = {
  'coverage-post-unknown': {
    status: 404,
    fr: { title: 'Poste inconnu', detail: 'Aucun poste ne porte l’identifiant {postId}.' },
    en: { title: 'Unknown post', detail: 'No post has the identifier {postId}.' },
  },
  'coverage-change-post-unknown': {
    status: 404,
    fr: {
      title: 'Poste inconnu',
      detail: 'Le changement {number} nomme un poste qui n’existe pas ou plus : {id}.',
    },
    en: {
      title: 'Unknown post',
      detail: 'Change {number} names a post that does not exist, or no longer: {id}.',
    },
  },
  'coverage-change-contract-unknown': {
    status: 404,
    fr: {
      title: 'Marché inconnu',
      detail: 'Le changement {number} nomme un marché de travaux qui n’existe pas ou plus : {id}.',
    },
    en: {
      title: 'Unknown contract',
      detail: 'Change {number} names a works contract that does not exist, or no longer: {id}.',
    },
  },
  'coverage-change-closure-unknown': {
    status: 404,
    fr: {
      title: 'Fermeture inconnue',
      detail: 'Le changement {number} lève une fermeture qui n’existe pas ou plus : {id}.',
    },
    en: {
      title: 'Unknown closure',
      detail: 'Change {number} lifts a closure that does not exist, or no longer: {id}.',
    },
  },
  'coverage-change-needs-day': {
    status: 400,
    fr: {
      title: 'Un jour est nécessaire',
      detail:
        'Le changement {number} porte sur une fermeture, et les fermetures ne comptent qu’un jour donné : choisissez la date de la question.',
    },
    en: {
      title: 'A day is needed',
      detail:
        'Change {number} is about a closure, and closures count on a given day only: choose the date of the question.',
    },
  },
  'coverage-change-place-known': {
    status: 400,
    fr: {
      title: 'Lieu donné deux fois',
      detail: 'Le changement {number} ouvre un lieu qu’un autre changement ouvre déjà.',
    },
    en: {
      title: 'Place given twice',
      detail: 'Change {number} opens a place that another change opens already.',
    },
  },
  'coverage-outside-region': {
    status: 400,
    fr: {
      title: 'Hors de la région',
      detail: 'Changement ou point {number} : {position} est hors du réseau routier connu ({region}).',
    },
    en: {
      title: 'Outside the region',
      detail: 'Change or point {number}: {position} lies outside the known road network ({region}).',
    },
  },
  'coverage-road-too-short': {
    status: 400,
    fr: {
      title: 'Route sans tracé',
      detail: 'La route du changement {number} a {count} point : il en faut au moins deux.',
    },
    en: {
      title: 'Road without a course',
      detail: 'The road of change {number} has {count} point(s): at least two are needed.',
    },
  },
  'coverage-road-length-unfit': {
    status: 400,
    fr: {
      title: 'Longueur impossible',
      detail: 'La route du changement {number} mesure {metres} m ; il faut de {least} à {most} m.',
    },
    en: {
      title: 'Length not possible',
      detail: 'The road of change {number} is {metres} m long; from {least} to {most} m are possible.',
    },
  },
  'coverage-road-crosses-itself': {
    status: 400,
    fr: {
      title: 'Route qui se croise',
      detail: 'La route du changement {number} se croise elle-même : dessinez-la en deux routes.',
    },
    en: {
      title: 'Road crosses itself',
      detail: 'The road of change {number} crosses itself: draw it as two roads.',
    },
  },
  'coverage-too-many-roads': {
    status: 400,
    fr: {
      title: 'Trop de routes construites',
      detail: '{count} routes construites ; {most} au plus par question.',
    },
    en: { title: 'Too many built roads', detail: '{count} built roads; at most {most} in a question.' },
  },
  'coverage-stopped': {
    status: 503,
    fr: {
      title: 'Calcul interrompu',
      detail: 'Le calcul a été interrompu avant sa fin. Rien n’a été enregistré : recommencez.',
    },
    en: {
      title: 'Computation stopped',
      detail: 'The computation was stopped before its end. Nothing was saved: try again.',
    },
  },
  'coverage-point-twice': {
    status: 400,
    fr: { title: 'Point donné deux fois', detail: 'Le point candidat {id} est donné deux fois.' },
    en: { title: 'Point given twice', detail: 'The candidate point {id} is given twice.' },
  },
  'coverage-too-many-candidates': {
    status: 422,
    fr: {
      title: 'Trop de lieux candidats',
      detail:
        '{count} lieux candidats ; {most} au plus. Restreignez les localités par leur genre, par une zone ou par leur distance à la frontière.',
    },
    en: {
      title: 'Too many candidate places',
      detail:
        '{count} candidate places; at most {most}. Narrow the settlements down by their kind, by an area or by their distance from the border.',
    },
  },
  'coverage-area-unreadable': {
    status: 400,
    fr: {
      title: 'Zone illisible',
      detail: 'La zone n’est pas un polygone fermé de 3 à {most} sommets.',
    },
    en: { title: 'Area cannot be read', detail: 'The area is not a closed polygon of 3 to {most} corners.' },
  },
  'coverage-area-crosses-itself': {
    status: 400,
    fr: {
      title: 'Zone qui se croise',
      detail: 'Le contour de la zone se croise lui-même : on ne sait pas ce qui est dedans.',
    },
    en: {
      title: 'Area crosses itself',
      detail: 'The rim of the area crosses itself: what is inside cannot be told.',
    },
  },
  'coverage-siting-no-candidates': {
    status: 422,
    fr: {
      title: 'Aucun lieu candidat',
      detail: 'Aucun lieu candidat n’est près d’une route : élargissez le choix.',
    },
    en: {
      title: 'No candidate place',
      detail: 'No candidate place is near a road: widen the choice.',
    },
  },
  'coverage-siting-no-demand': {
    status: 422,
    fr: {
      title: 'Rien à desservir',
      detail: 'Ce qui doit être desservi n’a aucun poids : choisissez une autre demande.',
    },
    en: { title: 'Nothing to serve', detail: 'What is to be served has no weight: choose another demand.' },
  },
  'coverage-siting-no-limit': {
    status: 400,
    fr: {
      title: 'Sans limite',
      detail: 'Donnez un nombre de postes ou un budget : sans limite, la réponse serait d’ouvrir partout.',
    },
    en: {
      title: 'No limit',
      detail: 'Give a number of posts or a budget: without a limit the answer would be to open everywhere.',
    },
  },
  'coverage-siting-budget-too-small': {
    status: 422,
    fr: {
      title: 'Budget insuffisant',
      detail: 'Le budget de {budget} ne paie aucun lieu : le moins cher coûte {cheapest}.',
    },
    en: {
      title: 'Budget too small',
      detail: 'The budget of {budget} pays for no place: the cheapest costs {cheapest}.',
    },
  },
  'coverage-siting-too-large': {
    status: 422,
    fr: {
      title: 'Question trop grande',
      detail: '{cells} temps à comparer ; {most} au plus. Prenez moins de lieux candidats.',
    },
    en: {
      title: 'Question too large',
      detail: '{cells} times to compare; at most {most}. Take fewer candidate places.',
    },
  },
  'coverage-no-border': {
    status: 503,
    fr: {
      title: 'Aucune frontière chargée',
      detail: 'La base ne contient aucun segment de frontière : importez la région (pnpm borne import).',
    },
    en: {
      title: 'No border loaded',
      detail: 'The database holds no border segment: import the region (pnpm borne import).',
    },
  },
  'coverage-no-posts': {
    status: 422,
    fr: {
      title: 'Aucun poste',
      detail:
        'Aucun poste ne compte : aucun n’est opérationnel, ou aucun n’a de position confirmée près d’une route. Choisissez des postes.',
    },
    en: {
      title: 'No post',
      detail:
        'No post counts: none is operational, or none has a confirmed position near a road. Choose posts.',
    },
  },
  'coverage-evidence-not-found': {
    status: 404,
    fr: { title: 'Preuve introuvable', detail: 'Aucune preuve ne porte l’identifiant {evidenceId}.' },
    en: { title: 'Evidence not found', detail: 'No evidence has the identifier {evidenceId}.' },
  },
  'coverage-scenario-not-found': {
    status: 404,
    fr: { title: 'Scénario introuvable', detail: 'Aucun scénario ne porte l’identifiant {scenarioId}.' },
    en: { title: 'Scenario not found', detail: 'No scenario has the identifier {scenarioId}.' },
  },
  'coverage-scenario-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Le scénario a changé entre-temps',
      detail:
        'Vous êtes parti de la version {yours} de « {name} », mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The scenario has changed meanwhile',
      detail:
        'You started from version {yours} of “{name}”, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
} as const satisfies Record<string, ProblemEntry>
