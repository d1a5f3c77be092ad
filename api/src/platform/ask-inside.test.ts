import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { callerOf } from './access/caller.ts'
import { accessGate } from './access/gate.ts'
import { askInside } from './ask-inside.ts'
import { readConfig } from './config.ts'
import { sendProblem } from './errors.ts'

const administrator = callerOf({
  accountId: '00000000-0000-4000-8000-000000000001',
  name: 'Compte A',
  role: 'administrator',
  subOfficeId: null,
  postIds: [],
  address: '192.0.2.7',
  agent: 'Navigateur d’essai',
})

test('what is asked while an inner request runs is none, within and over the network', async () => {
  const app = Fastify()
  app.setErrorHandler(sendProblem)
  app.decorate('config', readConfig({}))
  await app.register(accessGate)
  const config = { permission: 'posts.read' } as const
  let origin = ''
  app.get('/name', { config }, async ({ caller }) => ({ name: caller.name }))
  app.get('/asking', { config }, async ({ caller }) => ({
    name: caller.name,
    within: (await app.inject('/name')).statusCode,
    overNetwork: (await fetch(`${origin}/name`)).status,
    inside: await askInside(app, { ...caller, name: 'Quelqu’un d’autre' }, { url: '/name' }),
  }))
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  try {
    expect(await askInside(app, administrator, { url: '/asking' })).toEqual({
      name: 'Compte A',
      within: 401,
      overNetwork: 401,
      inside: { name: 'Quelqu’un d’autre' },
    })
    // The connection of before is kept: it is nobody's.
    expect((await fetch(`${origin}/name`)).status).toBe(401)
  } finally {
    await app.close()
  }
})
