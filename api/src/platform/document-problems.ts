/** Problems of documents and tables that are made of the works: a part of the one catalogue. */
export const DOCUMENT_PROBLEMS = {
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
