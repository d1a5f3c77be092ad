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
  'coverage-change-unfit': {
    status: 400,
    fr: {
      title: 'Changement impossible',
      detail: 'Le changement {number} ne peut pas être appliqué : {reason}.',
    },
    en: { title: 'Change not possible', detail: 'Change {number} cannot be applied: {reason}.' },
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
