/** Problems of recorded tracks and of corrections of the network: a part of the one catalogue. */
export const TRACK_PROBLEMS = {
  // A track and its file
  'track-doctype': {
    status: 400,
    fr: {
      title: 'Type de document refusé',
      detail:
        'La ligne {line} du fichier déclare un type de document (DOCTYPE). Un fichier GPX n’en a pas besoin, et il pourrait servir à nuire. Exportez la trace à nouveau.',
    },
    en: {
      title: 'Document type refused',
      detail:
        'Line {line} of the file declares a document type (DOCTYPE). A GPX file does not need one, and it could do harm. Export the track again.',
    },
  },
  'track-encoding-unknown': {
    status: 400,
    fr: {
      title: 'Codage des caractères inconnu',
      detail: 'Le fichier se dit codé en « {encoding} ». Exportez la trace en UTF-8.',
    },
    en: {
      title: 'Unknown character encoding',
      detail: 'The file says that it is encoded as “{encoding}”. Export the track as UTF-8.',
    },
  },
  'track-encoding-wrong': {
    status: 400,
    fr: {
      title: 'Caractères illisibles',
      detail: 'Le fichier contient des octets qui ne sont pas du {encoding}, son codage déclaré.',
    },
    en: {
      title: 'Unreadable characters',
      detail: 'The file holds bytes that are not {encoding}, which it says it is encoded in.',
    },
  },
  'track-excessive': {
    status: 400,
    fr: {
      title: 'Fichier démesuré',
      detail:
        'Le fichier contient des éléments trop profonds ou trop longs (limite : {most}). Ce n’est pas la trace d’un récepteur.',
    },
    en: {
      title: 'Disproportionate file',
      detail:
        'The file holds elements that are too deep or too long (limit: {most}). This is no track of a receiver.',
    },
  },
  'track-file-lost': {
    status: 500,
    fr: {
      title: 'Fichier de la trace perdu',
      detail:
        'Le fichier n’est plus sur le disque du serveur. Supprimez la trace, puis envoyez-la à nouveau.',
    },
    en: {
      title: 'File of the track lost',
      detail: 'The file is no longer on the disk of the server. Delete the track, then send it again.',
    },
  },
  'track-file-missing': {
    status: 400,
    fr: { title: 'Fichier manquant', detail: 'Joignez un fichier GPX dans le champ « file ».' },
    en: { title: 'Missing file', detail: 'Attach a GPX file in the field “file”.' },
  },
  'track-matching-failed': {
    status: 500,
    fr: {
      title: 'Trace non recalée',
      detail: 'Le calcul s’est arrêté. Relancez-le ; si cela persiste, transmettez le fichier.',
    },
    en: {
      title: 'Track not matched',
      detail: 'The computation stopped. Start it again; if it persists, pass on the file.',
    },
  },
  'track-not-found': {
    status: 404,
    fr: { title: 'Trace introuvable', detail: 'Aucune trace ne porte l’identifiant {trackId}.' },
    en: { title: 'Track not found', detail: 'No track has the identifier {trackId}.' },
  },
  'track-not-gpx': {
    status: 400,
    fr: {
      title: 'Ce n’est pas un fichier GPX',
      detail: 'Le fichier est du XML, mais son premier élément est « {root} » au lieu de « gpx ».',
    },
    en: {
      title: 'Not a GPX file',
      detail: 'The file is XML, but its first element is “{root}” and not “gpx”.',
    },
  },
  'track-not-xml': {
    status: 400,
    fr: {
      title: 'Fichier illisible',
      detail:
        'La ligne {line}, colonne {column} n’est pas du XML : ce n’est pas un fichier GPX, ou il est coupé ou abîmé.',
    },
    en: {
      title: 'Unreadable file',
      detail: 'Line {line}, column {column} is not XML: this is no GPX file, or it is cut short or damaged.',
    },
  },
  'track-nothing-left': {
    status: 400,
    fr: {
      title: 'Aucun parcours dans cette trace',
      detail:
        'Des {read} points lus, {kept} restent quand on écarte les haltes, les sauts et les horloges fausses ; il en faut au moins {least}.',
    },
    en: {
      title: 'No course in this track',
      detail:
        'Of the {read} points read, {kept} remain once halts, jumps and wrong clocks are left out; at least {least} are needed.',
    },
  },
  'track-outside-network': {
    status: 400,
    fr: {
      title: 'Trace hors du réseau',
      detail:
        'Aucun point n’est près des routes chargées ; le premier est à {lat}, {lon} (latitude, longitude).',
    },
    en: {
      title: 'Track outside the network',
      detail: 'No point is near the loaded roads; the first is at {lat}, {lon} (latitude, longitude).',
    },
  },
  'track-too-large': {
    status: 413,
    fr: {
      title: 'Fichier trop volumineux',
      detail: 'Un fichier GPX a au plus {limit}. Envoyez la trace en plusieurs fichiers.',
    },
    en: {
      title: 'File too large',
      detail: 'A GPX file has {limit} at most. Send the track in several files.',
    },
  },
  'track-too-many-points': {
    status: 400,
    fr: {
      title: 'Trop de points',
      detail: 'La trace a plus de {most} points. Envoyez-la en plusieurs fichiers.',
    },
    en: {
      title: 'Too many points',
      detail: 'The track has more than {most} points. Send it in several files.',
    },
  },
  'track-too-short': {
    status: 400,
    fr: {
      title: 'Trace trop courte',
      detail: 'La trace a {points} points ; il en faut au moins {least} pour connaître un parcours.',
    },
    en: {
      title: 'Track too short',
      detail: 'The track has {points} points; at least {least} are needed to know a course.',
    },
  },
  'track-without-points': {
    status: 400,
    fr: {
      title: 'Aucun point enregistré',
      detail:
        'Le fichier ne contient aucune trace : {waypoints} repères, {routePoints} points d’itinéraire prévu et {badPositions} positions impossibles.',
    },
    en: {
      title: 'No recorded point',
      detail:
        'The file holds no track: {waypoints} waypoints, {routePoints} points of a planned route and {badPositions} impossible positions.',
    },
  },

  // Corrections of the network
  'edit-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La correction a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours}, mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The edit has changed meanwhile',
      detail:
        'You edited version {yours}, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'edit-dates-reversed': {
    status: 400,
    fr: {
      title: 'Fin avant le début',
      detail: 'Le dernier jour d’une correction ne précède pas le premier.',
    },
    en: { title: 'End before the start', detail: 'The last day of an edit is not before its first.' },
  },
  'edit-id-taken': {
    status: 409,
    fr: {
      title: 'Identifiant déjà pris',
      detail: 'Une autre correction porte l’identifiant {editId}. Proposez la vôtre sous un autre.',
    },
    en: {
      title: 'Identifier taken',
      detail: 'Another edit has the identifier {editId}. Propose yours under another one.',
    },
  },
  'edit-length-unfit': {
    status: 400,
    fr: {
      title: 'Longueur impossible',
      detail: 'Le tracé a {metres} m ; une correction a entre {least} m et {most} m.',
    },
    en: {
      title: 'Impossible length',
      detail: 'The line has {metres} m; an edit has between {least} m and {most} m.',
    },
  },
  'edit-line-unreadable': {
    status: 400,
    fr: {
      title: 'Une ligne est attendue',
      detail: 'Une correction est une ligne GeoJSON de 2 à {most} positions ; ceci est : {found}.',
    },
    en: {
      title: 'A line is expected',
      detail: 'An edit is a GeoJSON line of 2 to {most} positions; this is: {found}.',
    },
  },
  'edit-not-found': {
    status: 404,
    fr: { title: 'Correction introuvable', detail: 'Aucune correction ne porte l’identifiant {editId}.' },
    en: { title: 'Edit not found', detail: 'No edit has the identifier {editId}.' },
  },
  'edit-outside-region': {
    status: 400,
    fr: {
      title: 'Correction hors de la région',
      detail: 'La position n° {number} ({position}) est hors du réseau routier chargé ({region}).',
    },
    en: {
      title: 'Edit outside the region',
      detail: 'Position no. {number} ({position}) is outside the loaded road network ({region}).',
    },
  },
  'edit-says-nothing': {
    status: 400,
    fr: {
      title: 'Correction incomplète',
      detail: 'Une route ajoutée a une classe ; une correction change au moins la classe, le sol ou le nom.',
    },
    en: {
      title: 'Incomplete edit',
      detail: 'An added road has a class; an edit changes the class, the ground or the name at least.',
    },
  },
  'edit-touches-no-road': {
    status: 400,
    fr: {
      title: 'Aucune route connue le long de ce tracé',
      detail:
        'Pour changer ou retirer une route, tracez la ligne sur elle, à moins de {metres} m, sur la longueur concernée.',
    },
    en: {
      title: 'No known road along this line',
      detail:
        'To change or remove a road, draw the line on it, within {metres} m, over the length concerned.',
    },
  },
} as const
