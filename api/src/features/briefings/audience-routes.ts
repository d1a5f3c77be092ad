import { randomUUID } from 'node:crypto'
import { searchKey } from '@borne/geodata/geometry/search-key'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { checkText } from '../../platform/check-text.ts'
import { problem } from '../../platform/problems.ts'
import { Audience, AudienceChange, AudienceParams, Audiences, NewAudience } from './audience-contract.ts'
import {
  findAudiences,
  getAudience,
  insertAudience,
  setAudienceArchived,
  updateAudience,
} from './audience-queries.ts'
import type { Texts } from './slide-contract.ts'

const tags = ['briefings']
const manage = { permission: 'audiences.manage' } as const

/** To whom briefings are shown, and what each may see. Links keep what they showed when they were made or refreshed. */
export const audienceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/audiences',
    {
      config: { permission: 'briefings.read' },
      schema: {
        tags,
        summary: 'The audiences and what each may see, archived ones at the end',
        response: { 200: Audiences },
      },
    },
    async ({ db }) => ({ items: await findAudiences(db) }),
  )
  app.post(
    '/audiences',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Adds an audience; what its rules do not name is withheld',
        body: NewAudience,
        response: { 201: Audience },
      },
    },
    async ({ db, body }, reply) => {
      checkNames(body.names)
      const id = newAudienceId(body.names)
      await insertAudience(db, { id, ...body })
      return reply.code(201).send(await getAudience(db, id))
    },
  )
  app.put(
    '/audiences/:audienceId',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Changes the names and rules of an audience, made on the version named',
        params: AudienceParams,
        body: AudienceChange,
        response: { 200: Audience },
      },
    },
    async ({ db, body, params: { audienceId } }) => {
      checkNames(body.names)
      const current = await getAudience(db, audienceId)
      if (!(await updateAudience(db, audienceId, body)))
        throw problem(
          'audience-changed-meanwhile',
          { yours: body.version, current: current.version },
          { extra: { current } },
        )
      return getAudience(db, audienceId)
    },
  )
  for (const { action, summary, isArchived } of [
    { action: 'archive', summary: 'Offers an audience no longer; its links stay', isArchived: true },
    { action: 'restore', summary: 'Offers an archived audience again', isArchived: false },
  ]) {
    app.post(
      `/audiences/:audienceId/${action}`,
      { config: manage, schema: { tags, summary, params: AudienceParams, response: { 200: Audience } } },
      async ({ db, params: { audienceId } }) => {
        const current = await getAudience(db, audienceId)
        if (current.isArchived !== isArchived) await setAudienceArchived(db, current, isArchived)
        return getAudience(db, audienceId)
      },
    )
  }
}

function checkNames({ fr, en }: Texts): void {
  checkText({ 'names.fr': fr, 'names.en': en })
  if (fr.trim() === '' && en.trim() === '') throw problem('audience-name-needed', {}, { field: 'names' })
}

/** Its name, as far as letters go, and something that no other one has. */
function newAudienceId({ fr, en }: Texts): string {
  const name = searchKey(fr || en)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24)
  return `${name || 'public'}-${randomUUID().slice(0, 8)}`
}
