import type { ProblemEntry } from './problem-catalogue.ts'

/** Problems of questions to the roads: the day, the vehicle, the areas to avoid, the minutes. */
export const ROAD_QUESTION_PROBLEMS = {
  'date-unreadable': {
    status: 400,
    fr: {
      title: 'Date inexistante',
      detail: 'Le calendrier n’a pas de jour « {date} ». Écrivez année-mois-jour : 2026-08-15.',
    },
    en: {
      title: 'No such date',
      detail: 'The calendar has no day “{date}”. Write year-month-day: 2026-08-15.',
    },
  },
  'date-too-far': {
    status: 400,
    fr: {
      title: 'Date trop lointaine',
      detail: 'Rien n’est su des routes le {date} : choisissez un jour à moins de {years} ans.',
    },
    en: {
      title: 'Date too far away',
      detail: 'Nothing is known of the roads on {date}: choose a day within {years} years.',
    },
  },
  'vehicle-unknown': {
    status: 404,
    fr: { title: 'Véhicule inconnu', detail: 'Aucun véhicule « {vehicleId} ». Il y a : {known}.' },
    en: { title: 'Unknown vehicle', detail: 'There is no vehicle “{vehicleId}”. There are: {known}.' },
  },
  'avoid-unreadable': {
    status: 400,
    fr: {
      title: 'Zone à éviter illisible',
      detail: 'La zone {number} n’est pas une suite d’au moins trois « longitude,latitude » : {value}',
    },
    en: {
      title: 'Area to avoid cannot be read',
      detail: 'Area {number} is not a list of three or more “longitude,latitude”: {value}',
    },
  },
  'avoid-crosses-itself': {
    status: 400,
    fr: {
      title: 'Zone à éviter qui se croise',
      detail: 'Le contour de la zone {number} se croise lui-même : on ne sait pas ce qui est dedans.',
    },
    en: {
      title: 'Area to avoid crosses itself',
      detail: 'The rim of area {number} crosses itself: what is inside cannot be told.',
    },
  },
  'avoid-too-many': {
    status: 400,
    fr: {
      title: 'Trop de zones à éviter',
      detail: '{count} zones ou sommets donnés ; {most} au plus.',
    },
    en: { title: 'Too many areas to avoid', detail: '{count} areas or corners given; {most} at most.' },
  },
  'minutes-unreadable': {
    status: 400,
    fr: {
      title: 'Durées illisibles',
      detail: '« {value} » : écrivez de une à six durées en minutes, de 1 à 1440, séparées par des virgules.',
    },
    en: {
      title: 'Minutes cannot be read',
      detail: '“{value}”: write one to six times in minutes, 1 to 1440, separated by commas.',
    },
  },
  'point-off-network': {
    status: 422,
    fr: {
      title: 'Aucune route à proximité',
      detail: 'Aucune route utilisable par ce véhicule à moins de {kilometres} km de ce point.',
    },
    en: {
      title: 'No road nearby',
      detail: 'No road that this vehicle may use lies within {kilometres} km of this point.',
    },
  },
} as const satisfies Record<string, ProblemEntry>
