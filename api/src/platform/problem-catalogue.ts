import { ACCESS_PROBLEMS } from './access-problems.ts'
import { BACKUP_PROBLEMS } from './backup-problems.ts'
import { BRIEFING_PROBLEMS } from './briefing-problems.ts'
import { COVERAGE_PROBLEMS } from './coverage-problems.ts'
import { DOCUMENT_PROBLEMS } from './document-problems.ts'
import { IMPORT_PROBLEMS } from './import-problems.ts'
import { MISSION_SETTINGS_PROBLEMS } from './mission-settings-problems.ts'
import { MISSIONS_PROBLEMS } from './missions-problems.ts'
import { NETWORK_PROBLEMS } from './network-problems.ts'
import { POST_PROBLEMS } from './post-problems.ts'
import { ROAD_ENGINE_PROBLEMS } from './road-engine-problems.ts'
import { ROAD_QUESTION_PROBLEMS } from './road-question-problems.ts'
import { ROAD_STATE_PROBLEMS } from './road-state-problems.ts'
import { SHEET_PROBLEMS } from './sheet-problems.ts'
import { TRACK_PROBLEMS } from './track-problems.ts'
import { VISIBILITY_PROBLEMS } from './visibility-problems.ts'
import { WORKS_PROBLEMS } from './works-problems.ts'
import { WORKS_REFUSAL_PROBLEMS } from './works-refusal-problems.ts'

export type Language = 'fr' | 'en'
export interface ProblemWords {
  readonly title: string
  readonly detail: string
}
export interface ProblemEntry {
  readonly status: number
  readonly fr: ProblemWords
  readonly en: ProblemWords
}

