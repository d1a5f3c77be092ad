import type { Problem } from '../contract-kit/problem.ts'
import {
  type Language,
  PROBLEM_CATALOGUE,
  type ProblemEntry,
  type ProblemWords,
} from './problem-catalogue.ts'
import { tellDate } from './tell-date.ts'
import { typesetFrench } from './typeset.ts'

export type { Language }

export type ProblemCode = keyof typeof PROBLEM_CATALOGUE
export type ProblemParams = Readonly<Record<string, string | number | null | undefined>>
export interface FieldError {
  readonly field: string
  readonly code: string
  readonly message: string
  readonly row?: number
}
/** A field that a rule refuses, told in the words of the rule's own code. */
export interface FieldRefusal {
  readonly field: string
  /** Of the catalogue. */
  readonly code: ProblemCode
  readonly row?: number
  /** What fills the words, in each language. */
  readonly params: Readonly<Record<Language, ProblemParams>>
}
interface ProblemOptions {
  readonly errors?: readonly FieldError[]
  /** Answered as `errors`; `{count}` and `{first}` in the problem's own words are of them. */
  readonly refusals?: readonly FieldRefusal[]
  /** The one field that the whole problem is about: answered as `errors` with the problem's own words. */
  readonly field?: string
  readonly extra?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** A problem on its way to a person: a code of the catalogue and what fills its words. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly params: ProblemParams
  readonly statusCode: number
  readonly errors: readonly FieldError[] | undefined
  readonly refusals: readonly FieldRefusal[]
  readonly field: string | undefined
  readonly extra: Readonly<Record<string, unknown>> | undefined

  constructor(code: ProblemCode, params: ProblemParams, options: ProblemOptions) {
    super(fillWords(PROBLEM_CATALOGUE[code].en.detail, params, 'en'), { cause: options.cause })
    this.name = 'ProblemError'
    this.code = code
    this.params = params
    this.statusCode = PROBLEM_CATALOGUE[code].status
    this.errors = options.errors
    this.refusals = options.refusals ?? []
    this.field = options.field
    this.extra = options.extra
  }
}

export function problem(
  code: ProblemCode,
  params: ProblemParams = {},
  options: ProblemOptions = {},
): ProblemError {
  return new ProblemError(code, params, options)
}

/** The RFC 9457 body of a problem in the caller's language. */
export function problemBody(
  error: ProblemError,
  language: Language,
  where: { instance?: string; requestId?: string } = {},
): Problem {
  const entry: ProblemEntry = PROBLEM_CATALOGUE[error.code]
  const refused = error.refusals.map((refusal) => tellRefusal(refusal, language))
  const told = refused[0] ? { count: refused.length, first: refused[0].message } : {}
  const detail = typeset(
    fillWords(
      entry[language].detail,
      { ...told, ...error.params, requestId: where.requestId ?? '—' },
      language,
    ),
    language,
  )
  const own = error.field ? [{ field: error.field, code: error.code, message: detail }] : undefined
  const errors = error.errors ?? (refused.length > 0 ? refused : own)
  return {
    type: `/api/problems/${error.code}`,
    code: error.code,
    title: typeset(entry[language].title, language),
    detail,
    status: entry.status,
    ...where,
    ...(errors ? { errors: [...errors] } : {}),
    ...(error.extra ? { extra: { ...error.extra } } : {}),
  }
}

/** A refusal in its own words, which begin with the row where there is one. */
function tellRefusal({ code, field, row, params }: FieldRefusal, language: Language): FieldError {
  const entry: ProblemEntry = PROBLEM_CATALOGUE[code]
  const words = typeset(fillWords(entry[language].detail, params[language], language), language)
  const place =
    row === undefined ? '' : typeset(language === 'fr' ? `Ligne ${row} : ` : `Row ${row}: `, language)
  return { field, code, message: `${place}${words}`, ...(row === undefined ? {} : { row }) }
}

/** The words of a problem alone, for a terminal. */
export function problemWords(error: ProblemError, language: Language): ProblemWords {
  const { title, detail } = problemBody(error, language)
  return { title, detail }
}

/** Codes with their words, for the readable list at `/api/problems/:code`. */
export function findProblemEntry(code: string): ProblemEntry | undefined {
  return Object.hasOwn(PROBLEM_CATALOGUE, code) ? PROBLEM_CATALOGUE[code as ProblemCode] : undefined
}

/** The language that an Accept-Language header prefers; French unless English comes first. */
export function preferredLanguage(header: string | undefined): Language {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const quality = params.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { language: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return ranked[0]?.language === 'en' ? 'en' : 'fr'
}

/** A text of the catalogue with its parameters, dates as people write them. */
export function fillWords(text: string, params: ProblemParams, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => tellDate(String(params[name] ?? '—'), language))
}

function typeset(text: string, language: Language): string {
  return language === 'fr' ? typesetFrench(text) : text
}
