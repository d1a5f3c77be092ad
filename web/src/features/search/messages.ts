import { defineMessages } from '../../ui/language.tsx'

export const messages = defineMessages({
  fr: {
    label: 'Chercher un poste ou un lieu',
    placeholder: 'Poste, village, commune…',
    clear: 'Effacer la recherche',
    results: 'Résultats',
    groups: {
      post: 'Postes frontières',
      settlement: 'Localités',
      'admin-unit': 'Unités administratives',
      place: 'Autres lieux',
    },
    found: (count: number) => (count < 2 ? `${count} résultat` : `${count} résultats`),
    none: (text: string) => `Rien ne s’appelle « ${text} »`,
    noneHint: 'Essayez le début du nom, ou une autre orthographe : les accents ne comptent pas.',
    searching: 'Recherche en cours',
    failed: 'La recherche',
    demonstration: 'démonstration',
    noPosition: 'sans position',
  },
  en: {
    label: 'Search a post or a place',
    placeholder: 'Post, village, commune…',
    clear: 'Clear the search',
    results: 'Results',
    groups: {
      post: 'Border posts',
      settlement: 'Settlements',
      'admin-unit': 'Administrative units',
      place: 'Other places',
    },
    found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    none: (text: string) => `Nothing is called “${text}”`,
    noneHint: 'Try the beginning of the name, or another spelling: accents do not matter.',
    searching: 'Searching',
    failed: 'The search',
    demonstration: 'demonstration',
    noPosition: 'without a position',
  },
})
