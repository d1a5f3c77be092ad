import type { MapState, PresentedContent, PresentedMap } from '../presentation-contract.ts'
import type { Texts } from '../slide-contract.ts'
import type { SlideScope } from './slide-scope.ts'
import { type Tell, tellBoth } from './tell.ts'
import { tellContent } from './tell-content.ts'
import { STATUS_COUNTS, STATUSES } from './words.ts'

const MOST_NAMES = 12

/** What map and content show, in whole sentences: enough to follow without seeing them. */
export function tellSlide(
  scope: SlideScope,
  map: PresentedMap | null,
  content: PresentedContent | null,
): Texts {
  return tellBoth((tell) =>
    [...(map ? tellMap(tell, scope, map) : []), ...(content ? tellContent(tell, content) : [])].join(' '),
  )
}

function tellMap(tell: Tell, scope: SlideScope, map: PresentedMap): string[] {
  const isFrench = tell.language === 'fr'
  const last = map.states.at(-1)
  const [first] = map.states
  if (!last || !first) return []
  const day = tell.day(scope.days.on)
  const sentences = [
    isFrench ? `La carte montre la situation au ${day}.` : `The map shows the situation on ${day}.`,
    ...tellPosts(tell, last),
  ]
  if (map.states.length === 2 && scope.days.compareOn) {
    const before = tell.day(scope.days.compareOn)
    sentences.push(
      isFrench
        ? `Elle se compare au ${before} : ${countByStatus(tell, first)}.`
        : `It compares with ${before}: ${countByStatus(tell, first)}.`,
    )
  }
  sentences.push(...tellReach(tell, scope, last), ...tellLayers(tell, last))
  const months = map.replay ?? []
  const [from, to] = [months[0]?.month, months.at(-1)?.month]
  if (from && to)
    sentences.push(
      isFrench
        ? `Les travaux y défilent mois par mois, de ${tell.month(from)} à ${tell.month(to)}.`
        : `Works are replayed month by month, from ${tell.month(from)} to ${tell.month(to)}.`,
    )
  return sentences
}

function countByStatus(tell: Tell, { posts }: MapState): string {
  const [one, many] = tell.language === 'fr' ? ['poste', 'postes'] : ['post', 'posts']
  if (posts.length === 0) return tell.language === 'fr' ? 'aucun poste' : 'no post'
  const parts = STATUSES.flatMap((status) => {
    const count = posts.filter((post) => post.status === status).length
    return count > 0 ? [tell.count(count, ...STATUS_COUNTS[status][tell.language])] : []
  })
  return `${tell.count(posts.length, one, many)}, ${tell.language === 'fr' ? 'dont' : 'of which'} ${tell.list(parts)}`
}

function tellPosts(tell: Tell, state: MapState): string[] {
  const { posts } = state
  if (posts.length === 0) return []
  const isFrench = tell.language === 'fr'
  const names = posts.slice(0, MOST_NAMES).map(({ name, status, progressPercent }) => {
    const [word] = STATUS_COUNTS[status][tell.language]
    return progressPercent === null
      ? `${name} (${word})`
      : `${name} (${word}, ${tell.percent(progressPercent)})`
  })
  const rest = posts.length - names.length
  if (rest > 0)
    names.push(isFrench ? tell.count(rest, 'autre', 'autres') : tell.count(rest, 'other', 'others'))
  const sentences = [
    isFrench
      ? `On y voit ${countByStatus(tell, state)} : ${tell.list(names)}.`
      : `It has ${countByStatus(tell, state)}: ${tell.list(names)}.`,
  ]
  const selected = posts.find(({ id }) => id === state.selectedPostId)
  if (selected)
    sentences.push(
      isFrench ? `Le poste ${selected.name} est mis en avant.` : `The post ${selected.name} is pointed out.`,
    )
  const archived = posts.filter(({ isArchived }) => isArchived).map(({ name }) => name)
  if (archived.length > 0)
    sentences.push(
      isFrench
        ? `Retiré du registre depuis : ${tell.list(archived)}.`
        : `Since taken out of the register: ${tell.list(archived)}.`,
    )
  return sentences
}

function tellReach(tell: Tell, { coverage }: SlideScope, { bands, border }: MapState): string[] {
  const isFrench = tell.language === 'fr'
  if (bands && coverage) {
    const reached = tell.kilometres(coverage.reachedMetres)
    const all = tell.kilometres(coverage.borderMetres)
    const share = tell.percent(
      coverage.borderMetres > 0 ? (100 * coverage.reachedMetres) / coverage.borderMetres : 0,
    )
    const minutes = tell.number(coverage.minutes)
    return [
      isFrench
        ? `La frontière est colorée selon le temps qu’il faut pour l’atteindre : ${reached} sur ${all} (${share}) sont à moins de ${minutes} minutes d’un poste.`
        : `The border is coloured by the time that it takes to get there: ${reached} of ${all} (${share}) are within ${minutes} minutes of a post.`,
    ]
  }
  if (border.length === 0) return []
  return [isFrench ? 'La ligne de frontière est tracée.' : 'The border line is drawn.']
}

function tellLayers(tell: Tell, { gaps, closures, mission, plaques }: MapState): string[] {
  const isFrench = tell.language === 'fr'
  const sentences: string[] = []
  if (gaps.length > 0) {
    const length = tell.kilometres(gaps.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0))
    sentences.push(
      isFrench
        ? `Hors de portée : ${tell.count(gaps.length, 'lacune', 'lacunes')}, ${length} en tout.`
        : `Out of reach: ${tell.count(gaps.length, 'gap', 'gaps')}, ${length} in all.`,
    )
  }
  if (closures.length > 0)
    sentences.push(
      isFrench
        ? `Sur les routes : ${tell.count(closures.length, 'fermeture ou ralentissement', 'fermetures ou ralentissements')}.`
        : `On the roads: ${tell.count(closures.length, 'closure or slowing', 'closures or slowings')}.`,
    )
  if (mission) {
    const stops = mission.stops.map(({ name }) => name)
    const days = tell.count(mission.days.length, isFrench ? 'jour' : 'day', isFrench ? 'jours' : 'days')
    sentences.push(
      isFrench
        ? `Une mission de ${days} est tracée${stops.length > 0 ? `, par ${tell.list(stops)}` : ''}.`
        : `A mission of ${days} is drawn${stops.length > 0 ? `, by way of ${tell.list(stops)}` : ''}.`,
    )
  }
  if (plaques.length > 0) {
    const seen = plaques.filter(({ state }) => state === 'seen').length
    sentences.push(
      isFrench
        ? `Plaques des bailleurs : ${tell.number(seen)} en place sur ${tell.number(plaques.length)}.`
        : `Plaques of the donors: ${tell.number(seen)} in place of ${tell.number(plaques.length)}.`,
    )
  }
  return sentences
}
