import { expect, test } from 'vitest'
import { assetsOf } from './assets-of.ts'
import { givenPresentation, givenSlide } from './given-presentation.ts'

const photo = (asset: string) => ({
  asset,
  widthPixels: 4,
  heightPixels: 3,
  caption: { fr: '', en: '' },
  takenOn: null,
})

test('every picture of the slides and every logo is kept, each once', () => {
  const presentation = givenPresentation({
    slides: [
      givenSlide(),
      givenSlide({ content: { kind: 'photo', photo: photo('a2.webp') } }),
      givenSlide({ content: { kind: 'photo-pair', before: photo('a2.webp'), after: photo('a3.webp') } }),
    ],
    logos: [{ donor: { fr: 'UE', en: 'EU' }, asset: 'a1.png', widthPixels: 3, heightPixels: 2, scale: 1 }],
  })
  expect(assetsOf(presentation).sort()).toEqual(['a1.png', 'a2.webp', 'a3.webp'])
})
