/** What is said of the rows of a bill or a schedule that is read from a spreadsheet: a part of the one catalogue. */
export const IMPORT_PROBLEMS = {
  'import-activity-without-package': {
    status: 400,
    fr: {
      title: 'Tâche sans lot',
      detail: 'La tâche « {code} » n’est rattachée à aucun lot : elle ne compte pas dans la valeur acquise.',
    },
    en: {
      title: 'Task without a package',
      detail: 'The task “{code}” belongs to no package: it does not count in the earned value.',
    },
  },
  'import-amount-differs': {
    status: 400,
    fr: {
      title: 'Montant de la ligne inexact',
      detail: 'Quantité × prix unitaire font {computed}, mais la ligne dit {stated}.',
    },
    en: {
      title: 'Amount of the line not exact',
      detail: 'Quantity × unit price make {computed}, but the line says {stated}.',
    },
  },
  'import-code-made': {
    status: 400,
    fr: { title: 'Ligne sans numéro', detail: 'La ligne n’a pas de numéro : elle reçoit « {code} ».' },
    en: { title: 'Line without a number', detail: 'The line has no number: it gets “{code}”.' },
  },
  'import-code-prefixed': {
    status: 400,
    fr: {
      title: 'Numéro repris dans plusieurs lots',
      detail: 'Le numéro « {code} » existe dans plusieurs lots : il devient « {made} ».',
    },
    en: {
      title: 'Number used in several packages',
      detail: 'The number “{code}” exists in several packages: it becomes “{made}”.',
    },
  },
  'import-code-repeated': {
    status: 400,
    fr: { title: 'Numéro en double', detail: 'Le numéro « {code} » est déjà celui de la ligne {other}.' },
    en: { title: 'Repeated number', detail: 'The number “{code}” is already that of row {other}.' },
  },
  'import-contract-differs': {
    status: 400,
    fr: {
      title: 'Le total n’est pas le montant du marché',
      detail:
        'Les lignes font {computed}, le montant du marché avec ses avenants est {contract} : écart de {difference}.',
    },
    en: {
      title: 'The total is not the amount of the contract',
      detail:
        'The lines make {computed}, the amount of the contract with its amendments is {contract}: {difference} apart.',
    },
  },
  'import-cycle': {
    status: 400,
    fr: { title: 'Tâches en boucle', detail: 'Ces tâches s’attendent l’une l’autre : {codes}.' },
    en: { title: 'Tasks in a loop', detail: 'These tasks wait for each other: {codes}.' },
  },
  'import-heads-missing': {
    status: 400,
    fr: {
      title: 'Colonnes non reconnues',
      detail: 'Dans la feuille « {sheet} », indiquez quelle colonne contient : {missing}.',
    },
    en: {
      title: 'Columns not recognised',
      detail: 'In the sheet “{sheet}”, say which column holds: {missing}.',
    },
  },
  'import-memo-skipped': {
    status: 400,
    fr: {
      title: 'Ligne pour mémoire',
      detail: '« {label} » est pour mémoire ou incluse ailleurs : la ligne n’est pas reprise.',
    },
    en: {
      title: 'Line for the record',
      detail: '“{label}” is for the record or included elsewhere: the line is not taken.',
    },
  },
  'import-negative': {
    status: 400,
    fr: {
      title: 'Nombre négatif',
      detail: '« {value} » : un bordereau n’a pas de quantité ni de prix négatifs.',
    },
    en: { title: 'Negative number', detail: '“{value}”: a bill has no negative quantity or price.' },
  },
  'import-not-a-day': {
    status: 400,
    fr: { title: 'Date illisible', detail: '« {value} » n’est pas une date (15/10/2026 ou 2026-10-15).' },
    en: { title: 'Unreadable date', detail: '“{value}” is not a date (15/10/2026 or 2026-10-15).' },
  },
  'import-not-a-duration': {
    status: 400,
    fr: {
      title: 'Durée illisible',
      detail: '« {value} » n’est pas un nombre entier de jours ouvrés (10, 10 j, 10 jours).',
    },
    en: {
      title: 'Unreadable duration',
      detail: '“{value}” is not a whole number of working days (10, 10 d, 10 days).',
    },
  },
  'import-not-a-number': {
    status: 400,
    fr: { title: 'Nombre illisible', detail: '« {value} » n’est pas un nombre.' },
    en: { title: 'Unreadable number', detail: '“{value}” is not a number.' },
  },
  'import-nothing': {
    status: 400,
    fr: { title: 'Rien à reprendre', detail: 'Aucune ligne de la feuille « {sheet} » n’a pu être reprise.' },
    en: { title: 'Nothing to take', detail: 'No line of the sheet “{sheet}” could be taken.' },
  },
  'import-number-ambiguous': {
    status: 400,
    fr: {
      title: 'Nombre à deux lectures',
      detail:
        '« {value} » est lu avec trois décimales. S’il s’agit de milliers, indiquez le signe décimal du fichier.',
    },
    en: {
      title: 'Number with two readings',
      detail:
        '“{value}” is read with three decimals. If it is in thousands, say the decimal mark of the file.',
    },
  },
  'import-package-unknown': {
    status: 400,
    fr: { title: 'Lot inconnu', detail: 'Le bordereau n’a pas de lot « {value} ». Il a : {known}.' },
    en: { title: 'Unknown package', detail: 'The bill has no package “{value}”. It has: {known}.' },
  },
  'import-predecessor-unknown': {
    status: 400,
    fr: {
      title: 'Tâche précédente inconnue',
      detail: 'La tâche « {code} » attend « {predecessor} », qui n’est pas dans le planning.',
    },
    en: {
      title: 'Unknown predecessor',
      detail: 'The task “{code}” waits for “{predecessor}”, which is not in the schedule.',
    },
  },
  'import-predecessor-unreadable': {
    status: 400,
    fr: {
      title: 'Prédécesseur illisible',
      detail: '« {value} » ne se lit pas. Exemples : 3 ; 3FD+2j ; 4DD ; 5FF-1.',
    },
    en: {
      title: 'Unreadable predecessor',
      detail: '“{value}” cannot be read. Examples: 3; 3FS+2d; 4SS; 5FF-1.',
    },
  },
  'import-rounded': {
    status: 400,
    fr: { title: 'Nombre arrondi', detail: '« {value} » est arrondi à {kept}.' },
    en: { title: 'Rounded number', detail: '“{value}” is rounded to {kept}.' },
  },
  'import-sheet-unknown': {
    status: 400,
    fr: { title: 'Feuille inconnue', detail: 'Le fichier n’a pas de feuille « {name} ». Il a : {known}.' },
    en: { title: 'Unknown sheet', detail: 'The file has no sheet “{name}”. It has: {known}.' },
  },
  'import-subtotal-differs': {
    status: 400,
    fr: {
      title: 'Sous-total inexact',
      detail: 'Les lignes au-dessus font {computed}, mais le sous-total dit {stated}.',
    },
    en: {
      title: 'Subtotal not exact',
      detail: 'The lines above make {computed}, but the subtotal says {stated}.',
    },
  },
  'import-text-too-long': {
    status: 400,
    fr: { title: 'Texte trop long', detail: '« {value} » a {length} caractères ; {most} au plus.' },
    en: { title: 'Text too long', detail: '“{value}” has {length} characters; {most} at most.' },
  },
  'import-too-many': {
    status: 400,
    fr: { title: 'Trop de lignes', detail: 'Le tableau a {found} lignes ; {most} au plus.' },
    en: { title: 'Too many lines', detail: 'The table has {found} lines; {most} at most.' },
  },
  'import-too-much': {
    status: 400,
    fr: { title: 'Nombre démesuré', detail: 'Le nombre {value} est trop grand pour un marché.' },
    en: { title: 'Disproportionate number', detail: 'The number {value} is too large for a contract.' },
  },
  'import-total-differs': {
    status: 400,
    fr: { title: 'Total inexact', detail: 'Les lignes font {computed}, mais le tableau dit {stated}.' },
    en: { title: 'Total not exact', detail: 'The lines make {computed}, but the table says {stated}.' },
  },
  'import-value-missing': {
    status: 400,
    fr: { title: 'Valeur manquante', detail: 'La case est vide.' },
    en: { title: 'Missing value', detail: 'The cell is empty.' },
  },
  'import-weights': {
    status: 400,
    fr: {
      title: 'Pondérations à corriger',
      detail: 'Les pondérations des lots font {percent} % au lieu de 100 %. Sans pondération : {without}.',
    },
    en: {
      title: 'Weights to correct',
      detail: 'The weights of the packages make {percent} % instead of 100 %. Without a weight: {without}.',
    },
  },
} as const
