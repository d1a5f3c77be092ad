/** Problems of the missions: a part of the one catalogue. Those of their settings are in `mission-settings-problems.ts`. */
export const MISSIONS_PROBLEMS = {
  'mission-not-found': {
    status: 404,
    fr: { title: 'Mission introuvable', detail: 'Aucune mission ne porte l’identifiant {missionId}.' },
    en: { title: 'Mission not found', detail: 'No mission has the identifier {missionId}.' },
  },
  'mission-reference-taken': {
    status: 409,
    fr: {
      title: 'Référence déjà prise',
      detail: 'Une autre mission porte déjà la référence « {reference} ».',
    },
    en: {
      title: 'Reference already taken',
      detail: 'Another mission already has the reference “{reference}”.',
    },
  },
  'mission-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La mission a changé entre-temps',
      detail:
        'Vous êtes parti de la version {yours} de « {reference} », mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The mission has changed meanwhile',
      detail:
        'You started from version {yours} of “{reference}”, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'mission-left': {
    status: 409,
    fr: {
      title: 'Mission déjà partie',
      detail:
        'La mission « {reference} » est en route ou terminée : son plan ne change plus. Notez un écart.',
    },
    en: {
      title: 'Mission already gone',
      detail:
        'The mission “{reference}” is under way or done: its plan no longer changes. Record a deviation.',
    },
  },
  'mission-not-draft': {
    status: 409,
    fr: {
      title: 'Suppression impossible',
      detail: 'Seul un brouillon se supprime ; la mission « {reference} » a été soumise.',
    },
    en: {
      title: 'Cannot be deleted',
      detail: 'Only a draft can be deleted; the mission “{reference}” was submitted.',
    },
  },
  'mission-dates-reversed': {
    status: 400,
    fr: { title: 'Dates inversées', detail: 'La fin ({until}) est avant le début ({from}).' },
    en: { title: 'Dates reversed', detail: 'The end ({until}) is before the beginning ({from}).' },
  },
  'mission-too-large': {
    status: 400,
    fr: {
      title: 'Mission trop grande',
      detail:
        '{count} pour {most} au plus ({field}). Une mission compte au plus {visits} visites, {days} jours, {teams} équipes de {vehicles} véhicules et {nights} lieux pour la nuit : partagez-la.',
    },
    en: {
      title: 'Mission too large',
      detail:
        '{count}, but at most {most} ({field}). A mission has at most {visits} visits, {days} days, {teams} teams of {vehicles} vehicles and {nights} places for the night: split it.',
    },
  },
  'mission-too-many-points': {
    status: 400,
    fr: {
      title: 'Trop de passages imposés',
      detail: 'Une étape passe au plus par {most} points imposés, et un plan en compte au plus {all}.',
    },
    en: {
      title: 'Too many forced points',
      detail: 'A leg leads over at most {most} forced points, and a plan has at most {all}.',
    },
  },
  'mission-repeated': {
    status: 400,
    fr: { title: 'Donné deux fois', detail: '{id} est donné deux fois.' },
    en: { title: 'Given twice', detail: '{id} is given twice.' },
  },
  'mission-part-unknown': {
    status: 400,
    fr: { title: 'Partie inconnue', detail: 'La mission n’a rien qui porte l’identifiant {id}.' },
    en: { title: 'Unknown part', detail: 'The mission has nothing with the identifier {id}.' },
  },
  'mission-place-unknown': {
    status: 400,
    fr: { title: 'Lieu inconnu', detail: 'Aucun poste ni lieu de mission ne porte l’identifiant {placeId}.' },
    en: {
      title: 'Unknown place',
      detail: 'No post and no place of the missions has the identifier {placeId}.',
    },
  },
  'mission-order-circular': {
    status: 400,
    fr: { title: 'Ordre sans début', detail: 'La visite {id} devrait venir après elle-même.' },
    en: { title: 'Order without a beginning', detail: 'The visit {id} would have to come after itself.' },
  },
  'mission-time-unreadable': {
    status: 400,
    fr: { title: 'Question illisible', detail: 'La question se contredit : {reason}.' },
    en: { title: 'Question cannot be read', detail: 'The question contradicts itself: {reason}.' },
  },
  'mission-days-apart': {
    status: 400,
    fr: {
      title: 'Jours séparés',
      detail: 'Les jours d’une mission se suivent : le {date} ne suit pas le jour d’avant.',
    },
    en: {
      title: 'Days apart',
      detail: 'The days of a mission follow each other: {date} does not follow the day before.',
    },
  },
  'mission-nothing-asked': {
    status: 400,
    fr: { title: 'Rien à planifier', detail: 'Nommez une mission, ou donnez une question.' },
    en: { title: 'Nothing to plan', detail: 'Name a mission, or give a question.' },
  },
  'mission-incomplete': {
    status: 400,
    fr: {
      title: 'Mission incomplète',
      detail:
        'Pour planifier « {reference} », il faut un départ et une arrivée placés sur la carte, et au moins une équipe.',
    },
    en: {
      title: 'Mission incomplete',
      detail: 'To plan “{reference}”, a start and an end on the map are needed, and at least one team.',
    },
  },
  'mission-vehicle-taken': {
    status: 409,
    fr: {
      title: 'Véhicule déjà pris',
      detail:
        'Le véhicule « {vehicle} » est pris par la mission « {reference} » entre le {from} et le {until}.',
    },
    en: {
      title: 'Vehicle already taken',
      detail: 'The vehicle “{vehicle}” is taken by the mission “{reference}” between {from} and {until}.',
    },
  },
  'mission-vehicle-taken-elsewhere': {
    status: 409,
    fr: {
      title: 'Véhicule déjà pris',
      detail:
        'Le véhicule « {vehicle} » est pris entre le {from} et le {until} par une mission d’un autre bureau.',
    },
    en: {
      title: 'Vehicle already taken',
      detail: 'The vehicle “{vehicle}” is taken between {from} and {until} by a mission of another office.',
    },
  },
  'mission-vehicle-not-ready': {
    status: 409,
    fr: { title: 'Véhicule indisponible', detail: 'Le véhicule « {vehicle} » n’est pas prêt.' },
    en: { title: 'Vehicle not available', detail: 'The vehicle “{vehicle}” is not ready.' },
  },
  'mission-submitted-already': {
    status: 409,
    fr: { title: 'Mission déjà soumise', detail: 'La mission « {reference} » a déjà été soumise.' },
    en: { title: 'Mission already submitted', detail: 'The mission “{reference}” was submitted already.' },
  },
  'mission-not-submitted': {
    status: 409,
    fr: {
      title: 'Mission non soumise',
      detail:
        'La mission « {reference} » n’attend pas d’autorisation : elle n’est pas soumise, ou la décision est prise.',
    },
    en: {
      title: 'Mission not submitted',
      detail:
        'The mission “{reference}” does not wait for a clearance: it is not submitted, or was decided on.',
    },
  },
  'mission-not-cleared': {
    status: 409,
    fr: {
      title: 'Mission non autorisée',
      detail:
        'La mission « {reference} » ne peut pas partir : elle n’est pas autorisée, ou elle est déjà partie.',
    },
    en: {
      title: 'Mission not cleared',
      detail: 'The mission “{reference}” cannot leave: it is not cleared, or has left already.',
    },
  },
  'mission-not-under-way': {
    status: 409,
    fr: { title: 'Mission pas en route', detail: 'La mission « {reference} » n’est pas en route.' },
    en: { title: 'Mission not under way', detail: 'The mission “{reference}” is not under way.' },
  },
  'mission-same-person': {
    status: 409,
    fr: {
      title: 'Une seconde personne est nécessaire',
      detail: 'Vous avez soumis la mission « {reference} » : quelqu’un d’autre l’autorise ou la refuse.',
    },
    en: {
      title: 'A second person is needed',
      detail: 'You submitted the mission “{reference}”: somebody else clears or refuses it.',
    },
  },
  'mission-event-id-taken': {
    status: 409,
    fr: { title: 'Identifiant déjà pris', detail: 'L’identifiant {eventId} désigne déjà autre chose.' },
    en: {
      title: 'Identifier already taken',
      detail: 'The identifier {eventId} stands for something else already.',
    },
  },
  'mission-event-to-come': {
    status: 400,
    fr: { title: 'Date à venir', detail: '{at} est à venir : on note ce qui a eu lieu.' },
    en: { title: 'Date to come', detail: '{at} is to come: what is recorded has happened.' },
  },
  'mission-without-plan': {
    status: 409,
    fr: { title: 'Mission sans plan', detail: 'La mission « {reference} » n’a pas encore de plan.' },
    en: { title: 'Mission without a plan', detail: 'The mission “{reference}” has no plan yet.' },
  },
  'mission-breaks-rules': {
    status: 409,
    fr: {
      title: 'Le plan enfreint des règles',
      detail:
        'Le plan de « {reference} » enfreint des règles qui interdisent ({count}). Changez-le, ou demandez un autre plan.',
    },
    en: {
      title: 'The plan breaks rules',
      detail:
        'The plan of “{reference}” breaks rules that forbid ({count}). Change it, or ask for another plan.',
    },
  },
  'mission-over': {
    status: 409,
    fr: { title: 'Mission passée', detail: 'La mission finit le {until}, qui est passé.' },
    en: { title: 'Mission over', detail: 'The mission ends on {until}, which is past.' },
  },
  'mission-clearance-past': {
    status: 400,
    fr: { title: 'Autorisation passée', detail: 'L’autorisation finit le {until}, qui est passé.' },
    en: { title: 'Clearance in the past', detail: 'The clearance ends on {until}, which is past.' },
  },
  'mission-clearance-too-short': {
    status: 400,
    fr: {
      title: 'Autorisation trop courte',
      detail: 'L’autorisation vaut du {from} au {until} ; la mission va du {begins} au {ends}.',
    },
    en: {
      title: 'Clearance too short',
      detail: 'The clearance holds from {from} to {until}; the mission goes from {begins} to {ends}.',
    },
  },
  'mission-track-unknown': {
    status: 404,
    fr: { title: 'Trace inconnue', detail: 'Aucune trace ne porte l’identifiant {trackId}.' },
    en: { title: 'Unknown track', detail: 'No track has the identifier {trackId}.' },
  },
  'mission-planning-stopped': {
    status: 503,
    fr: { title: 'Planification interrompue', detail: 'Le calcul s’est arrêté avant la fin. Réessayez.' },
    en: { title: 'Planning stopped', detail: 'The computation stopped before its end. Try again.' },
  },
  'mission-what-if-day': {
    status: 400,
    fr: {
      title: 'Jour hors de la mission',
      detail: 'Rien ne se suppose du {date} : la mission va du {from} au {until}.',
    },
    en: {
      title: 'Day outside of the mission',
      detail: 'Nothing can be supposed of {date}: the mission goes from {from} to {until}.',
    },
  },
} as const
