/** Problems of vehicles, places, areas, rules and requests of the missions: a part of the one catalogue. */
export const MISSION_SETTINGS_PROBLEMS = {
  'mission-setting-not-found': {
    status: 404,
    fr: { title: 'Introuvable', detail: 'Rien ici ne porte l’identifiant {id}.' },
    en: { title: 'Not found', detail: 'Nothing here has the identifier {id}.' },
  },
  'mission-setting-taken': {
    status: 409,
    fr: { title: 'Déjà là', detail: '« {value} » existe déjà.' },
    en: { title: 'Already there', detail: '“{value}” is there already.' },
  },
  'mission-setting-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Changé entre-temps',
      detail:
        'Vous êtes parti de la version {yours}, mais la version {current} existe déjà. Rien n’a été enregistré.',
    },
    en: {
      title: 'Changed meanwhile',
      detail: 'You started from version {yours}, but version {current} already exists. Nothing was saved.',
    },
  },
  'mission-position-not-on-earth': {
    status: 400,
    fr: {
      title: 'Position impossible',
      detail:
        'Longitude {lon}, latitude {lat} : ce n’est pas un lieu de la Terre. La longitude vient d’abord, en degrés.',
    },
    en: {
      title: 'Impossible position',
      detail: 'Longitude {lon}, latitude {lat}: no place on Earth. The longitude comes first, in degrees.',
    },
  },
  'mission-area-unreadable': {
    status: 400,
    fr: {
      title: 'Zone illisible',
      detail:
        'Une zone est un polygone GeoJSON d’un seul contour fermé, de {most} sommets au plus, sans trou.',
    },
    en: {
      title: 'Area cannot be read',
      detail: 'An area is a GeoJSON polygon of one closed rim with at most {most} corners, without holes.',
    },
  },
  'mission-area-crosses-itself': {
    status: 400,
    fr: { title: 'La zone se croise', detail: 'Le contour de « {name} » se croise.' },
    en: { title: 'The area crosses itself', detail: 'The rim of “{name}” crosses itself.' },
  },
  'mission-area-in-use': {
    status: 409,
    fr: {
      title: 'Zone utilisée',
      detail: 'La règle « {rule} » nomme la zone « {area} » : désactivez-la d’abord.',
    },
    en: { title: 'Area in use', detail: 'The rule “{rule}” names the area “{area}”: deactivate it first.' },
  },
  'mission-area-unknown': {
    status: 400,
    fr: { title: 'Zone inconnue', detail: 'Aucune zone en service ne porte l’identifiant {areaId}.' },
    en: { title: 'Unknown area', detail: 'No area in service has the identifier {areaId}.' },
  },
  'mission-rule-needs-area': {
    status: 400,
    fr: {
      title: 'Une zone est nécessaire',
      detail: 'La règle « {name} » ne vaut que dans une zone : nommez-la.',
    },
    en: { title: 'An area is needed', detail: 'The rule “{name}” holds in an area only: name it.' },
  },
  'mission-rule-season': {
    status: 400,
    fr: { title: 'Jour impossible', detail: '« {name} » : {day} n’est pas un jour de l’année.' },
    en: { title: 'Impossible day', detail: '“{name}”: {day} is no day of the year.' },
  },
  'mission-post-unknown': {
    status: 400,
    fr: { title: 'Poste inconnu', detail: 'Aucun poste ne porte l’identifiant {postId}.' },
    en: { title: 'Unknown post', detail: 'No post has the identifier {postId}.' },
  },
} as const
