import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorOf } from '../../platform/access/gate.ts'
import {
  changeValue,
  checkCalendarDays,
  checkItems,
  checkShares,
  withdrawRate,
  writeParty,
} from './change-settings.ts'
import { CONTRACTORS, DONORS, PROGRAMMES, PROJECTS } from './party-tables.ts'
import {
  Checklist,
  ChecklistInput,
  Checklists,
  ContractorInput,
  CurrencyRate,
  CurrencyRateParams,
  CurrencyRates,
  DonorInput,
  PartyParams,
  ProgrammeInput,
  ProjectInput,
  SettingParams,
  Versioned,
  WorkCalendar,
  WorkCalendarInput,
  WorkCalendars,
  WorksParties,
} from './settings-contract.ts'
import {
  findCalendars,
  findChecklists,
  findParties,
  findRates,
  type PartyTable,
  writeRate,
} from './settings-queries.ts'

const tags = ['works']
const read = { permission: 'works.read' } as const
const write = { permission: 'works.settings' } as const

/** Who pays and who builds, rates, calendars and checklists. */
export const settingsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/works/parties',
    {
      config: read,
      schema: {
        tags,
        summary: 'Donors, contractors, programmes and projects, as far as the caller sees them',
        response: { 200: WorksParties },
      },
    },
    ({ db }) => findParties(db),
  )
  await app.register(partyRoutes)
  await app.register(valueRoutes)

  app.get(
    '/works/currency-rates',
    {
      config: read,
      schema: { tags, summary: 'Rates against the ouguiya by their days', response: { 200: CurrencyRates } },
    },
    async ({ db }) => ({ items: await findRates(db) }),
  )

  app.post(
    '/works/currency-rates',
    {
      config: write,
      schema: {
        tags,
        summary: 'States the rate of a currency from a day on',
        body: CurrencyRate,
        response: { 200: CurrencyRates },
      },
    },
    async ({ db, body }) => {
      await writeRate(db, body)
      return { items: await findRates(db) }
    },
  )

  app.delete(
    '/works/currency-rates/:currency/:validFrom',
    {
      config: write,
      schema: {
        tags,
        summary: 'Takes a rate away; the days from it on have the rate before',
        params: CurrencyRateParams,
        response: { 200: CurrencyRates },
      },
    },
    async (request) => ({ items: await withdrawRate(request.db, request.params, authorOf(request)) }),
  )
}

const PARTIES = [
  { path: 'donors', body: DonorInput, table: DONORS as PartyTable<never>, check: () => {} },
  { path: 'contractors', body: ContractorInput, table: CONTRACTORS as PartyTable<never>, check: () => {} },
  { path: 'programmes', body: ProgrammeInput, table: PROGRAMMES as PartyTable<never>, check: () => {} },
  { path: 'projects', body: ProjectInput, table: PROJECTS as PartyTable<never>, check: checkShares },
] as const

const partyRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const { path, body, table, check } of PARTIES) {
    app.post(
      `/works/${path}`,
      {
        config: write,
        schema: { tags, summary: `Adds one of the ${path}`, body, response: { 201: WorksParties } },
      },
      async (request, reply) => {
        const input = request.body
        check(input as never)
        const parties = await writeParty(request.db, {
          table,
          input: input as never,
          at: null,
          name: input.name,
        })
        return reply.code(201).send(parties)
      },
    )
    app.put(
      `/works/${path}/:partyId`,
      {
        config: write,
        schema: {
          tags,
          summary: `Changes one of the ${path}, made on the version named`,
          params: PartyParams,
          body: body.extend(Versioned.shape),
          response: { 200: WorksParties },
        },
      },
      async ({ db, params: { partyId: id }, body: { version, ...input } }) => {
        check(input as never)
        return writeParty(db, { table, input: input as never, at: { id, version }, name: input.name })
      },
    )
  }
}

const valueRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/works/calendars',
    {
      config: read,
      schema: { tags, summary: 'Which days are worked', response: { 200: WorkCalendars } },
    },
    async ({ db }) => ({ items: await findCalendars(db) }),
  )
  app.put(
    '/works/calendars/:settingId',
    {
      config: write,
      schema: {
        tags,
        summary: 'Changes a calendar, made on the version named; version 0 adds one',
        params: SettingParams,
        body: WorkCalendarInput,
        response: { 200: WorkCalendar },
      },
    },
    ({ db, params: { settingId: id }, body }) => {
      checkCalendarDays(body)
      return changeValue(db, { table: 'work_calendar', id, input: body, find: findCalendars })
    },
  )
  app.get(
    '/works/checklists',
    {
      config: read,
      schema: { tags, summary: 'What an inspection looks at', response: { 200: Checklists } },
    },
    async ({ db }) => ({ items: await findChecklists(db) }),
  )
  app.put(
    '/works/checklists/:settingId',
    {
      config: write,
      schema: {
        tags,
        summary: 'Changes a checklist, made on the version named; version 0 adds one',
        params: SettingParams,
        body: ChecklistInput,
        response: { 200: Checklist },
      },
    },
    ({ db, params: { settingId: id }, body }) => {
      checkItems(body)
      return changeValue(db, { table: 'inspection_checklist', id, input: body, find: findChecklists })
    },
  )
}
