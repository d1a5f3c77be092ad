import type { DroppedReason } from '@borne/geodata/itinerary/explain-dropped'
import type { ConflictPart } from '@borne/geodata/itinerary/find-conflict'
import type { BrokenMissionRule, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { type Formats, UNKNOWN } from '../../ui/formats.ts'
import type { RuleWords } from './rule-messages.ts'

type Asked = Pick<MissionQuestion, 'visits' | 'places' | 'rules'>
type Figures = Pick<Formats, 'duration' | 'distance' | 'litres' | 'number' | 'list'>

export function placeName({ places }: Pick<MissionQuestion, 'places'>, placeId: string): string {
  return places.find(({ id }) => id === placeId)?.name ?? UNKNOWN
}

export function visitName(question: Pick<MissionQuestion, 'visits' | 'places'>, visitId: string): string {
  const visit = question.visits.find(({ id }) => id === visitId)
  return visit ? placeName(question, visit.placeId) : UNKNOWN
}

/** Which rule, and by how much: «De jour seulement : de 25 min». */
export function brokenText(
  { rules }: Pick<MissionQuestion, 'rules'>,
  broken: Pick<BrokenMissionRule, 'ruleId' | 'kind' | 'excess' | 'unit'>,
  words: RuleWords,
  formats: Figures,
): string {
  const name = rules.find(({ id }) => id === broken.ruleId)?.name ?? words.kinds[broken.kind]
  const excess = excessText(broken, words, formats)
  return excess ? `${name}, ${excess}` : name
}

function excessText(
  { excess, unit }: Pick<BrokenMissionRule, 'excess' | 'unit'>,
  words: RuleWords,
  formats: Figures,
): string {
  if (!(excess > 0)) return ''
  switch (unit) {
    case 'minutes':
      return words.ofMinutes(formats.duration(Math.max(60, excess * 60)))
    case 'metres':
      return words.ofMetres(formats.distance(excess))
    case 'litres':
      return words.ofLitres(formats.litres(excess))
    case 'vehicles':
      return words.ofVehicles(formats.number(excess))
    case 'days':
      return words.ofDays(formats.number(excess))
    case 'count':
      return ''
  }
}

/** Each reason as a sentence; one sentence too where none was found. */
export function reasonTexts(
  question: Asked,
  reasons: readonly DroppedReason[],
  words: RuleWords,
  formats: Figures,
): string[] {
  if (reasons.length === 0) return [words.reasons.none]
  return reasons.map((reason) => reasonText(question, reason, words, formats))
}

function reasonText(question: Asked, reason: DroppedReason, words: RuleWords, formats: Figures): string {
  const { reasons } = words
  switch (reason.code) {
    case 'has-room':
      return reasons.hasRoom
    case 'never-open':
      return reasons.neverOpen
    case 'no-way':
      return reasons.noWay
    case 'rule':
      return reasons.rule(ruleName(question, reason.ruleId))
    case 'hours':
    case 'dates':
    case 'pin':
    case 'order':
      return reasons[reason.code]
    case 'longer-days':
      return reasons.longerDays(formats.duration(reason.minutes * 60))
    case 'another-team':
      return reasons.anotherTeam
    case 'another-day':
      return reasons.anotherDay
    case 'instead-of':
      return reasons.insteadOf(formats.list(reason.visitIds.map((id) => visitName(question, id))))
  }
}

/** A part of what excludes itself: «la visite obligatoire de Ghabou». */
export function conflictText(question: Asked, part: ConflictPart, words: RuleWords): string {
  if (part.kind === 'rule') return words.conflict.rule(ruleName(question, part.ruleId))
  if (part.kind === 'fuel-stop') return words.conflict.fuelStop(placeName(question, part.placeId))
  return words.conflict[part.kind](visitName(question, part.visitId))
}

function ruleName({ rules }: Asked, ruleId: string): string {
  return rules.find(({ id }) => id === ruleId)?.name ?? UNKNOWN
}
