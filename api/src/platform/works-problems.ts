/** Problems of the works: a part of the one catalogue. Why an event may not be recorded is in `works-refusal-problems.ts`. */
export const WORKS_PROBLEMS = {
  'contractor-unknown': {
    status: 400,
    fr: { title: 'Entreprise inconnue', detail: 'Aucune entreprise ne porte l’identifiant {contractorId}.' },
    en: { title: 'Unknown contractor', detail: 'No contractor has the identifier {contractorId}.' },
  },
  'works-not-found': {
    status: 404,
    fr: {
      title: 'Marché introuvable',
      detail: 'Aucun marché de travaux ne porte l’identifiant {contractId}.',
    },
    en: { title: 'Contract not found', detail: 'No works contract has the identifier {contractId}.' },
  },
  'works-archived': {
    status: 409,
    fr: {
      title: 'Marché archivé',
      detail: 'Le marché « {reference} » est archivé. Rétablissez-le avant de le modifier.',
    },
    en: {
      title: 'Archived contract',
      detail: 'The contract “{reference}” is archived. Restore it before changing it.',
    },
  },
  'works-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Le marché a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours} de « {reference} », mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The contract has changed meanwhile',
      detail:
        'You edited version {yours} of “{reference}”, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'works-signed': {
    status: 409,
    fr: {
      title: 'Marché déjà signé',
      detail:
        'Le marché « {reference} » est signé : {fields} ne changent plus que par un avenant. Rien n’a été enregistré.',
    },
    en: {
      title: 'Contract already signed',
      detail:
        'The contract “{reference}” is signed: {fields} change by an amendment alone from now on. Nothing was saved.',
    },
  },
  'works-reference-taken': {
    status: 409,
    fr: { title: 'Référence déjà prise', detail: 'Un autre marché porte la référence « {reference} ».' },
    en: { title: 'Reference taken', detail: 'Another contract has the reference “{reference}”.' },
  },
  'works-post-unknown': {
    status: 400,
    fr: { title: 'Poste inconnu', detail: 'Aucun poste ne porte l’identifiant {postId}.' },
    en: { title: 'Unknown post', detail: 'No post has the identifier {postId}.' },
  },
  'works-party-unknown': {
    status: 400,
    fr: {
      title: 'Référence inconnue',
      detail:
        'Le champ {field} nomme un programme, un projet, un bailleur ou une entreprise qui n’existe pas : {id}.',
    },
    en: {
      title: 'Unknown reference',
      detail: 'The field {field} names a programme, project, donor or contractor that does not exist: {id}.',
    },
  },
  'works-party-not-found': {
    status: 404,
    fr: { title: 'Fiche introuvable', detail: 'Rien ne porte ici l’identifiant {id}.' },
    en: { title: 'Record not found', detail: 'Nothing here has the identifier {id}.' },
  },
  'works-party-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La fiche a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours}, mais la version {current} existe déjà. Rien n’a été enregistré.',
    },
    en: {
      title: 'The record has changed meanwhile',
      detail: 'You edited version {yours}, but version {current} already exists. Nothing was saved.',
    },
  },
  'works-name-taken': {
    status: 409,
    fr: { title: 'Nom déjà pris', detail: '« {name} » existe déjà.' },
    en: { title: 'Name taken', detail: '“{name}” exists already.' },
  },
  'works-shares-not-whole': {
    status: 400,
    fr: {
      title: 'Parts des bailleurs',
      detail:
        'Les parts font {sum} millionièmes ; il en faut 1 000 000, chaque bailleur une fois, ou aucune part.',
    },
    en: {
      title: 'Shares of the donors',
      detail: 'The shares make {sum} millionths; it takes 1,000,000, each donor once, or no share at all.',
    },
  },
  'works-recovery-range': {
    status: 400,
    fr: {
      title: 'Reprise de l’avance',
      detail:
        'La reprise de l’avance commence à {from} ppm et finit à {to} ppm : elle doit finir après son début.',
    },
    en: {
      title: 'Recovery of the advance',
      detail:
        'The recovery of the advance starts at {from} ppm and ends at {to} ppm: it must end after its start.',
    },
  },
  'works-rate-missing': {
    status: 422,
    fr: {
      title: 'Pas de taux de change',
      detail:
        'Il n’y a pas de taux {currency} au {day}. La coordination en ajoute un dans les réglages des travaux.',
    },
    en: {
      title: 'No rate',
      detail: 'There is no {currency} rate on {day}. The coordination adds one in the settings of the works.',
    },
  },
  'works-calendar-day': {
    status: 400,
    fr: {
      title: 'Jour impossible',
      detail: 'L’exception « {label} » porte un jour qui n’existe pas : {day}.',
    },
    en: { title: 'Impossible day', detail: 'The exception “{label}” has a day that does not exist: {day}.' },
  },
  'works-item-repeated': {
    status: 400,
    fr: { title: 'Point en double', detail: 'Le point « {id} » est deux fois dans la liste.' },
    en: { title: 'Repeated item', detail: 'The item “{id}” is in the list twice.' },
  },
  'works-event-id-taken': {
    status: 409,
    fr: {
      title: 'Identifiant déjà pris',
      detail: 'Autre chose est déjà enregistré sous l’identifiant {eventId}. Rien n’a été enregistré.',
    },
    en: {
      title: 'Identifier taken',
      detail: 'Something else is recorded under the identifier {eventId} already. Nothing was saved.',
    },
  },
  'works-event-kind-reserved': {
    status: 403,
    fr: {
      title: 'Réservé au bureau',
      detail:
        'Votre rôle propose des rapports et des réserves corrigées ; le reste est enregistré par le bureau.',
    },
    en: {
      title: 'Reserved for the office',
      detail: 'Your role proposes reports and réserves that were mended; the office records everything else.',
    },
  },
  'works-report-decided': {
    status: 409,
    fr: {
      title: 'Rapport déjà décidé',
      detail:
        'Quelqu’un a validé ou rejeté ce rapport entre-temps. Rien n’a été enregistré : rechargez le marché.',
    },
    en: {
      title: 'Report decided already',
      detail: 'Somebody validated or rejected this report meanwhile. Nothing was saved: reload the contract.',
    },
  },
  'works-refused': {
    status: 422,
    fr: {
      title: 'Enregistrement refusé',
      detail: 'Rien n’a été enregistré. {count} à corriger : {first}',
    },
    en: { title: 'Not recorded', detail: 'Nothing was saved. {count} to correct: {first}' },
  },
  'works-photo-id-taken': {
    status: 409,
    fr: {
      title: 'Identifiant déjà pris',
      detail: 'Une autre photo porte déjà l’identifiant {photoId}. Envoyez la vôtre sous un autre.',
    },
    en: {
      title: 'Identifier taken',
      detail: 'Another photo has the identifier {photoId} already. Send yours under another one.',
    },
  },
  'works-photo-unknown': {
    status: 422,
    fr: {
      title: 'Photo inconnue',
      detail: 'La photo {photoId} n’est pas de ce marché. Envoyez-la d’abord.',
    },
    en: { title: 'Unknown photo', detail: 'The photo {photoId} is not of this contract. Send it first.' },
  },
} as const
