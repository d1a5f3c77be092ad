import type { WorksRefusal } from '@borne/geodata/works/results'
import type { Currency, WorksEventKind } from '@borne/geodata/works/types'
import { PROBLEM_CATALOGUE } from '../../platform/problem-catalogue.ts'
import {
  type FieldRefusal,
  fillWords,
  type Language,
  type ProblemCode,
  type ProblemParams,
} from '../../platform/problems.ts'

type Words = Readonly<Record<Language, string>>

const KINDS: Readonly<Record<WorksEventKind, Words>> = {
  tender: { fr: 'appel d’offres', en: 'tender' },
  award: { fr: 'attribution', en: 'award' },
  signature: { fr: 'signature', en: 'signature' },
  'start-order': { fr: 'ordre de service de démarrage', en: 'start order' },
  'stop-order': { fr: 'ordre d’arrêt', en: 'stop order' },
  'resume-order': { fr: 'ordre de reprise', en: 'order to resume' },
  'pre-acceptance': { fr: 'pré-réception', en: 'pre-acceptance' },
  'provisional-acceptance': { fr: 'réception provisoire', en: 'provisional acceptance' },
  'final-acceptance': { fr: 'réception définitive', en: 'final acceptance' },
  'retention-release': { fr: 'libération de la retenue de garantie', en: 'release of the retention' },
  termination: { fr: 'résiliation', en: 'termination' },
  amendment: { fr: 'avenant', en: 'amendment' },
  bill: { fr: 'bordereau', en: 'bill of quantities' },
  plan: { fr: 'planning', en: 'plan' },
  'progress-report': { fr: 'rapport d’avancement', en: 'progress report' },
  'report-validated': { fr: 'validation d’un rapport', en: 'validation of a report' },
  'report-rejected': { fr: 'rejet d’un rapport', en: 'rejection of a report' },
  'lost-day': { fr: 'jour sans travail', en: 'lost day' },
  guarantee: { fr: 'garantie', en: 'guarantee' },
  'guarantee-released': { fr: 'mainlevée de garantie', en: 'release of a guarantee' },
  certificate: { fr: 'décompte', en: 'payment certificate' },
  payment: { fr: 'paiement', en: 'payment' },
  'punch-item': { fr: 'réserve', en: 'réserve' },
  'punch-corrected': { fr: 'réserve corrigée', en: 'réserve mended' },
  'punch-checked': { fr: 'réserve vérifiée', en: 'réserve checked' },
  'punch-lifted': { fr: 'réserve levée', en: 'réserve lifted' },
  'punch-reopened': { fr: 'réserve rouverte', en: 'réserve reopened' },
  inspection: { fr: 'contrôle sur liste', en: 'checklist inspection' },
  withdrawal: { fr: 'retrait', en: 'withdrawal' },
}
const STATES: Readonly<Record<string, Words>> = {
  proposed: { fr: 'proposé', en: 'proposed' },
  validated: { fr: 'validé', en: 'validated' },
  rejected: { fr: 'rejeté', en: 'rejected' },
  open: { fr: 'ouverte', en: 'open' },
  corrected: { fr: 'corrigée', en: 'mended' },
  checked: { fr: 'vérifiée', en: 'checked' },
  lifted: { fr: 'levée', en: 'lifted' },
}
/** Names of parameters that hold the kind of an event. */
const OF_KIND = new Set(['kind', 'replaced', 'step', 'after', 'before'])
const ORDER: Readonly<Record<'after' | 'before', Words>> = {
  after: { fr: 'après', en: 'after' },
  before: { fr: 'avant', en: 'before' },
}

/** Refusals of geodata as the catalogue tells them; `field` is the place in the request. */
export function tellRefusals(
  refusals: readonly WorksRefusal[],
  { currency, path }: { readonly currency: Currency; readonly path: string },
): FieldRefusal[] {
  return refusals.map(({ code, field, row, params }) => ({
    code: `works-${code}` as ProblemCode,
    field: field === undefined ? path : `${path}.${field}`,
    ...(row === undefined ? {} : { row }),
    params: { fr: paramsIn('fr', params, currency), en: paramsIn('en', params, currency) },
  }))
}

function paramsIn(language: Language, params: WorksRefusal['params'], currency: Currency): ProblemParams {
  const told = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, tell(language, { name, value, currency })]),
  )
  return {
    ...told,
    ...tellOrder(language, params),
    ...tellFall(told),
    ...(typeof params.rule === 'string' ? { because: because(language, params.rule, told) } : {}),
  }
}

interface Named {
  readonly name: string
  readonly value: string | number
  readonly currency: Currency
}

function tell(language: Language, { name, value, currency }: Named): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  if (OF_KIND.has(name)) return (KINDS as Readonly<Record<string, Words>>)[value]?.[language] ?? String(value)
  if (name === 'state') return STATES[value]?.[language] ?? String(value)
  if (typeof value !== 'number') return value
  if (name.endsWith('Minor'))
    return `${(value / 100).toLocaleString(locale, { minimumFractionDigits: 2 })} ${currency}`
  if (name.endsWith('Milli')) return (value / 1000).toLocaleString(locale, { maximumFractionDigits: 3 })
  if (name.toLowerCase().endsWith('percent'))
    return value.toLocaleString(locale, { maximumFractionDigits: 4 })
  return String(value)
}

/** `after` what is dated already, or `before` what has to come first. */
function tellOrder(language: Language, params: WorksRefusal['params']): ProblemParams {
  const place = params.after !== undefined ? 'after' : params.before !== undefined ? 'before' : undefined
  if (place === undefined || params.step === undefined) return {}
  const other = (KINDS as Readonly<Record<string, Words>>)[params[place]!]?.[language]
  return { order: ORDER[place][language], other: other ?? String(params[place]) }
}

/** A fall is of an item or of a package. */
function tellFall(told: Readonly<Record<string, string>>): ProblemParams {
  if (told.beforeMilli !== undefined)
    return { what: told.itemCode, before: told.beforeMilli, now: told.quantityMilli }
  if (told.beforePercent !== undefined)
    return { what: told.packageCode, before: `${told.beforePercent} %`, now: `${told.percent} %` }
  return {}
}

/** The rule that something recorded later would break, in its own words. */
function because(language: Language, rule: string, told: Readonly<Record<string, string>>): string {
  const words = PROBLEM_CATALOGUE[`works-${rule}` as ProblemCode]?.[language].detail ?? rule
  return fillWords(words, told, language)
}
