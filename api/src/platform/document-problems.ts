/** Problems of documents and tables that are made of the works: a part of the one catalogue. */
export const DOCUMENT_PROBLEMS = {
  'document-template-broken': {
    status: 422,
    fr: {
      title: 'Modèle de document à corriger',
      detail: 'Le modèle « {template} » ne peut pas être rempli : {reason}.',
    },
    en: {
      title: 'Document template to correct',
      detail: 'The template “{template}” cannot be filled: {reason}.',
    },
  },
  'document-template-missing': {
    status: 400,
    fr: { title: 'Pas de fichier', detail: 'La demande ne contient pas de modèle (fichier DOCX).' },
    en: { title: 'No file', detail: 'The request has no template in it (a DOCX file).' },
  },
  'document-template-large': {
    status: 413,
    fr: {
      title: 'Modèle trop lourd',
      detail: 'Un modèle a {most} Mo au plus. Réduisez ses images, puis recommencez.',
    },
    en: {
      title: 'Template too large',
      detail: 'A template has {most} MB at most. Make its pictures smaller, then try again.',
    },
  },
  'document-without-event': {
    status: 404,
    fr: {
      title: 'Rien à mettre dans le document',
      detail: 'Aucun fait enregistré sur ce marché ne correspond au document « {kind} » demandé.',
    },
    en: {
      title: 'Nothing to put into the document',
      detail: 'Nothing that is recorded on this contract fits the document “{kind}” that was asked for.',
    },
  },
  'works-without-bill': {
    status: 404,
    fr: { title: 'Pas encore de bordereau', detail: 'Aucun bordereau n’est enregistré pour ce marché.' },
    en: { title: 'No bill yet', detail: 'No bill of quantities is recorded for this contract.' },
  },
  'works-without-plan': {
    status: 404,
    fr: { title: 'Pas encore de planning', detail: 'Aucun planning n’est enregistré pour ce marché.' },
    en: { title: 'No schedule yet', detail: 'No schedule is recorded for this contract.' },
  },
} as const
