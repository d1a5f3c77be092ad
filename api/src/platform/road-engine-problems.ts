import type { ProblemEntry } from './problem-catalogue.ts'

/** Problems of an engine for roads that is a service of its own. */
export const ROAD_ENGINE_PROBLEMS = {
  'road-engine-unavailable': {
    status: 503,
    fr: {
      title: 'Calcul d’itinéraires indisponible',
      detail: 'Le service de calcul d’itinéraires ne répond pas comme il le doit. Réessayez dans un moment.',
    },
    en: {
      title: 'Route service unavailable',
      detail: 'The route service does not answer as it should. Try again in a moment.',
    },
  },
  'road-engine-refused': {
    status: 422,
    fr: {
      title: 'Question refusée par le service d’itinéraires',
      detail: 'Le service de calcul d’itinéraires refuse cette question : {reason} (numéro {number}).',
    },
    en: {
      title: 'Question refused by the route service',
      detail: 'The route service refuses this question: {reason} (number {number}).',
    },
  },
  'road-engine-lacks': {
    status: 422,
    fr: {
      title: 'Hors de portée du service d’itinéraires',
      detail: 'Le service de calcul d’itinéraires choisi ne connaît pas ce mode de déplacement : {mode}.',
    },
    en: {
      title: 'Beyond the route service',
      detail: 'The chosen route service does not know this way of travelling: {mode}.',
    },
  },
  'road-matrix-too-large': {
    status: 422,
    fr: {
      title: 'Matrice trop grande',
      detail: '{pairs} trajets demandés à la fois ; {most} au plus.',
    },
    en: { title: 'Matrix too large', detail: '{pairs} ways were asked at once; {most} at most.' },
  },
} as const satisfies Record<string, ProblemEntry>
