import type { Dependency } from '@borne/geodata/works/types'
import type { TableKind } from './import-columns.ts'
import type { PlanRole } from './import-contract.ts'

/** Heads of schedules as French and English planners write them, normalized. */
export const PLAN_TABLE: TableKind<PlanRole> = {
  heads: {
    code: /^(n|no|num|numero|id|code|wbs|ref|repere|(n|no|numero|code) (de |de la )?(tache|activite)|task id|activity id)$/,
    label:
      /^(nom|tache|taches|activite|activites|designation|libelle|description|intitule|nom de (la |l )?(tache|activite)|task|task name|activity|activity name|name)$/,
    duration: /^(duree|durees|duration|nb (de )?jours|jours)( .*)?$/,
    predecessors:
      /^(predecesseurs?|precedents?|antecedents?|taches? precedentes?|liens?|predecessors?|depends on)( .*)?$/,
    start: /^(debut|date (de )?debut|start|start date|debut prevu|early start)$/,
    notBefore:
      /^(pas avant( le)?|au plus tot( le)?|not before|start no earlier than|date de contrainte|constraint date)$/,
    package: /^(n |no |code )?(lot|lots|package|work package|section)$/,
    level: /^(niveau|niveau hierarchique|outline level|level)$/,
  },
  numeric: ['duration'],
}
export const REQUIRED_PLAN_COLUMNS = ['label', 'duration'] as const

/** Relations as planning programs abbreviate them in both languages. */
const TYPES: Readonly<Record<string, Dependency['type']>> = {
  '': 'FS',
  FS: 'FS',
  FD: 'FS',
  SS: 'SS',
  DD: 'SS',
  FF: 'FF',
  SF: 'SF',
  DF: 'SF',
}

/** `3;4FD+2j` → after 3, and two working days after 4. undefined when some part cannot be read. */
export function readPredecessors(text: string): Dependency[] | undefined {
  const parts = text.split(/[;,\n]/).map((part) => part.trim())
  const found = parts.filter((part) => part !== '').map(readPredecessor)
  return found.every((one) => one !== undefined) ? found : undefined
}

function readPredecessor(text: string): Dependency | undefined {
  const [, lagged, sign, lag] =
    text.match(/^(.*?)\s*([+−-])\s*(\d{1,4})\s*(?:j|jr|jrs|jours?|d|days?)?\.?$/i) ?? []
  const isLag = lagged !== undefined && (sign === '+' || /(FS|FD|SS|DD|FF|SF|DF)$/i.test(lagged))
  const [, code = '', type = ''] =
    (isLag ? lagged : text).match(/^(.*?)\s*(?<=\d|\s)(FS|FD|SS|DD|FF|SF|DF)$/i) ??
    (isLag ? lagged : text).match(/^(.*)()$/) ??
    []
  const dependency = TYPES[type.toUpperCase()]
  if (code === '' || code.length > 40 || dependency === undefined || /%/.test(text)) return undefined
  const lagDays = isLag ? Number(lag) * (sign === '+' ? 1 : -1) : 0
  return { code, type: dependency, lagDays }
}

/** `15/10/2026`, `15.10.26` or `2026-10-15 08:00` as a day; undefined when it is none. */
export function readDay(text: string): string | undefined {
  const [, year, month, date] = text.match(/^(\d{4})-(\d\d)-(\d\d)(?:[ T].*)?$/) ?? []
  const [, day2, month2, year2] =
    text.match(/^(?:\p{L}{2,4}\.? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?: .*)?$/u) ?? []
  const parts = year ? [year, month, date] : [(year2?.length === 2 ? '20' : '') + (year2 ?? ''), month2, day2]
  const [y = '', m = '', d = ''] = parts.map((part) => (part ?? '').padStart(2, '0'))
  const found = `${y}-${m}-${d}`
  const instant = Date.parse(`${found}T00:00:00Z`)
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== found ? undefined : found
}

/** `10`, `10 j`, `10 jours ouvrés`, `10 jours?`: working days. undefined for weeks, hours, and what is not whole. */
export function readDurationDays(text: string): number | undefined {
  const [, days] =
    text.match(/^(\d{1,4})(?:[.,]0+)?\s*(?:j|jr|jrs|jours?|d|days?)?(?:\s+ouvr\p{L}+)?\s*\??$/iu) ?? []
  return days === undefined || Number(days) > 3650 ? undefined : Number(days)
}
