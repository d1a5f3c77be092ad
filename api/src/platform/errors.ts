import { ImportError } from '@borne/geodata/import/import-error'
import { MigrationError } from '@borne/migrations'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { noteProblemInside } from './ask-inside.ts'
import { DatabaseError } from './database-error.ts'
import {
  type FieldError,
  findProblemEntry,
  type Language,
  type ProblemCode,
  ProblemError,
  preferredLanguage,
  problem,
  problemBody,
} from './problems.ts'

/** Of the file system, and of PostgreSQL. */
const DISK_FULL = ['ENOSPC', 'EDQUOT', '53100']

/** Of PostgreSQL: text that no encoding holds, a number beyond its type. */
const UNFIT_VALUES = ['22021', '22P05', '22003']
/** PostgreSQL's word for a row outside the caller's, or a column that is not theirs. */
const NOT_PERMITTED = '42501'

const USUAL_BODY_BYTES = 1_048_576

/** Turns whatever was thrown into a problem of the catalogue; nothing of the inside goes out. */
export function toProblem(error: unknown, language: Language, bodyLimit = USUAL_BODY_BYTES): ProblemError {
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error)) return validationProblem(error.validation, language)
  if (error instanceof DatabaseError) return databaseProblem(error)
  if (error instanceof MigrationError) return problem(error.code, error.details, { cause: error })
  if (error instanceof ImportError) {
    const params = { ...error.facts, file: error.fileName, fields: error.fields.join(', ') }
    return problem(error.code, params, { cause: error })
  }
  const { code, statusCode } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return problem(
      'body-too-large',
      { limit: code === 'FST_REQ_FILE_TOO_LARGE' ? '15 Mo' : `${Math.round(bodyLimit / 1_048_576)} Mo` },
      { cause: error },
    )
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') {
    return problem('media-type-unsupported', { mediaType: '—' }, { cause: error })
  }
  if (UNFIT_VALUES.includes(code ?? '')) return problem('request-refused', {}, { cause: error })
  if (code === NOT_PERMITTED) return problem('not-permitted', {}, { cause: error })
  if (DISK_FULL.includes(code ?? '')) return problem('disk-full', {}, { cause: error })
  const isBadJson = code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
  if (isBadJson || (error instanceof SyntaxError && statusCode === 400))
    return problem('json-invalid', {}, { cause: error })
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return problem('request-refused', {}, { cause: error })
  return problem('internal-error', {}, { cause: error })
}

/** A database error in words, where the catalogue knows its code. */
export function databaseProblem(error: DatabaseError): ProblemError {
  const isKnown = findProblemEntry(error.code) !== undefined
  return problem(isKnown ? (error.code as ProblemCode) : 'internal-error', error.details, { cause: error })
}

/** The answer to a request that failed, as an RFC 9457 body in the caller's language. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language'])
  const found = toProblem(error, language, request.routeOptions.bodyLimit)
  noteProblemInside(request, found)
  if (found.statusCode >= 500) request.log.error({ err: error, code: found.code }, 'request failed')
  else request.log.info({ code: found.code }, 'request refused')
  const retryAfterSeconds = found.extra?.retryAfterSeconds
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(found.statusCode)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(found, language, { instance: request.url.split('?')[0], requestId: request.id }))
}

interface ValidationIssue {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params?: Record<string, unknown>
}

function validationProblem(issues: readonly unknown[], language: Language): ProblemError {
  const errors = (issues as ValidationIssue[]).map((issue): FieldError => {
    const field = issue.instancePath.split('/').filter(Boolean).join('.') || 'body'
    return { field, code: issue.keyword, message: fieldMessage(issue, language) }
  })
  return problem(
    'validation-failed',
    { fields: [...new Set(errors.map((e) => e.field))].join(', ') },
    { errors },
  )
}

const FIELD_MESSAGES: Record<string, Record<Language, string>> = {
  too_big: {
    fr: 'Trop long ou trop grand (maximum {maximum}).',
    en: 'Too long or too large (maximum {maximum}).',
  },
  too_small: {
    fr: 'Trop court ou trop petit (minimum {minimum}).',
    en: 'Too short or too small (minimum {minimum}).',
  },
  invalid_type: {
    fr: 'Valeur manquante ou du mauvais type ({expected} attendu).',
    en: 'Missing or of the wrong type ({expected} expected).',
  },
  invalid_value: {
    fr: 'Valeur hors de la liste permise : {values}.',
    en: 'Not one of the permitted values: {values}.',
  },
  invalid_format: { fr: 'Format attendu : {format}.', en: 'Expected format: {format}.' },
  unrecognized_keys: { fr: 'Champs inconnus : {keys}.', en: 'Unknown fields: {keys}.' },
}

function fieldMessage(issue: ValidationIssue, language: Language): string {
  const text = FIELD_MESSAGES[issue.keyword]?.[language]
  if (!text) return language === 'fr' ? 'Valeur non acceptée.' : 'Value not accepted.'
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = issue.params?.[name]
    return Array.isArray(value) ? value.join(', ') : String(value ?? '—')
  })
}
