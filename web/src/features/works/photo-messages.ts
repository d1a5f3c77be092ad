import { defineMessages } from '../../ui/language.tsx'

export const photoMessages = defineMessages({
  fr: {
    none: 'Aucune photo',
    noneText: 'Les photos d’une visite ou d’un rapport apparaissent ici, par point de vue.',
    pairs: 'Avant / après, du même point de vue',
    all: 'Toutes les photos',
    before: 'Avant',
    after: 'Après',
    divide: (viewpoint: string) => `Limite entre avant et après : ${viewpoint}`,
    undated: 'sans date',
    open: 'Ouvrir la photo',
    shareAfter: (percent: string) => `${percent} d’avant`,
    choose: 'Comparer',
  },
  en: {
    none: 'No photo',
    noneText: 'The photos of a visit or a report appear here, by viewpoint.',
    pairs: 'Before / after, from the same viewpoint',
    all: 'All photos',
    before: 'Before',
    after: 'After',
    divide: (viewpoint: string) => `Edge between before and after: ${viewpoint}`,
    undated: 'no date',
    open: 'Open the photo',
    shareAfter: (percent: string) => `${percent} of before`,
    choose: 'Compare',
  },
})
