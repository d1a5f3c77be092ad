/** Problems of files of OpenStreetMap data and of the versions of the road network. */
export const NETWORK_PROBLEMS = {
  'import-file-not-osm': {
    status: 400,
    fr: {
      title: 'Pas un fichier OpenStreetMap',
      detail: 'Le fichier {file} n’est ni un extrait .osm.pbf ni un fichier .osm.',
    },
    en: {
      title: 'Not an OpenStreetMap file',
      detail: 'The file {file} is neither an .osm.pbf extract nor an .osm file.',
    },
  },
  'import-osm-damaged': {
    status: 400,
    fr: {
      title: 'Extrait abîmé',
      detail: 'Le fichier {file} est abîmé ({at}) : téléchargez-le de nouveau.',
    },
    en: {
      title: 'Damaged extract',
      detail: 'The file {file} is damaged ({at}): download it again.',
    },
  },
  'import-osm-feature': {
    status: 400,
    fr: {
      title: 'Extrait d’une sorte inconnue',
      detail: 'Le fichier {file} demande « {feature} », que ce lecteur ne connaît pas.',
    },
    en: {
      title: 'Extract of an unknown kind',
      detail: 'The file {file} needs “{feature}”, which this reader does not know.',
    },
  },
  'import-osm-no-road': {
    status: 400,
    fr: {
      title: 'Aucune route',
      detail:
        'Le fichier {file} n’a aucune route dans l’étendue demandée ({asked}). Ses données couvrent {covered}.',
    },
    en: {
      title: 'No road',
      detail: 'The file {file} has no road inside the extent asked for ({asked}). Its data cover {covered}.',
    },
  },
  'network-not-found': {
    status: 404,
    fr: { title: 'Version inconnue', detail: 'Il n’y a pas de version {id} du réseau routier.' },
    en: { title: 'Unknown version', detail: 'There is no version {id} of the road network.' },
  },
  'network-decided': {
    status: 409,
    fr: {
      title: 'Déjà décidé',
      detail: 'La version {id} du réseau routier a déjà été acceptée ou écartée. Rechargez la page.',
    },
    en: {
      title: 'Already decided',
      detail: 'Version {id} of the road network was already accepted or discarded. Reload the page.',
    },
  },
  'network-comparison-outdated': {
    status: 409,
    fr: {
      title: 'Comparaison dépassée',
      detail:
        'La version {id} a été comparée avec un réseau qui n’est plus celui qu’elle remplacerait. Lancez « pnpm borne compare roads {id} », puis acceptez-la.',
    },
    en: {
      title: 'Outdated comparison',
      detail:
        'Version {id} was compared with a network that is no longer the one it would replace. Run “pnpm borne compare roads {id}”, then accept it.',
    },
  },
  'network-superseded': {
    status: 409,
    fr: {
      title: 'Version dépassée',
      detail:
        'La version {newer}, importée après la version {id}, vaut déjà à partir du même jour. Écartez-la d’abord.',
    },
    en: {
      title: 'Superseded version',
      detail: 'Version {newer}, imported after version {id}, holds from the same day on. Discard it first.',
    },
  },
  'network-bundled': {
    status: 409,
    fr: {
      title: 'Version fournie',
      detail: 'Le réseau fourni avec Borne ne peut pas être écarté : il sert quand il n’y en a pas d’autre.',
    },
    en: {
      title: 'Bundled version',
      detail: 'The network that comes with Borne cannot be discarded: it serves where there is no other.',
    },
  },
  'network-bbox-unreadable': {
    status: 400,
    fr: {
      title: 'Étendue illisible',
      detail:
        '« {value} » n’est pas une étendue : quatre nombres en degrés, ouest,sud,est,nord, par exemple -13,14.5,-11,16.',
    },
    en: {
      title: 'Unreadable extent',
      detail:
        '“{value}” is no extent: four numbers in degrees, west,south,east,north, for example -13,14.5,-11,16.',
    },
  },
  'network-date-unreadable': {
    status: 400,
    fr: {
      title: 'Date illisible',
      detail: '« {value} » n’est pas une date : AAAA-MM-JJ, par exemple 2026-12-01.',
    },
    en: { title: 'Unreadable date', detail: '“{value}” is no date: YYYY-MM-DD, for example 2026-12-01.' },
  },
  'network-id-unreadable': {
    status: 400,
    fr: {
      title: 'Numéro illisible',
      detail: '« {value} » n’est pas le numéro d’une version : il est donné par l’import.',
    },
    en: {
      title: 'Unreadable number',
      detail: '“{value}” is not the number of a version: the import tells it.',
    },
  },
  'network-label-length': {
    status: 400,
    fr: { title: 'Nom trop long', detail: 'Le nom d’une version a de 1 à 120 caractères.' },
    en: { title: 'Name too long', detail: 'The name of a version has 1 to 120 characters.' },
  },
} as const
