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
} as const
