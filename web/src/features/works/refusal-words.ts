import { WORKS_REFUSAL_PROBLEMS } from '@borne/api/contracts/works-refusals'
import type { WorksRefusal, WorksRefusalCode } from '@borne/geodata/works/results'
import { createFormats, UNKNOWN } from '../../ui/formats.ts'
import { defineMessages } from '../../ui/language.tsx'
import { typesetFrench } from '../../ui/typeset.ts'
import { eventWords } from './event-words.ts'
import { messages } from './messages.ts'
import { createMoneyFormats } from './money.ts'
import { punchMessages } from './punch-messages.ts'

interface RefusalWords {
  language: string
  before: string
  after: string
  row: (row: number) => string
}

/** The words of the rules: those of the server's catalogue, with names for what they name. */
export const refusalWords = defineMessages<RefusalWords>({
  fr: { language: 'fr', before: 'pas avant', after: 'pas après', row: (row) => `Ligne ${row} : ` },
  en: { language: 'en', before: 'not before', after: 'not after', row: (row) => `Row ${row}: ` },
})

type Params = WorksRefusal['params']

/** Why a rule refuses something; the row of a list before it. */
export function refusalText({ code, params, row }: WorksRefusal, words: RefusalWords): string {
  const text = (row === undefined ? '' : words.row(row)) + textOf(code, params, words)
  return words.language === 'fr' ? typesetFrench(text) : text
}

function textOf(code: WorksRefusalCode, params: Params, words: RefusalWords): string {
  const { detail } = WORKS_REFUSAL_PROBLEMS[`works-${code}`][languageOf(words)]
  const filled: Params = { ...params, ...compound(code, params, words) }
  return detail.replace(/\{(\w+)\}/g, (_, name: string) => tell(name, filled[name], words))
}

/** What the words need and the rule says in parts. */
function compound(code: WorksRefusalCode, params: Params, words: RefusalWords): Params {
  if (code === 'breaks-later-event') {
    const { rule, ...rest } = params
    return { because: textOf(rule as WorksRefusalCode, rest, words) }
  }
  if (code === 'chain-order') {
    return {
      order: params.before === undefined ? words.after : words.before,
      other: params.before ?? params.after ?? '',
    }
  }
  if (code !== 'progress-falls') return {}
  const { number, percent } = FORMATS[languageOf(words)]
  const what = params.itemCode ?? params.packageCode ?? ''
  if (params.beforeMilli === undefined) {
    const [before, now] = [params.beforePercent, params.percent].map((value) =>
      percent(Number(value) / 100, 1),
    )
    return { what, before: before ?? '', now: now ?? '' }
  }
  const [before, now] = [params.beforeMilli, params.quantityMilli].map((value) =>
    number(Number(value) / 1000, 3),
  )
  return { what, before: before ?? '', now: now ?? '' }
}

function languageOf({ language }: RefusalWords): 'fr' | 'en' {
  return language === 'en' ? 'en' : 'fr'
}

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') }
const MONEY = { fr: createMoneyFormats('fr'), en: createMoneyFormats('en') }

/** Amounts, quantities and days as they are written; kinds, steps and states by their names. */
function tell(name: string, value: string | number | undefined, words: RefusalWords): string {
  if (value === undefined) return UNKNOWN
  const language = languageOf(words)
  const { number, day } = FORMATS[language]
  if (typeof value === 'number') {
    if (name.endsWith('Minor')) return MONEY[language].plain(value)
    return name.endsWith('Milli') ? number(value / 1000, 3) : number(value, 4)
  }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value)
  const names: Readonly<Record<string, string>> = {
    ...messages[language].stages,
    ...punchMessages[language].states,
    ...eventWords[language].kinds,
  }
  return names[value] ?? value
}
