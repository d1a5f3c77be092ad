import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { archiveContract, changeContract, createContract, describeContract } from './change-contract.ts'
import {
  RecordedEvents,
  WorksContractChangeInput,
  WorksContractDetail,
  WorksContractInput,
  WorksEventsInput,
  WorksFile,
  WorksParams,
  WorksVersionInput,
} from './contract.ts'
import { findEvents, findPhotos } from './event-queries.ts'
import { recordEvents } from './record-events.ts'
import { findCalendars, findRates } from './settings-queries.ts'

const tags = ['works']

/** Whatever is about one contract. */
export const contractRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/works/contracts/:contractId',
    {
      config: {
        permission: 'works.read',
        audit: { action: 'read', subject: 'works-contract', idFrom: 'contractId', ifRestricted: true },
      },
      schema: {
        tags,
        summary: 'A contract with all that happened on it; how it stood on a day is folded from that',
        params: WorksParams,
        response: { 200: WorksFile },
      },
    },
    async ({ db, params: { contractId } }) => ({
      contract: await describeContract(db, contractId),
      events: await findEvents(db, contractId),
      photos: await findPhotos(db, contractId),
      calendars: await findCalendars(db),
      rates: await findRates(db),
    }),
  )

  app.post(
    '/works/contracts',
    {
      config: { permission: 'works.manage' },
      schema: {
        tags,
        summary: 'Adds a contract on which nothing has happened yet',
        body: WorksContractInput,
        response: { 201: WorksContractDetail },
      },
    },
    async ({ db, body }, reply) => {
      const contract = await createContract(db, body)
      return reply.code(201).header('location', `/api/works/contracts/${contract.id}`).send(contract)
    },
  )

  app.put(
    '/works/contracts/:contractId',
    {
      config: { permission: 'works.manage' },
      schema: {
        tags,
        summary: 'Changes what is stated of a contract, made on the version named; a stale one gets 409',
        params: WorksParams,
        body: WorksContractChangeInput,
        response: { 200: WorksContractDetail },
      },
    },
    ({ db, params, body }) => changeContract(db, params.contractId, body),
  )

  for (const { action, summary, isArchived } of [
    { action: 'archive', summary: 'Takes a contract out of the lists; nothing is deleted', isArchived: true },
    { action: 'restore', summary: 'Puts an archived contract back', isArchived: false },
  ]) {
    app.post(
      `/works/contracts/:contractId/${action}`,
      {
        config: { permission: 'works.manage' },
        schema: {
          tags,
          summary,
          params: WorksParams,
          body: WorksVersionInput,
          response: { 200: WorksContractDetail },
        },
      },
      ({ db, params, body: { version } }) => archiveContract(db, params.contractId, { version, isArchived }),
    )
  }

  app.post(
    '/works/contracts/:contractId/events',
    {
      config: { permission: 'works.propose' },
      schema: {
        tags,
        summary:
          'Records what happened: all of it or nothing. Sent again under the same ids, it is kept once',
        params: WorksParams,
        body: WorksEventsInput,
        response: { 200: RecordedEvents, 201: RecordedEvents },
      },
    },
    async ({ db, caller, params, body }, reply) => {
      const { events, isNew } = await recordEvents({ db, caller }, params.contractId, body.events)
      return reply.code(isNew ? 201 : 200).send({ events: [...events] })
    },
  )
}
