import type { ProblemEntry } from './problem-catalogue.ts'

/** Problems of donors' marks: a part of the one catalogue. */
export const VISIBILITY_PROBLEMS = {
  'donor-not-found': {
    status: 404,
    fr: { title: 'Bailleur introuvable', detail: 'Aucun bailleur ne porte l’identifiant {donorId}.' },
    en: { title: 'Donor not found', detail: 'No donor has the identifier {donorId}.' },
  },
  'donor-visibility-changed-meanwhile': {
    status: 409,
    fr: {
      title: 'La fiche du bailleur a changé entre-temps',
      detail:
        'Vous avez modifié la version {yours}, mais la version {current} existe déjà. Rien n’a été enregistré : rechargez la fiche, puis recommencez.',
    },
    en: {
      title: 'The donor’s record has changed meanwhile',
      detail:
        'You edited version {yours}, but version {current} already exists. Nothing was saved: load the record again, then try again.',
    },
  },
  'donor-order-incomplete': {
    status: 409,
    fr: {
      title: 'Ordre des bailleurs incomplet',
      detail:
        'L’ordre nomme {given} bailleurs, le registre en a {known}, chacun une fois. Rien n’a été enregistré : rechargez la page.',
    },
    en: {
      title: 'Incomplete order of donors',
      detail:
        'The order names {given} donors, the register has {known}, each once. Nothing was saved: load the page again.',
    },
  },
  'logo-broken': {
    status: 400,
    fr: {
      title: 'Logo illisible',
      detail: 'Le fichier est tronqué ou abîmé : il n’a pas pu être lu en entier. Renvoyez l’original.',
    },
    en: {
      title: 'Unreadable logo',
      detail: 'The file is truncated or damaged: it could not be read to its end. Send the original again.',
    },
  },
  'logo-empty': {
    status: 422,
    fr: {
      title: 'Dessin vide',
      detail:
        'Rien de ce dessin ne peut être montré : il n’a pas de taille, ou seulement des éléments qui ne sont pas acceptés (images, scripts, filtres). Exportez le logo en tracés, ou en PNG.',
    },
    en: {
      title: 'Empty drawing',
      detail:
        'Nothing of this drawing can be shown: it has no size, or only elements that are not accepted (pictures, scripts, filters). Export the logo as outlines, or as PNG.',
    },
  },
  'logo-format-unsupported': {
    status: 415,
    fr: {
      title: 'Format de logo non accepté',
      detail: 'Format reconnu : {found}. Formats acceptés : SVG, PNG, JPEG, WebP.',
    },
    en: {
      title: 'Logo format not accepted',
      detail: 'Recognised format: {found}. Accepted formats: SVG, PNG, JPEG, WebP.',
    },
  },
  'logo-not-found': {
    status: 404,
    fr: { title: 'Logo introuvable', detail: 'Ce bailleur n’a pas de logo de cette sorte.' },
    en: { title: 'Logo not found', detail: 'This donor has no logo of this kind.' },
  },
  'logo-svg-broken': {
    status: 400,
    fr: {
      title: 'SVG illisible',
      detail:
        'Le fichier n’est pas un dessin SVG bien formé, en UTF-8 et sans déclaration DOCTYPE. Exportez-le à nouveau, ou envoyez un PNG.',
    },
    en: {
      title: 'Unreadable SVG',
      detail:
        'The file is no well-formed SVG drawing in UTF-8 without a DOCTYPE declaration. Export it again, or send a PNG.',
    },
  },
  'logo-svg-heavy': {
    status: 422,
    fr: {
      title: 'Dessin trop lourd',
      detail:
        'Le dessin revient à plus de {most} éléments, chaque reprise comptée, ou ses éléments se reprennent en boucle. Simplifiez-le, ou envoyez un PNG.',
    },
    en: {
      title: 'Drawing too heavy',
      detail:
        'The drawing amounts to more than {most} elements, each reuse counted, or its elements use each other in a circle. Simplify it, or send a PNG.',
    },
  },
  'logo-svg-letters': {
    status: 422,
    fr: {
      title: 'Texte non vectorisé',
      detail:
        'Le dessin contient du texte, qui change de forme d’une machine à l’autre. Convertissez le texte en tracés, ou envoyez un PNG.',
    },
    en: {
      title: 'Text that is not outlined',
      detail:
        'The drawing has text, whose shape changes from machine to machine. Convert the text to outlines, or send a PNG.',
    },
  },
  'logo-too-narrow': {
    status: 422,
    fr: {
      title: 'Logo trop étroit',
      detail: 'Le logo est plus de {most} fois plus long que large : à côté des autres, on ne le lirait pas.',
    },
    en: {
      title: 'Logo too narrow',
      detail: 'The logo is more than {most} times as long as it is wide: beside others it could not be read.',
    },
  },
  'logo-too-small': {
    status: 422,
    fr: { title: 'Logo trop petit', detail: 'Le logo a moins de {least} pixels de côté : il serait flou.' },
    en: {
      title: 'Logo too small',
      detail: 'A side of the logo has fewer than {least} pixels: it would be blurred.',
    },
  },
  'visibility-check-id-taken': {
    status: 409,
    fr: {
      title: 'Constat déjà enregistré',
      detail: 'Un autre constat porte l’identifiant {checkId}. Rien n’a été enregistré.',
    },
    en: {
      title: 'Check recorded already',
      detail: 'Another check has the identifier {checkId}. Nothing was saved.',
    },
  },
  'visibility-check-not-found': {
    status: 404,
    fr: { title: 'Constat introuvable', detail: 'Aucun constat ne porte l’identifiant {checkId}.' },
    en: { title: 'Check not found', detail: 'No check has the identifier {checkId}.' },
  },
  'visibility-donor-not-of-post': {
    status: 422,
    fr: {
      title: 'Ce bailleur ne finance pas ce poste',
      detail:
        'Aucun marché en cours du poste {postId} n’est financé par le bailleur {donorId} : il n’y a rien à y constater pour lui.',
    },
    en: {
      title: 'This donor does not fund this post',
      detail:
        'No contract of the post {postId} is funded by the donor {donorId}: there is nothing to check there for them.',
    },
  },
  'visibility-seen-in-future': {
    status: 422,
    fr: { title: 'Date à venir', detail: 'Le constat est daté du {seenOn}, qui n’est pas encore venu.' },
    en: { title: 'Date to come', detail: 'The check is dated {seenOn}, which has not come yet.' },
  },
} as const satisfies Record<string, ProblemEntry>
