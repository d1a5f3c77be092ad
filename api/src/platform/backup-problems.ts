/** Problems of backups and of their return: a part of the one catalogue. */
export const BACKUP_PROBLEMS = {
  'backup-damaged': {
    status: 500,
    fr: {
      title: 'Sauvegarde abîmée',
      detail: '{file} n’est pas une sauvegarde entière. Rien n’a été changé.',
    },
    en: { title: 'Damaged backup', detail: '{file} is not a whole backup. Nothing was changed.' },
  },
  'backup-foreign': {
    status: 500,
    fr: {
      title: 'Pas une sauvegarde',
      detail: '{file} n’est pas une sauvegarde de Borne. Rien n’a été changé.',
    },
    en: { title: 'Not a backup', detail: '{file} is not a backup of Borne. Nothing was changed.' },
  },
  'backup-migrations-differ': {
    status: 500,
    fr: {
      title: 'Sauvegarde d’un autre schéma',
      detail:
        'La migration {migration} n’est pas celle de cette version de Borne. Rien n’a été changé : employez la version qui a créé ces données.',
    },
    en: {
      title: 'Backup of another schema',
      detail:
        'Migration {migration} is not the one of this version of Borne. Nothing was changed: use the version that made these data.',
    },
  },
  'backup-missing': {
    status: 500,
    fr: { title: 'Sauvegarde introuvable', detail: '{file} ne peut pas être lu : {reason}.' },
    en: { title: 'Backup not found', detail: '{file} cannot be read: {reason}.' },
  },
  'backup-newer': {
    status: 500,
    fr: {
      title: 'Sauvegarde plus récente que Borne',
      detail:
        '{file} vient de Borne {borneVersion}, que cette version ne sait pas lire. Rien n’a été changé : mettez Borne à jour, puis recommencez.',
    },
    en: {
      title: 'Backup newer than Borne',
      detail:
        '{file} is of Borne {borneVersion}, which this version cannot read. Nothing was changed: update Borne, then try again.',
    },
  },
  'backup-not-writable': {
    status: 500,
    fr: {
      title: 'Dossier de sauvegarde protégé',
      detail: 'Impossible d’écrire dans {folder} : {reason}. Aucune sauvegarde n’a été faite.',
    },
    en: {
      title: 'Protected backup folder',
      detail: 'Cannot write to {folder}: {reason}. No backup was made.',
    },
  },
  'backup-running': {
    status: 409,
    fr: {
      title: 'Sauvegarde déjà en cours',
      detail: 'Une sauvegarde est déjà en cours. Attendez qu’elle soit finie.',
    },
    en: { title: 'Backup under way', detail: 'A backup is already under way. Wait until it has ended.' },
  },
  'backup-unknown': {
    status: 500,
    fr: {
      title: 'Sauvegarde d’un contenu inconnu',
      detail: 'La sauvegarde contient ce que Borne ne connaît pas : {entry}. Rien n’a été changé.',
    },
    en: {
      title: 'Backup of unknown content',
      detail: 'The backup holds what Borne does not know: {entry}. Nothing was changed.',
    },
  },
  'database-being-restored': {
    status: 503,
    fr: {
      title: 'Restauration en cours',
      detail: 'Une sauvegarde est en train d’être remise dans la base. Réessayez dans quelques minutes.',
    },
    en: {
      title: 'Restore under way',
      detail: 'A backup is being put back into the database. Try again in a few minutes.',
    },
  },
  'database-in-use': {
    status: 500,
    fr: {
      title: 'Base de données en service',
      detail: 'Un autre Borne est connecté à cette base. Arrêtez-le, puis recommencez. Rien n’a été changé.',
    },
    en: {
      title: 'Database in use',
      detail: 'Another Borne is connected to this database. Stop it, then try again. Nothing was changed.',
    },
  },
} as const
