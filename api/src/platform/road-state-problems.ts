/** Problems of what the office states about the roads: a part of the one catalogue. */
export const ROAD_STATE_PROBLEMS = {
  // A closure and its versions
  'closure-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La coupure a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours}, mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The closure has changed meanwhile',
      detail:
        'You edited version {yours}, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'closure-id-taken': {
    status: 409,
    fr: {
      title: 'Identifiant déjà pris',
      detail: 'Une autre coupure porte l’identifiant {closureId}. Signalez la vôtre sous un autre.',
    },
    en: {
      title: 'Identifier taken',
      detail: 'Another closure has the identifier {closureId}. Report yours under another one.',
    },
  },
  'closure-not-found': {
    status: 404,
    fr: { title: 'Coupure introuvable', detail: 'Aucune coupure ne porte l’identifiant {closureId}.' },
    en: { title: 'Closure not found', detail: 'No closure has the identifier {closureId}.' },
  },
  'closure-over': {
    status: 409,
    fr: {
      title: 'Coupure passée',
      detail:
        'Elle est levée ou arrivée à son terme. Rétablissez-la ou changez sa fin avant de la confirmer.',
    },
    en: {
      title: 'The closure is over',
      detail: 'It was lifted or has come to its end. Restore it or change its end before confirming it.',
    },
  },

  // Its dates
  'closure-date-far': {
    status: 400,
    fr: {
      title: 'Date trop lointaine',
      detail: 'Une coupure commence au plus tard dans un an et dure au plus trois ans ; ceci est : {day}.',
    },
    en: {
      title: 'Date too far away',
      detail: 'A closure begins within a year at the latest and lasts three years at most; this is: {day}.',
    },
  },
  'closure-ends-before-start': {
    status: 400,
    fr: { title: 'Fin avant le début', detail: 'La fin d’une coupure vient après son début.' },
    en: { title: 'End before the start', detail: 'The end of a closure comes after its start.' },
  },

  // Its shape
  'closure-crosses-itself': {
    status: 400,
    fr: {
      title: 'Le contour se croise',
      detail:
        'Le contour de la surface se croise ou se touche près de {position}. Déplacez un de ses sommets.',
    },
    en: {
      title: 'The outline crosses itself',
      detail: 'The outline of the area crosses or touches itself near {position}. Move one of its corners.',
    },
  },
  'closure-outside-region': {
    status: 400,
    fr: {
      title: 'Coupure hors de la région',
      detail: 'La position n° {number} ({position}) est hors du réseau routier chargé ({region}).',
    },
    en: {
      title: 'Closure outside the region',
      detail: 'Position no. {number} ({position}) is outside the loaded road network ({region}).',
    },
  },
  'closure-position-unreadable': {
    status: 400,
    fr: {
      title: 'Position illisible',
      detail: 'La position n° {number} n’est pas [longitude, latitude] en degrés : {found}.',
    },
    en: {
      title: 'Unreadable position',
      detail: 'Position no. {number} is not [longitude, latitude] in degrees: {found}.',
    },
  },
  'closure-shape-incomplete': {
    status: 400,
    fr: {
      title: 'Tracé incomplet',
      detail: 'Une ligne a au moins deux positions différentes, une surface trois qui ne sont pas alignées.',
    },
    en: {
      title: 'Incomplete shape',
      detail: 'A line has at least two different positions, an area three that are not in line.',
    },
  },
  'closure-shape-unknown': {
    status: 400,
    fr: {
      title: 'Un point, une ligne ou une surface est attendu',
      detail:
        'Une coupure est un point, une ligne ou une surface sans trou, en GeoJSON ; ceci est : {found}.',
    },
    en: {
      title: 'A point, a line or an area is expected',
      detail: 'A closure is a point, a line or an area without holes, in GeoJSON; this is: {found}.',
    },
  },
  'closure-too-many-positions': {
    status: 400,
    fr: { title: 'Tracé trop détaillé', detail: 'Le tracé a {count} positions ; la limite est de {limit}.' },
    en: { title: 'Shape too detailed', detail: 'The shape has {count} positions; the limit is {limit}.' },
  },
  'closure-touches-no-road': {
    status: 400,
    fr: {
      title: 'Aucune route connue à cet endroit',
      detail:
        'Cette coupure ne couperait rien. Un point doit être à moins de {pointMetres} m d’une route connue, une ligne en suivre une à moins de {lineMetres} m, une surface en contenir une.',
    },
    en: {
      title: 'No known road there',
      detail:
        'This closure would close nothing. A point must be within {pointMetres} m of a known road, a line must follow one within {lineMetres} m, an area must hold one.',
    },
  },

  // Vehicles and season calendars
  'calendar-not-found': {
    status: 404,
    fr: {
      title: 'Calendrier introuvable',
      detail: 'Aucun calendrier de saison ne porte l’identifiant {id}.',
    },
    en: { title: 'Calendar not found', detail: 'No season calendar has the identifier {id}.' },
  },
  'calendar-reach-missing': {
    status: 400,
    fr: {
      title: 'Portée manquante',
      detail: 'Le calendrier d’un fleuve dit jusqu’à quelle distance de son lit va la plaine inondable.',
    },
    en: {
      title: 'Missing reach',
      detail: 'The calendar of a river says how far from its bed the flood plain reaches.',
    },
  },
  'calendar-reach-unfit': {
    status: 400,
    fr: { title: 'Portée sans objet', detail: 'Le calendrier des oueds n’a pas de portée.' },
    en: { title: 'Reach out of place', detail: 'The calendar of the wadis has no reach.' },
  },
  'effect-of-other-regime': {
    status: 400,
    fr: {
      title: 'Effet d’un autre régime',
      detail:
        'L’effet « {exposure} » n’est pas de ce calendrier : la plaine inondable est celle du fleuve, le reste vient des pluies.',
    },
    en: {
      title: 'Effect of the other regime',
      detail:
        'The effect “{exposure}” is not of this calendar: the flood plain is the river’s, the rest comes with the rains.',
    },
  },
  'effect-of-wet-ground': {
    status: 400,
    fr: {
      title: 'Sol mouillé',
      detail: 'Le sol mouillé laisse passer : ce qu’il ralentit est dit par chaque véhicule.',
    },
    en: {
      title: 'Wet ground',
      detail: 'Wet ground lets pass: how much it slows is told by each vehicle.',
    },
  },
  'effect-repeated': {
    status: 400,
    fr: {
      title: 'Effet en double',
      detail: 'Une phase dit une seule fois ce qu’il en est de « {exposure} ».',
    },
    en: { title: 'Repeated effect', detail: 'A phase says once only what becomes of “{exposure}”.' },
  },
  'phase-day-unknown': {
    status: 400,
    fr: { title: 'Jour inexistant', detail: 'Le jour {day} (mois-jour) n’existe pas.' },
    en: { title: 'No such day', detail: 'The day {day} (month-day) does not exist.' },
  },
  'phases-overlap': {
    status: 400,
    fr: {
      title: 'Phases qui se chevauchent',
      detail: 'Le {day} (mois-jour) est à la fois dans « {first} » et dans « {second} ».',
    },
    en: {
      title: 'Overlapping phases',
      detail: 'The {day} (month-day) is in both “{first}” and “{second}”.',
    },
  },
  'road-setting-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Le réglage a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours}, mais la version {current} est la bonne. Rien n’a été enregistré : rechargez, puis recommencez.',
    },
    en: {
      title: 'The setting has changed meanwhile',
      detail:
        'You edited version {yours}, but version {current} is the current one. Nothing was saved: reload, then try again.',
    },
  },
  'vehicle-not-found': {
    status: 404,
    fr: { title: 'Véhicule introuvable', detail: 'Aucun véhicule ne porte l’identifiant {id}.' },
    en: { title: 'Vehicle not found', detail: 'No vehicle has the identifier {id}.' },
  },
} as const
