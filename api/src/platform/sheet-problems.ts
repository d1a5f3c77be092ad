/** Problems of spreadsheets that are read: a part of the one catalogue. */
export const SHEET_PROBLEMS = {
  'sheet-broken': {
    status: 400,
    fr: {
      title: 'Tableur illisible',
      detail: 'Le fichier {file} est coupé ou abîmé : {reason}. Enregistrez-le à nouveau, puis renvoyez-le.',
    },
    en: {
      title: 'Unreadable spreadsheet',
      detail: 'The file {file} is cut short or damaged: {reason}. Save it again, then send it again.',
    },
  },
  'sheet-doctype': {
    status: 400,
    fr: {
      title: 'Type de document refusé',
      detail:
        'Le fichier déclare un type de document (DOCTYPE). Un tableur n’en a pas besoin, et il pourrait servir à nuire.',
    },
    en: {
      title: 'Document type refused',
      detail:
        'The file declares a document type (DOCTYPE). A spreadsheet does not need one, and it could do harm.',
    },
  },
  'sheet-format': {
    status: 415,
    fr: {
      title: 'Format de tableur non accepté',
      detail:
        '{file} : un classeur .xlsx ou un fichier .csv est attendu, sans mot de passe. Depuis un ancien .xls ou un .ods, « Enregistrer sous » .xlsx.',
    },
    en: {
      title: 'Spreadsheet format not accepted',
      detail:
        '{file}: an .xlsx workbook or a .csv file is expected, without a password. From an old .xls or an .ods, “Save as” .xlsx.',
    },
  },
  'sheet-missing': {
    status: 400,
    fr: { title: 'Aucun fichier', detail: 'L’envoi ne contient pas de fichier dans le champ « file ».' },
    en: { title: 'No file', detail: 'The upload has no file in the field “file”.' },
  },
  'sheet-too-large': {
    status: 413,
    fr: {
      title: 'Tableur démesuré',
      detail: 'Le fichier dépasse la limite : {most}. Gardez la seule feuille à lire.',
    },
    en: {
      title: 'Disproportionate spreadsheet',
      detail: 'The file exceeds the limit: {most}. Keep only the sheet to be read.',
    },
  },
} as const
