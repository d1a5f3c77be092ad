/** Problems of who may come in and do what: a part of the one catalogue. */
export const ACCESS_PROBLEMS = {
  'account-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'Le compte a changé entre-temps',
      detail:
        'Quelqu’un d’autre a modifié ce compte. Rien n’a été enregistré : rechargez-le, puis recommencez.',
    },
    en: {
      title: 'The account has changed meanwhile',
      detail: 'Somebody else changed this account. Nothing was saved: reload it, then try again.',
    },
  },
  'account-not-found': {
    status: 404,
    fr: { title: 'Compte introuvable', detail: 'Aucun compte ne porte l’identifiant {accountId}.' },
    en: { title: 'Account not found', detail: 'No account has the identifier {accountId}.' },
  },
  'account-of-demonstration': {
    status: 409,
    fr: {
      title: 'Compte de démonstration',
      detail:
        'Un compte de démonstration ne peut pas être modifié : il disparaît avec le jeu de démonstration.',
    },
    en: {
      title: 'Demonstration account',
      detail: 'A demonstration account cannot be changed: it goes away with the demonstration data.',
    },
  },
  'account-unknown': {
    status: 404,
    fr: { title: 'Compte inconnu', detail: 'Aucun compte n’a l’adresse {email}.' },
    en: { title: 'Unknown account', detail: 'No account has the address {email}.' },
  },
  'anchor-unreadable': {
    status: 400,
    fr: {
      title: 'Empreinte illisible',
      detail: '« {value} » n’est pas de la forme NUMÉRO:EMPREINTE, comme « audit verify » l’affiche.',
    },
    en: {
      title: 'Unreadable digest',
      detail: '“{value}” is not of the form NUMBER:DIGEST, as “audit verify” prints it.',
    },
  },
  'calendar-address-not-found': {
    status: 404,
    fr: {
      title: 'Adresse d’agenda introuvable',
      detail: 'Aucune de vos adresses d’agenda ne porte l’identifiant {addressId}.',
    },
    en: {
      title: 'Calendar address not found',
      detail: 'None of your calendar addresses has the identifier {addressId}.',
    },
  },
  'calendar-addresses-many': {
    status: 409,
    fr: {
      title: 'Trop d’adresses d’agenda',
      detail: 'Un compte a {most} adresses au plus : révoquez celles qui ne servent plus.',
    },
    en: {
      title: 'Too many calendar addresses',
      detail: 'An account has {most} addresses at most: revoke those that are no longer used.',
    },
  },
  'calendar-refused': {
    status: 404,
    fr: {
      title: 'Pas d’agenda à cette adresse',
      detail: 'Cette adresse n’est pas, ou n’est plus valable. Faites-en une autre dans « Mon compte ».',
    },
    en: {
      title: 'No calendar at this address',
      detail: 'This address is not valid, or no longer. Make another one in “My account”.',
    },
  },
  'calendar-slowed': {
    status: 429,
    fr: {
      title: 'Agenda demandé trop souvent',
      detail: 'La prochaine lecture sera possible dans {seconds} s.',
    },
    en: { title: 'Calendar asked for too often', detail: 'The next reading is possible in {seconds} s.' },
  },
  'code-refused': {
    status: 401,
    fr: {
      title: 'Code refusé',
      detail:
        'Ce code n’est pas valable ou a déjà servi. Attendez le suivant, ou vérifiez l’heure de votre téléphone.',
    },
    en: {
      title: 'Code refused',
      detail:
        'This code is not valid or has served already. Wait for the next one, or check the clock of your phone.',
    },
  },
  'cross-site-refused': {
    status: 403,
    fr: { title: 'Requête d’un autre site', detail: 'Cette action ne peut être demandée que depuis Borne.' },
    en: { title: 'Request from another site', detail: 'This action can be asked for from Borne only.' },
  },
  'demonstration-exposed': {
    status: 500,
    fr: {
      title: 'Comptes de démonstration exposés',
      detail:
        'Les comptes de démonstration s’ouvrent sans mot de passe : Borne ne démarre pas pour {host} tant qu’ils existent. Réglez BORNE_DEMO=off, ou BORNE_HOST=127.0.0.1 sans BORNE_PUBLIC_URL.',
    },
    en: {
      title: 'Demonstration accounts exposed',
      detail:
        'Demonstration accounts open without a password: Borne does not start for {host} while they exist. Set BORNE_DEMO=off, or BORNE_HOST=127.0.0.1 without BORNE_PUBLIC_URL.',
    },
  },
  'email-taken': {
    status: 409,
    fr: { title: 'Adresse déjà prise', detail: 'Un compte a déjà l’adresse {email}.' },
    en: { title: 'Address taken', detail: 'An account already has the address {email}.' },
  },
  'host-refused': {
    status: 421,
    fr: {
      title: 'Nom de serveur inconnu',
      detail: 'Ce serveur ne répond pas au nom {host}. L’administrateur règle BORNE_PUBLIC_URL.',
    },
    en: {
      title: 'Unknown server name',
      detail: 'This server does not answer to the name {host}. The administrator sets BORNE_PUBLIC_URL.',
    },
  },
  'last-administrator': {
    status: 409,
    fr: {
      title: 'Dernier administrateur',
      detail: 'Il doit rester un administrateur : donnez d’abord ce rôle à quelqu’un d’autre.',
    },
    en: {
      title: 'Last administrator',
      detail: 'One administrator must remain: give this role to somebody else first.',
    },
  },
  'link-refused': {
    status: 410,
    fr: {
      title: 'Lien expiré ou déjà utilisé',
      detail:
        'Ce lien ne s’ouvre qu’une fois et pour un temps limité. Demandez-en un nouveau à l’administrateur.',
    },
    en: {
      title: 'Link expired or used',
      detail: 'This link opens once and for a limited time. Ask the administrator for a new one.',
    },
  },
  'not-permitted': {
    status: 403,
    fr: { title: 'Réservé', detail: 'Votre rôle ne permet pas cette action.' },
    en: { title: 'Reserved', detail: 'Your role does not permit this action.' },
  },
  'openid-off': {
    status: 404,
    fr: { title: 'Connexion externe absente', detail: 'Aucun fournisseur d’identité n’est réglé.' },
    en: { title: 'No external sign-in', detail: 'No identity provider is configured.' },
  },
  'openid-refused': {
    status: 401,
    fr: {
      title: 'Connexion externe refusée',
      detail:
        'Le fournisseur d’identité n’a pas confirmé un compte connu ici. Adressez-vous à l’administrateur.',
    },
    en: {
      title: 'External sign-in refused',
      detail: 'The identity provider did not confirm an account known here. Ask the administrator.',
    },
  },
  'password-weak': {
    status: 400,
    fr: {
      title: 'Mot de passe trop faible',
      detail: 'Il faut au moins {least} caractères, variés, et ni votre nom ni votre adresse.',
    },
    en: {
      title: 'Password too weak',
      detail: 'It takes at least {least} characters, varied, and neither your name nor your address.',
    },
  },
  'second-factor-off': {
    status: 409,
    fr: { title: 'Pas de second facteur', detail: 'Ce compte n’a pas de second facteur à confirmer.' },
    en: { title: 'No second factor', detail: 'This account has no second factor to confirm.' },
  },
  'second-factor-on': {
    status: 409,
    fr: { title: 'Second facteur déjà actif', detail: 'Désactivez-le avant d’en enregistrer un autre.' },
    en: { title: 'Second factor already on', detail: 'Turn it off before enrolling another one.' },
  },
  'second-factor-required': {
    status: 403,
    fr: {
      title: 'Second facteur exigé',
      detail: 'Votre rôle exige un second facteur : enregistrez-le dans « Mon compte » pour continuer.',
    },
    en: {
      title: 'Second factor required',
      detail: 'Your role requires a second factor: enrol it under “My account” to go on.',
    },
  },
  'session-not-found': {
    status: 404,
    fr: {
      title: 'Session introuvable',
      detail: 'Aucune session ouverte ne porte l’identifiant {sessionId}.',
    },
    en: { title: 'Session not found', detail: 'No open session has the identifier {sessionId}.' },
  },
  'sign-in-refused': {
    status: 401,
    fr: { title: 'Connexion refusée', detail: 'L’adresse ou le mot de passe n’est pas le bon.' },
    en: { title: 'Sign-in refused', detail: 'The address or the password is not right.' },
  },
  'sign-in-required': {
    status: 401,
    fr: { title: 'Connexion nécessaire', detail: 'Connectez-vous pour continuer.' },
    en: { title: 'Sign-in needed', detail: 'Sign in to go on.' },
  },
  'sign-in-slowed': {
    status: 429,
    fr: { title: 'Trop d’essais', detail: 'Le prochain essai sera possible dans {seconds} s.' },
    en: { title: 'Too many attempts', detail: 'The next attempt is possible in {seconds} s.' },
  },
  'sub-office-needed': {
    status: 400,
    fr: { title: 'Sous-bureau à choisir', detail: 'Un point focal appartient à un sous-bureau connu.' },
    en: { title: 'Sub-office to choose', detail: 'A focal point belongs to a known sub-office.' },
  },
  'sub-office-unknown': {
    status: 400,
    fr: { title: 'Sous-bureau inconnu', detail: 'Il n’y a pas de sous-bureau {subOfficeId}.' },
    en: { title: 'Unknown sub-office', detail: 'There is no sub-office {subOfficeId}.' },
  },
  'viewing-as-read-only': {
    status: 403,
    fr: {
      title: 'Vue en lecture seule',
      detail: 'Vous voyez l’application comme un autre rôle : revenez à votre vue pour modifier.',
    },
    en: {
      title: 'Read-only view',
      detail: 'You see the app as another role: go back to your own view to change something.',
    },
  },
} as const
