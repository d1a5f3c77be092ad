import type { CoverageFact } from '../facts.ts'
import type { Texts } from '../slide-contract.ts'
import { tellBoth } from './tell.ts'

/** Where what a slide shows comes from, with the day that it tells of. */
export const postsSource = (on: string): Texts =>
  tellBoth((tell) =>
    tell.language === 'fr'
      ? `Registre des postes, au ${tell.day(on)}`
      : `Register of posts, as of ${tell.day(on)}`,
  )

export const worksSource = (on: string): Texts =>
  tellBoth((tell) =>
    tell.language === 'fr' ? `Suivi des travaux, au ${tell.day(on)}` : `Works records, as of ${tell.day(on)}`,
  )

export const borderSource = (): Texts => ({
  fr: 'Tracé de la frontière d’OpenStreetMap',
  en: 'Border line of OpenStreetMap',
})

export const visibilitySource = (on: string): Texts =>
  tellBoth((tell) =>
    tell.language === 'fr'
      ? `Contrôles de visibilité, au ${tell.day(on)}`
      : `Visibility checks, as of ${tell.day(on)}`,
  )

export function coverageSource({ minutes, on, postCount }: CoverageFact): Texts {
  return tellBoth((tell) => {
    const time = `${tell.number(minutes)} minutes`
    const day = on === null ? '' : tell.day(on)
    const posts = tell.count(
      postCount,
      tell.language === 'fr' ? 'poste' : 'post',
      tell.language === 'fr' ? 'postes' : 'posts',
    )
    if (tell.language === 'fr')
      return `Couverture calculée sur le réseau routier : ${time}, ${posts}, ${day ? `routes du ${day}` : 'saison sèche sans fermeture'}`
    return `Coverage computed on the road network: ${time}, ${posts}, ${day ? `roads of ${day}` : 'dry season without closures'}`
  })
}
