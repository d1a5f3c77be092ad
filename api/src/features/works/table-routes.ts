import { contractState } from '@borne/geodata/works/contract-state'
import { ledger } from '@borne/geodata/works/ledger'
import type { ContractState } from '@borne/geodata/works/state'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from '../../platform/problems.ts'
import { type OutTable, writeTableCsv, writeWorkbook, XLSX_MEDIA_TYPE } from '../../platform/write-sheet.ts'
import { getContract } from './change-contract.ts'
import { WorksParams } from './contract.ts'
import { findEvents } from './event-queries.ts'
import { billTable } from './export-bill.ts'
import { ledgerTable } from './export-ledger.ts'
import { planTable } from './export-plan.ts'
import type { StoredContract } from './queries.ts'

const MARK = 'DÉMONSTRATION : données fictives'
const WORDS = { bill: 'bordereau', plan: 'planning', ledger: 'decomptes' } as const

const TableParams = WorksParams.extend({
  table: z.enum(['bill', 'plan', 'ledger']),
  format: z.enum(['xlsx', 'csv']),
})
type TableName = z.infer<typeof TableParams>['table']

/** Tables of one contract as files, as known now. */
export const tableRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/works/contracts/:contractId/tables/:table.:format',
    {
      config: {
        permission: 'works.read',
        audit: { action: 'export', subject: 'works-contract', idFrom: 'contractId' },
      },
      schema: {
        tags: ['works'],
        summary: 'The bill, the schedule or the certificates of a contract as XLSX or CSV; fiction is marked',
        params: TableParams,
        response: { 200: z.any() },
      },
    },
    async ({ db, params: { contractId, table, format } }, reply) => {
      const contract = await getContract(db, contractId)
      const state = contractState(contract, await findEvents(db, contractId))
      const out = tableOf(table, contract, state)
      const mark = contract.isDemonstration ? '-DEMONSTRATION' : ''
      return reply
        .type(format === 'xlsx' ? XLSX_MEDIA_TYPE : 'text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${WORDS[table]}${mark}.${format}"`)
        .send(format === 'xlsx' ? writeWorkbook([out]) : writeTableCsv(out))
    },
  )
}

function tableOf(table: TableName, contract: StoredContract, state: ContractState): OutTable {
  const titles = [
    `Marché ${contract.reference} : ${contract.title}`,
    ...(contract.isDemonstration ? [MARK] : []),
  ]
  if (table === 'ledger') return ledgerTable(ledger(contract, state), titles)
  if (table === 'bill') {
    const bill = state.bills.at(-1)?.bill
    if (!bill) throw problem('works-without-bill')
    return billTable(bill, titles)
  }
  const plan = (state.currentPlan ?? state.baselines.at(-1))?.plan
  if (!plan) throw problem('works-without-plan')
  return planTable(plan.activities, [...titles, `${plan.name} (calendrier ${plan.calendarId})`])
}
