import { contractState } from '@borne/geodata/works/contract-state'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Db } from '../../platform/db.ts'
import { ProblemError, preferredLanguage, problem } from '../../platform/problems.ts'
import { readSheets } from '../../platform/read-sheet.ts'
import { SHEET_LIMITS, type Sheet } from '../../platform/sheet.ts'
import { getContract } from './change-contract.ts'
import { WorksParams } from './contract.ts'
import { findEvents } from './event-queries.ts'
import { importBill } from './import-bill.ts'
import { BillPreview, BillPreviewQuery, ImportMapping, PlanPreview } from './import-contract.ts'
import { importPlan } from './import-plan.ts'

const FORM_LIMITS = { fileSize: SHEET_LIMITS.fileBytes, files: 1, fields: 2, parts: 3, fieldSize: 10_000 }
const tags = ['works']

/** Bills and schedules read from spreadsheets. Nothing is saved: that is done by recording a `bill` or a `plan`. */
export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: FORM_LIMITS })

  app.post(
    '/works/contracts/:contractId/bill/preview',
    {
      config: { permission: 'works.manage' },
      schema: {
        tags,
        summary:
          'Reads a bill of quantities from XLSX or CSV (5 MB) and tells what is wrong by row: multipart, fields `file` and `mapping` (JSON)',
        consumes: ['multipart/form-data'],
        params: WorksParams,
        querystring: BillPreviewQuery,
        response: { 200: BillPreview },
      },
    },
    async (request) => {
      const { sheets, mapping } = await readForm(request)
      const { currency, state } = await findState(request.db, request.params.contractId)
      const language = preferredLanguage(request.headers['accept-language'])
      const isFixed = request.query.as === 'bill'
      return importBill(sheets, mapping, { currency, amountMinor: state.amountMinor, isFixed }, language)
    },
  )

  app.post(
    '/works/contracts/:contractId/plan/preview',
    {
      config: { permission: 'works.manage' },
      schema: {
        tags,
        summary:
          'Reads a schedule from XLSX or CSV (5 MB) and tells what is wrong by row: multipart, fields `file` and `mapping` (JSON)',
        consumes: ['multipart/form-data'],
        params: WorksParams,
        response: { 200: PlanPreview },
      },
    },
    async (request) => {
      const { sheets, mapping } = await readForm(request)
      const { state } = await findState(request.db, request.params.contractId)
      const packages = state.bills.at(-1)?.bill.packages ?? []
      return importPlan(sheets, mapping, packages, preferredLanguage(request.headers['accept-language']))
    },
  )
}

/** As known now, with everything that has happened. */
async function findState(db: Db, contractId: string) {
  const contract = await getContract(db, contractId)
  return { currency: contract.currency, state: contractState(contract, await findEvents(db, contractId)) }
}

interface SheetForm {
  readonly sheets: readonly Sheet[]
  readonly mapping: ImportMapping
}

/** The reader of forms throws plain errors at a form without a boundary, or cut short. */
async function readForm(request: FastifyRequest): Promise<SheetForm> {
  const { bytes, fileName, mapping } = await readParts(request).catch((error: Error & { code?: string }) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE') {
      const most = `${SHEET_LIMITS.fileBytes / 1024 / 1024} Mo`
      throw problem('sheet-too-large', { most }, { field: 'file', cause: error })
    }
    if (error instanceof ProblemError || error.code) throw error
    throw problem('request-refused', {}, { cause: error })
  })
  if (!bytes || bytes.length === 0) throw problem('sheet-missing', {}, { field: 'file' })
  return { mapping: readMapping(mapping), sheets: await readSheets(bytes, fileName) }
}

async function readParts(request: FastifyRequest) {
  let bytes: Buffer | undefined
  let fileName = ''
  let mapping = ''
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      bytes = await part.toBuffer()
      fileName = (part.filename ?? '').slice(0, 100).toWellFormed()
    } else if (part.fieldname === 'mapping') {
      mapping = String(part.value ?? '')
    }
  }
  return { bytes, fileName, mapping }
}

function readMapping(text: string): ImportMapping {
  try {
    return ImportMapping.parse(text === '' ? {} : JSON.parse(text))
  } catch (cause) {
    throw problem('validation-failed', { fields: 'mapping' }, { field: 'mapping', cause })
  }
}
