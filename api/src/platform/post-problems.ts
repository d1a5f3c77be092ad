/** Problems of the register of posts: a part of the one catalogue. */
export const POST_PROBLEMS = {
  // A post and its versions
  'post-archived': {
    status: 409,
    fr: {
      title: 'Poste archivé',
      detail: 'Le poste « {name} » est archivé. Rétablissez-le avant de le modifier.',
    },
    en: { title: 'Archived post', detail: 'The post “{name}” is archived. Restore it before changing it.' },
  },
  'post-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Le poste a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours} de « {name} », mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The post has changed meanwhile',
      detail:
        'You edited version {yours} of “{name}”, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'post-not-found': {
    status: 404,
    fr: { title: 'Poste introuvable', detail: 'Aucun poste ne porte l’identifiant {postId}.' },
    en: { title: 'Post not found', detail: 'No post has the identifier {postId}.' },
  },

  'text-not-storable': {
    status: 400,
    fr: {
      title: 'Caractère invalide',
      detail:
        'Le champ {field} contient un caractère qui ne peut pas être enregistré (NUL ou caractère coupé).',
    },
    en: {
      title: 'Invalid character',
      detail: 'The field {field} holds a character that cannot be stored (NUL or half a character).',
    },
  },

  // Its position
  'position-not-a-number': {
    status: 400,
    fr: { title: 'Position incomplète', detail: 'La {axis} n’est pas un nombre : {value}.' },
    en: { title: 'Incomplete position', detail: 'The {axis} is not a number: {value}.' },
  },
  'position-not-a-point': {
    status: 400,
    fr: {
      title: 'Un point est attendu',
      detail: 'La position d’un poste est un point [longitude, latitude] ; ceci est : {found}.',
    },
    en: {
      title: 'A point is expected',
      detail: 'The position of a post is a point [longitude, latitude]; this is: {found}.',
    },
  },
  'position-outside-region': {
    status: 400,
    fr: {
      title: 'Position hors de la région',
      detail: 'Le point {position} est hors de la région chargée ({region}).',
    },
    en: {
      title: 'Position outside the region',
      detail: 'The point {position} is outside the loaded region ({region}).',
    },
  },
  'position-outside-world': {
    status: 400,
    fr: {
      title: 'Position hors du monde',
      detail: 'Le point {position} n’existe pas : longitude de −180 à 180, latitude de −90 à 90.',
    },
    en: {
      title: 'Position outside the world',
      detail: 'The point {position} does not exist: longitude from −180 to 180, latitude from −90 to 90.',
    },
  },
  'position-swapped': {
    status: 400,
    fr: {
      title: 'Latitude et longitude à vérifier',
      detail: 'Le point {position} est hors de la région chargée. Vouliez-vous dire {suggestion} ?',
    },
    en: {
      title: 'Check latitude and longitude',
      detail: 'The point {position} is outside the loaded region. Did you mean {suggestion}?',
    },
  },

  // Its histories
  'history-date-in-future': {
    status: 400,
    fr: {
      title: 'Date dans le futur',
      detail: 'Un historique dit ce qui a été : le {day} n’est pas encore venu.',
    },
    en: { title: 'Date in the future', detail: 'A history tells what has been: {day} has not come yet.' },
  },
  'history-date-repeated': {
    status: 400,
    fr: { title: 'Date en double', detail: 'Deux lignes de l’historique portent la date du {day}.' },
    en: { title: 'Repeated date', detail: 'Two entries of the history have the date {day}.' },
  },
  'progress-without-works': {
    status: 400,
    fr: {
      title: 'Avancement sans travaux',
      detail: 'Un avancement ({percent} %) ne se donne que « en travaux » (ligne du {day}).',
    },
    en: {
      title: 'Progress without works',
      detail: 'A progress ({percent} %) is given only “under works” (entry of {day}).',
    },
  },

  // Its photos
  'photo-broken': {
    status: 400,
    fr: {
      title: 'Photo illisible',
      detail: 'Le fichier est tronqué ou abîmé : il n’a pas pu être lu en entier. Renvoyez l’original.',
    },
    en: {
      title: 'Unreadable photo',
      detail: 'The file is truncated or damaged: it could not be read to its end. Send the original again.',
    },
  },
  'photo-file-missing': {
    status: 400,
    fr: { title: 'Aucune photo', detail: 'L’envoi ne contient pas de fichier dans le champ « file ».' },
    en: { title: 'No photo', detail: 'The upload has no file in the field “file”.' },
  },
  'photo-format-unsupported': {
    status: 415,
    fr: {
      title: 'Format de photo non accepté',
      detail: 'Format reconnu : {found}. Formats acceptés : JPEG, PNG, WebP.',
    },
    en: {
      title: 'Photo format not accepted',
      detail: 'Recognised format: {found}. Accepted formats: JPEG, PNG, WebP.',
    },
  },
  'photo-not-found': {
    status: 404,
    fr: { title: 'Photo introuvable', detail: 'Aucune photo ne porte l’identifiant {photoId}.' },
    en: { title: 'Photo not found', detail: 'No photo has the identifier {photoId}.' },
  },
  'photo-too-many-pixels': {
    status: 413,
    fr: {
      title: 'Photo trop grande',
      detail: 'La photo annonce {width} × {height} pixels ; la limite est de {limit} millions de pixels.',
    },
    en: {
      title: 'Photo too large',
      detail: 'The photo declares {width} × {height} pixels; the limit is {limit} million pixels.',
    },
  },
  'files-not-writable': {
    status: 500,
    fr: {
      title: 'Dossier des fichiers protégé',
      detail: 'Le serveur ne peut pas écrire dans son dossier de fichiers (BORNE_DATA_DIR) : {reason}.',
    },
    en: {
      title: 'Protected files folder',
      detail: 'The server cannot write to its files folder (BORNE_DATA_DIR): {reason}.',
    },
  },

  // A file of posts
  'posts-file-fields': {
    status: 400,
    fr: {
      title: 'Les champs ne correspondent pas',
      detail: 'Champs attendus et absents : {missing}. Champs trouvés : {found}.',
    },
    en: {
      title: 'The fields do not match',
      detail: 'Fields expected and absent: {missing}. Fields found: {found}.',
    },
  },
  'posts-file-format': {
    status: 400,
    fr: {
      title: 'Format de fichier non accepté',
      detail: '{file} : un fichier .geojson ou .csv est attendu.',
    },
    en: { title: 'File format not accepted', detail: '{file}: a .geojson or .csv file is expected.' },
  },
  'posts-file-missing': {
    status: 404,
    fr: { title: 'Fichier introuvable', detail: 'Le fichier {file} ne peut pas être lu.' },
    en: { title: 'File not found', detail: 'The file {file} cannot be read.' },
  },
  'posts-file-truncated': {
    status: 400,
    fr: { title: 'Fichier tronqué', detail: 'Le fichier {file} s’arrête trop tôt ou est abîmé : {reason}.' },
    en: { title: 'Truncated file', detail: 'The file {file} ends too early or is damaged: {reason}.' },
  },
} as const