/** Every error that a person can meet. `{name}` is filled from the problem's parameters. */
export const PROBLEM_CATALOGUE = {
  // The request
  'body-too-large': {
    status: 413,
    fr: { title: 'Envoi trop volumineux', detail: 'L’envoi dépasse la limite de {limit}.' },
    en: { title: 'Upload too large', detail: 'The upload exceeds the limit of {limit}.' },
  },
  'internal-error': {
    status: 500,
    fr: {
      title: 'Erreur interne',
      detail: 'Rien n’a été enregistré. Réessayez ; si cela persiste, transmettez le numéro {requestId}.',
    },
    en: {
      title: 'Internal error',
      detail: 'Nothing was saved. Try again; if it persists, pass on the number {requestId}.',
    },
  },
  'media-type-unsupported': {
    status: 415,
    fr: { title: 'Format non accepté', detail: 'Ce type de contenu n’est pas accepté ici : {mediaType}.' },
    en: { title: 'Format not accepted', detail: 'This type of content is not accepted here: {mediaType}.' },
  },
  'request-refused': {
    status: 400,
    fr: { title: 'Requête refusée', detail: 'La requête est mal formée.' },
    en: { title: 'Request refused', detail: 'The request is malformed.' },
  },
  'route-not-found': {
    status: 404,
    fr: { title: 'Adresse inconnue', detail: 'Il n’y a rien à l’adresse {path}.' },
    en: { title: 'Unknown address', detail: 'There is nothing at {path}.' },
  },
  'validation-failed': {
    status: 400,
    fr: { title: 'Saisie à corriger', detail: 'Champs à corriger : {fields}.' },
    en: { title: 'Input to correct', detail: 'Fields to correct: {fields}.' },
  },
  'json-invalid': {
    status: 400,
    fr: { title: 'JSON illisible', detail: 'Le corps de la requête n’est pas du JSON valide.' },
    en: { title: 'Unreadable JSON', detail: 'The body of the request is not valid JSON.' },
  },

  // Imports
  'import-fields-missing': {
    status: 400,
    fr: { title: 'Champs absents', detail: 'Aucune ligne de {file} n’a les champs attendus : {fields}.' },
    en: { title: 'Missing fields', detail: 'No row of {file} has the expected fields: {fields}.' },
  },
  'import-file-empty': {
    status: 400,
    fr: { title: 'Fichier vide', detail: 'Le fichier {file} ne contient aucune ligne.' },
    en: { title: 'Empty file', detail: 'The file {file} holds no row.' },
  },
  'import-file-missing': {
    status: 400,
    fr: { title: 'Fichier illisible', detail: 'Le fichier {file} n’existe pas ou ne peut pas être lu.' },
    en: { title: 'Unreadable file', detail: 'The file {file} does not exist or cannot be read.' },
  },
  'import-file-not-geojson': {
    status: 400,
    fr: { title: 'Pas du GeoJSON', detail: 'Le fichier {file} n’est pas une collection GeoJSON.' },
    en: { title: 'Not GeoJSON', detail: 'The file {file} is not a GeoJSON collection.' },
  },
  'import-file-not-gzip': {
    status: 400,
    fr: { title: 'Archive abîmée', detail: 'Le fichier {file} n’est pas une archive gzip entière.' },
    en: { title: 'Damaged archive', detail: 'The file {file} is not a whole gzip archive.' },
  },
  'import-file-truncated': {
    status: 400,
    fr: {
      title: 'Fichier tronqué',
      detail: 'Le fichier {file} s’interrompt avant la fin : copiez-le de nouveau.',
    },
    en: { title: 'Truncated file', detail: 'The file {file} breaks off before its end: copy it again.' },
  },
  'import-run-not-found': {
    status: 404,
    fr: { title: 'Import inconnu', detail: 'Il n’y a pas d’import numéro {importRunId}.' },
    en: { title: 'Unknown import', detail: 'There is no import number {importRunId}.' },
  },

  // The settings and the machine room
  'disk-full': {
    status: 507,
    fr: {
      title: 'Disque plein',
      detail:
        'Le serveur n’a plus de place : rien n’a été enregistré. Libérez de l’espace, puis recommencez.',
    },
    en: {
      title: 'Disk full',
      detail: 'The server has no space left: nothing was saved. Free some space, then try again.',
    },
  },
  'setting-invalid': {
    status: 500,
    fr: { title: 'Réglage invalide', detail: 'Le réglage {setting} ne peut pas valoir « {value} ».' },
    en: { title: 'Invalid setting', detail: 'The setting {setting} cannot be “{value}”.' },
  },
  'setting-unknown': {
    status: 500,
    fr: { title: 'Réglage inconnu', detail: 'Le réglage {setting} n’existe pas. Réglages connus : {known}.' },
    en: {
      title: 'Unknown setting',
      detail: 'The setting {setting} does not exist. Known settings: {known}.',
    },
  },

  // The database
  'cannot-connect': {
    status: 500,
    fr: {
      title: 'Base de données injoignable',
      detail:
        'DATABASE_URL est réglé, mais le serveur ne répond pas : {reason}. Vérifiez l’adresse, le port et le mot de passe.',
    },
    en: {
      title: 'Database out of reach',
      detail:
        'DATABASE_URL is set, but the server does not answer: {reason}. Check the address, port and password.',
    },
  },
  'copy-differs': {
    status: 500,
    fr: {
      title: 'Copie infidèle',
      detail: 'Les lignes de la table {table} diffèrent après la copie. Rien n’a été changé.',
    },
    en: {
      title: 'Unfaithful copy',
      detail: 'The rows of the table {table} differ after the copy. Nothing was changed.',
    },
  },
  'data-folder-damaged': {
    status: 500,
    fr: {
      title: 'Dossier de données abîmé',
      detail:
        'Le dossier {folder} (BORNE_DATA_DIR) ne contient pas une base lisible. Rétablissez une sauvegarde ou choisissez un dossier vide.',
    },
    en: {
      title: 'Damaged data folder',
      detail:
        'The folder {folder} (BORNE_DATA_DIR) holds no readable database. Restore a backup or choose an empty folder.',
    },
  },
  'data-folder-locked': {
    status: 500,
    fr: {
      title: 'Dossier de données déjà ouvert',
      detail:
        'Le dossier {folder} est utilisé par un autre Borne (processus {pid}). Arrêtez-le, ou réglez BORNE_DATA_DIR sur un autre dossier.',
    },
    en: {
      title: 'Data folder already open',
      detail:
        'The folder {folder} is in use by another Borne (process {pid}). Stop it, or set BORNE_DATA_DIR to another folder.',
    },
  },
  'data-folder-not-writable': {
    status: 500,
    fr: {
      title: 'Dossier de données protégé',
      detail: 'Impossible d’écrire dans {folder} (BORNE_DATA_DIR) : {reason}.',
    },
    en: { title: 'Protected data folder', detail: 'Cannot write to {folder} (BORNE_DATA_DIR): {reason}.' },
  },
  'embedded-engine-failed': {
    status: 500,
    fr: { title: 'La base embarquée ne démarre pas', detail: 'L’essai de démarrage a échoué : {reason}.' },
    en: { title: 'The embedded database does not start', detail: 'The start-up test failed: {reason}.' },
  },
  'migration-edited': {
    status: 500,
    fr: {
      title: 'Migration modifiée',
      detail:
        'Le fichier {file} a été modifié après son application. Rétablissez-le et ajoutez une nouvelle migration.',
    },
    en: {
      title: 'Edited migration',
      detail: 'The file {file} was edited after it was applied. Restore it and add a new migration.',
    },
  },
  'migration-failed': {
    status: 500,
    fr: {
      title: 'Migration impossible',
      detail: 'Le fichier {file} n’a pas pu être appliqué : {reason}. La base est restée comme avant.',
    },
    en: {
      title: 'Migration failed',
      detail: 'The file {file} could not be applied: {reason}. The database is as it was before.',
    },
  },
  'migration-order': {
    status: 500,
    fr: { title: 'Migrations mal numérotées', detail: 'La suite des migrations est rompue : {reason}.' },
    en: { title: 'Misnumbered migrations', detail: 'The sequence of migrations is broken: {reason}.' },
  },
  'postgis-too-old': {
    status: 500,
    fr: {
      title: 'PostGIS trop ancien',
      detail: 'Il faut PostGIS {needed} ou plus récent ; le serveur a {found}.',
    },
    en: { title: 'PostGIS too old', detail: 'PostGIS {needed} or later is needed; the server has {found}.' },
  },
  'server-not-empty': {
    status: 500,
    fr: {
      title: 'Le serveur contient déjà des données',
      detail: 'La table {table} du serveur a déjà des lignes. Choisissez une base vide.',
    },
    en: {
      title: 'The server already holds data',
      detail: 'The table {table} of the server already has rows. Choose an empty database.',
    },
  },
  'server-too-old': {
    status: 500,
    fr: {
      title: 'PostgreSQL trop ancien',
      detail: 'Il faut PostgreSQL {needed} ou plus récent ; le serveur est en {found}.',
    },
    en: {
      title: 'PostgreSQL too old',
      detail: 'PostgreSQL {needed} or later is needed; the server is {found}.',
    },
  },
  'server-without-postgis': {
    status: 500,
    fr: {
      title: 'PostGIS absent',
      detail:
        'Le serveur de DATABASE_URL n’a pas l’extension PostGIS (≥ {needed}). Installez-la, puis exécutez « create extension postgis ».',
    },
    en: {
      title: 'PostGIS missing',
      detail:
        'The server of DATABASE_URL lacks the PostGIS extension (≥ {needed}). Install it, then run “create extension postgis”.',
    },
  },

  ...ACCESS_PROBLEMS,
  ...BACKUP_PROBLEMS,
  ...BRIEFING_PROBLEMS,
  ...COVERAGE_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...MISSION_SETTINGS_PROBLEMS,
  ...MISSIONS_PROBLEMS,
  ...NETWORK_PROBLEMS,
  ...POST_PROBLEMS,
  ...ROAD_ENGINE_PROBLEMS,
  ...ROAD_QUESTION_PROBLEMS,
  ...ROAD_STATE_PROBLEMS,
  ...SHEET_PROBLEMS,
  ...TRACK_PROBLEMS,
  ...VISIBILITY_PROBLEMS,
  ...WORKS_PROBLEMS,
  ...WORKS_REFUSAL_PROBLEMS,

  // Ways and reach
  'reach-post-unknown': {
    status: 404,
    fr: { title: 'Poste inconnu', detail: 'Le registre ne connaît pas ce poste : {postId}.' },
    en: { title: 'Unknown post', detail: 'The register does not know this post: {postId}.' },
  },
  'roads-missing': {
    status: 503,
    fr: {
      title: 'Aucune route chargée',
      detail: 'La base ne contient aucune route : importez la région (pnpm borne import).',
    },
    en: {
      title: 'No roads loaded',
      detail: 'The database holds no roads: import the region (pnpm borne import).',
    },
  },
  'stop-outside-region': {
    status: 400,
    fr: {
      title: 'Arrêt hors de la région',
      detail: 'L’arrêt {number} ({value}) est hors de la carte des routes.',
    },
    en: { title: 'Stop outside the region', detail: 'Stop {number} ({value}) is off the map of roads.' },
  },
  'stop-post-unknown': {
    status: 404,
    fr: { title: 'Poste inconnu', detail: 'L’arrêt {number} nomme un poste qui n’existe pas : {postId}.' },
    en: { title: 'Unknown post', detail: 'Stop {number} names a post that does not exist: {postId}.' },
  },
  'stop-swapped': {
    status: 400,
    fr: {
      title: 'Longitude et latitude inversées ?',
      detail: 'L’arrêt {number} ({value}) est hors de la carte. Vouliez-vous dire {suggestion} ?',
    },
    en: {
      title: 'Longitude and latitude swapped?',
      detail: 'Stop {number} ({value}) is off the map. Did you mean {suggestion}?',
    },
  },
  'stop-unreadable': {
    status: 400,
    fr: {
      title: 'Arrêt illisible',
      detail: 'L’arrêt {number} (« {value} ») n’est ni un poste ni une position « longitude,latitude ».',
    },
    en: {
      title: 'Unreadable stop',
      detail: 'Stop {number} (“{value}”) is neither a post nor a position “longitude,latitude”.',
    },
  },
  'stop-without-position': {
    status: 409,
    fr: {
      title: 'Poste sans position',
      detail: 'Le poste {name} n’a pas de position : placez-le sur la carte avant de chercher un trajet.',
    },
    en: {
      title: 'Post without a position',
      detail: 'The post {name} has no position: place it on the map before asking for a way.',
    },
  },
  'stops-too-few': {
    status: 400,
    fr: {
      title: 'Il faut deux arrêts',
      detail: 'Un trajet va d’un arrêt à un autre : donnez-en deux au moins.',
    },
    en: { title: 'Two stops are needed', detail: 'A way goes from one stop to another: give at least two.' },
  },
  'stops-too-many': {
    status: 400,
    fr: { title: 'Trop d’arrêts', detail: '{count} arrêts demandés ; {most} au plus.' },
    en: { title: 'Too many stops', detail: '{count} stops were asked; {most} at most.' },
  },
} as const satisfies Record<string, ProblemEntry>
