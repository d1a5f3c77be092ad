import type { ProblemEntry } from './problem-catalogue.ts'

/** Problems of briefings, of what is shown and of who is shown it: a part of the one catalogue. */
export const BRIEFING_PROBLEMS = {
  'briefing-not-found': {
    status: 404,
    fr: {
      title: 'Présentation introuvable',
      detail: 'Aucune présentation ne porte l’identifiant {briefingId}.',
    },
    en: { title: 'Briefing not found', detail: 'No briefing has the identifier {briefingId}.' },
  },
  'briefing-version-not-found': {
    status: 404,
    fr: {
      title: 'Version introuvable',
      detail: 'La présentation « {title} » n’a pas de version {version} dans son historique.',
    },
    en: {
      title: 'Version not found',
      detail: 'The briefing “{title}” has no version {version} in its history.',
    },
  },
  'briefing-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La présentation a changé entre-temps',
      detail:
        'Vous êtes parti de la version {yours} de « {title} », mais la version {current} existe déjà. Rien n’a été enregistré : comparez les deux, puis recommencez.',
    },
    en: {
      title: 'The briefing has changed meanwhile',
      detail:
        'You started from version {yours} of “{title}”, but version {current} already exists. Nothing was saved: compare both, then try again.',
    },
  },
  'briefing-archived': {
    status: 409,
    fr: {
      title: 'Présentation archivée',
      detail: '« {title} » est archivée : remettez-la dans la liste avant de la modifier.',
    },
    en: {
      title: 'Archived briefing',
      detail: '“{title}” is archived: put it back into the list before you change it.',
    },
  },
  'briefing-too-many-slides': {
    status: 422,
    fr: {
      title: 'Trop de vues',
      detail:
        'La présentation aurait {count} vues ; {most} au plus. Rien n’a été enregistré : faites-en deux présentations.',
    },
    en: {
      title: 'Too many slides',
      detail:
        'The briefing would have {count} slides; at most {most}. Nothing was saved: make two briefings of it.',
    },
  },
  'briefing-period-reversed': {
    status: 422,
    fr: { title: 'Période à l’envers', detail: 'La période doit finir après son début : du {from} au {to}.' },
    en: { title: 'Period reversed', detail: 'The period has to end after it begins: {from} to {to}.' },
  },
  'briefing-period-to-come': {
    status: 422,
    fr: {
      title: 'Période à venir',
      detail: 'La période commence le {from} : il n’y a encore rien à en dire. Choisissez un jour passé.',
    },
    en: {
      title: 'Period to come',
      detail: 'The period begins on {from}: there is nothing to tell of it yet. Choose a past day.',
    },
  },
  'briefing-donor-unknown': {
    status: 422,
    fr: { title: 'Bailleur inconnu', detail: 'Aucun bailleur ne porte l’identifiant {donorId}.' },
    en: { title: 'Unknown donor', detail: 'No donor has the identifier {donorId}.' },
  },
  'briefing-refused': {
    status: 422,
    fr: {
      title: 'Présentation à corriger',
      detail: 'Rien n’a été enregistré. {count} à corriger : {first}',
    },
    en: { title: 'Briefing to correct', detail: 'Nothing was saved. {count} to correct: {first}' },
  },
  'briefing-title-too-long': {
    status: 422,
    fr: {
      title: 'Titre trop long',
      detail: 'Le titre ({language}) de la présentation a {count} caractères ; {most} au plus.',
    },
    en: {
      title: 'Title too long',
      detail: 'The title ({language}) of the briefing has {count} characters; at most {most}.',
    },
  },
  'slide-text-too-long': {
    status: 422,
    fr: {
      title: 'Texte trop long',
      detail: 'Vue {slide}, {field} : {count} caractères ; {most} au plus.',
    },
    en: { title: 'Text too long', detail: 'Slide {slide}, {field}: {count} characters; at most {most}.' },
  },
  'slide-id-repeated': {
    status: 422,
    fr: {
      title: 'Vue en double',
      detail: 'La vue {slide} porte l’identifiant {id}, que porte déjà la vue {other}.',
    },
    en: {
      title: 'Slide given twice',
      detail: 'Slide {slide} has the identifier {id}, which slide {other} has already.',
    },
  },
  'slide-names-unknown': {
    status: 422,
    fr: {
      title: 'Élément inconnu',
      detail: 'La vue {slide} nomme {what} qui n’existe pas, ou plus : {id}.',
    },
    en: {
      title: 'Unknown element',
      detail: 'Slide {slide} names {what} that does not exist, or no longer: {id}.',
    },
  },
  'audience-not-found': {
    status: 404,
    fr: { title: 'Public inconnu', detail: 'Aucun public ne porte l’identifiant {audienceId}.' },
    en: { title: 'Unknown audience', detail: 'No audience has the identifier {audienceId}.' },
  },
  'audience-archived': {
    status: 409,
    fr: {
      title: 'Public archivé',
      detail: 'Le public « {name} » est archivé : remettez-le dans la liste d’abord.',
    },
    en: {
      title: 'Archived audience',
      detail: 'The audience “{name}” is archived: put it back into the list first.',
    },
  },
  'audience-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Le public a changé entre-temps',
      detail:
        'Vous êtes parti de la version {yours}, mais la version {current} existe déjà. Rien n’a été enregistré.',
    },
    en: {
      title: 'The audience has changed meanwhile',
      detail: 'You started from version {yours}, but version {current} already exists. Nothing was saved.',
    },
  },
  'audience-name-needed': {
    status: 422,
    fr: { title: 'Nom manquant', detail: 'Un public a un nom, en français ou en anglais.' },
    en: { title: 'Name missing', detail: 'An audience has a name, in French or in English.' },
  },
  'audience-needs-donor': {
    status: 422,
    fr: {
      title: 'Bailleur à choisir',
      detail: 'Le public « {name} » est celui d’un bailleur : dites lequel.',
    },
    en: { title: 'Donor to choose', detail: 'The audience “{name}” is that of a donor: say which one.' },
  },
  'share-link-not-found': {
    status: 404,
    fr: { title: 'Lien introuvable', detail: 'Cette présentation n’a pas de lien {linkId}.' },
    en: { title: 'Link not found', detail: 'This briefing has no link {linkId}.' },
  },
  'share-link-over': {
    status: 409,
    fr: { title: 'Lien fermé', detail: 'Ce lien est révoqué ou expiré : faites-en un nouveau.' },
    en: { title: 'Link closed', detail: 'This link is revoked or expired: make a new one.' },
  },
  'share-links-many': {
    status: 409,
    fr: {
      title: 'Trop de liens',
      detail: 'Déjà {most} liens ouverts pour cette présentation : révoquez-en un.',
    },
    en: { title: 'Too many links', detail: 'This briefing has {most} open links already: revoke one.' },
  },
  'share-day-refused': {
    status: 422,
    fr: {
      title: 'Dernier jour à corriger',
      detail: 'Le dernier jour va d’aujourd’hui ({first}) au {last} : {most} jours au plus.',
    },
    en: {
      title: 'Last day to correct',
      detail: 'The last day is from today ({first}) to {last}: at most {most} days.',
    },
  },
  'shared-not-open': {
    status: 404,
    fr: {
      title: 'Rien à cette adresse',
      detail: 'Ce lien n’existe pas, ou n’est plus ouvert. Demandez-en un nouveau à qui vous l’a envoyé.',
    },
    en: {
      title: 'Nothing at this address',
      detail: 'This link does not exist, or is no longer open. Ask whoever sent it to you for a new one.',
    },
  },
  'shared-passphrase-needed': {
    status: 401,
    fr: {
      title: 'Phrase secrète',
      detail: 'Ce lien s’ouvre avec la phrase secrète que l’expéditeur vous a donnée.',
    },
    en: { title: 'Passphrase', detail: 'This link opens with the passphrase that its sender gave you.' },
  },
  'shared-passphrase-wrong': {
    status: 401,
    fr: { title: 'Phrase secrète refusée', detail: 'Ce n’est pas la phrase secrète de ce lien.' },
    en: { title: 'Passphrase refused', detail: 'This is not the passphrase of this link.' },
  },
  'shared-slowed': {
    status: 429,
    fr: { title: 'Trop de demandes', detail: 'La prochaine demande sera possible dans {seconds} s.' },
    en: { title: 'Too many requests', detail: 'The next request is possible in {seconds} s.' },
  },
  'export-needs-chromium': {
    status: 409,
    fr: {
      title: 'Pas de navigateur sur le serveur',
      detail:
        'Le PDF et le PNG sont dessinés par un Chromium du serveur, et il n’y en a pas. Installez Chromium, Chrome ou Edge, ou donnez son chemin par BORNE_CHROMIUM, puis redémarrez. Le PPTX et l’archive ZIP se font sans lui, les cartes y étant remplacées par leur description.',
    },
    en: {
      title: 'No browser on the server',
      detail:
        'PDF and PNG are drawn by a Chromium of the server, and there is none. Install Chromium, Chrome or Edge, or give its path as BORNE_CHROMIUM, then restart. PPTX and the ZIP archive are made without it, with descriptions in the place of the maps.',
    },
  },
  'chromium-not-started': {
    status: 503,
    fr: {
      title: 'Le navigateur du serveur ne démarre pas',
      detail:
        'Le navigateur {path} ne démarre pas ; la raison est dans le journal du serveur. Le PPTX et l’archive ZIP se font sans lui avec BORNE_CHROMIUM=off.',
    },
    en: {
      title: 'The browser of the server does not start',
      detail:
        'The browser {path} does not start; the reason is in the log of the server. PPTX and the ZIP archive are made without it with BORNE_CHROMIUM=off.',
    },
  },
  'export-map-not-drawn': {
    status: 503,
    fr: {
      title: 'Carte non dessinée',
      detail:
        'La carte de la vue {slide} n’a pas été dessinée en {seconds} s. Réessayez quand le serveur est moins chargé.',
    },
    en: {
      title: 'Map not drawn',
      detail:
        'The map of slide {slide} was not drawn within {seconds} s. Try again when the server is less busy.',
    },
  },
  'export-running': {
    status: 409,
    fr: {
      title: 'Un export est déjà en cours',
      detail:
        'Vous avez déjà demandé un fichier de cette présentation. Attendez qu’il soit prêt, ou annulez-le.',
    },
    en: {
      title: 'An export is running already',
      detail: 'You have asked for a file of this briefing already. Wait until it is ready, or cancel it.',
    },
  },
  'exports-full': {
    status: 429,
    fr: {
      title: 'Trop d’exports à la fois',
      detail: 'Déjà {most} exports attendent sur le serveur. Réessayez dans quelques minutes.',
    },
    en: {
      title: 'Too many exports at once',
      detail: '{most} exports are waiting on the server already. Try again in some minutes.',
    },
  },
  'export-not-found': {
    status: 404,
    fr: {
      title: 'Export introuvable',
      detail: 'Cet export n’existe pas ou plus : un fichier est gardé {minutes} minutes.',
    },
    en: {
      title: 'Export not found',
      detail: 'This export does not exist, or no longer: a file is kept for {minutes} minutes.',
    },
  },
  'export-not-ready': {
    status: 409,
    fr: { title: 'Export en cours', detail: 'Le fichier n’est pas encore prêt.' },
    en: { title: 'Export under way', detail: 'The file is not ready yet.' },
  },
  'export-without-map': {
    status: 422,
    fr: {
      title: 'Pas de carte sur cette vue',
      detail: 'La présentation n’a pas de vue « {slide} » avec une carte.',
    },
    en: { title: 'No map on this slide', detail: 'The briefing has no slide “{slide}” with a map.' },
  },
} as const satisfies Record<string, ProblemEntry>
