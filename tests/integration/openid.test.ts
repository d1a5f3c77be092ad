import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'
import { OPENID_CLIENT, type OpenIdTestProvider, startOpenIdProvider } from '../support/openid-provider.ts'
import { freePort } from '../support/start-app.ts'
import { WebClient } from '../support/web-client.ts'

interface Stage {
  readonly url: string
  readonly provider: OpenIdTestProvider
  readonly settings: Readonly<Record<string, string>>
}

async function stage(): Promise<Stage> {
  const url = `http://127.0.0.1:${await freePort()}`
  const provider = await startOpenIdProvider(() => `${url}/api/openid/callback`)
  onTestFinished(() => provider.stop())
  const settings = {
    BORNE_PUBLIC_URL: url,
    BORNE_OPENID_ISSUER: provider.issuer,
    BORNE_OPENID_CLIENT_ID: OPENID_CLIENT.id,
    BORNE_OPENID_CLIENT_SECRET: OPENID_CLIENT.secret,
    BORNE_OPENID_NAME: 'Fournisseur d’essai',
  }
  return { url, provider, settings }
}

dbTest(
  'who the provider knows by a verified address comes in, and stays tied to the account',
  async ({ db, given }) => {
    const { url, provider, settings } = await stage()
    const person = await given.account({ role: 'coordinator', email: 'coordination@example.org' })
    await withApp(
      db,
      async ({ anonymous }) => {
        await anonymous.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
        expect((anonymous.server.address() as AddressInfo).port).toBe(Number(new URL(url).port))
        provider.becomes({ subject: 'sub-1', email: 'Coordination@example.org', isVerified: true })
        const browser = new WebClient()
        const landed = await browser.follow(`${url}/api/openid/start?next=/posts?view=table`)
        expect(landed.status).toBe(200)
        expect(landed.headers.get('refresh')).toBe('0; url=/posts?view=table')
        const state = await (await browser.get(`${url}/api/session`)).json()
        expect(state.signedIn).toMatchObject({ accountId: person.id, stage: 'full' })

        provider.becomes({ subject: 'sub-1', email: 'nouvelle-adresse@example.org', isVerified: false })
        const again = new WebClient()
        await again.follow(`${url}/api/openid/start`)
        expect((await (await again.get(`${url}/api/session`)).json()).signedIn.accountId).toBe(person.id)
        const lines = await db.many(sql`select detail from audit_event where action = 'sign-in'`)
        expect(lines).toEqual([{ detail: { method: 'openid' } }, { detail: { method: 'openid' } }])
      },
      settings,
    )
  },
)

dbTest(
  'an address that is unknown or not verified opens nothing and makes no account',
  async ({ db, given }) => {
    const { url, provider, settings } = await stage()
    await given.account({ email: 'coordination@example.org' })
    await withApp(
      db,
      async ({ anonymous }) => {
        await anonymous.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
        const { before } = await db.one<{ before: number }>(sql`select count(*) as before from account`)
        for (const person of [
          { subject: 'sub-2', email: 'inconnue@example.org', isVerified: true },
          { subject: 'sub-3', email: 'coordination@example.org', isVerified: false },
        ]) {
          provider.becomes(person)
          const browser = new WebClient()
          let at = `${url}/api/openid/start`
          while (!at.includes('/sign-in'))
            at = new URL((await browser.get(at)).headers.get('location') ?? '', at).href
          expect(at).toBe(`${url}/sign-in?problem=openid-refused`)
          expect((await (await browser.get(`${url}/api/session`)).json()).signedIn).toBeNull()
        }
        expect(await db.one(sql`select count(*) as before from account`)).toEqual({ before })
      },
      settings,
    )
  },
)

dbTest(
  'an answer that this browser did not ask for, or that comes twice, is refused',
  async ({ db, given }) => {
    const { url, provider, settings } = await stage()
    await given.account({ email: 'coordination@example.org' })
    await withApp(
      db,
      async ({ anonymous }) => {
        await anonymous.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
        provider.becomes({ subject: 'sub-4', email: 'coordination@example.org', isVerified: true })
        const browser = new WebClient()
        let at = `${url}/api/openid/start`
        while (!at.startsWith(`${url}/api/openid/callback`)) {
          at = new URL((await browser.get(at)).headers.get('location') ?? '', at).href
        }
        const foreign = await new WebClient().get(at)
        expect(foreign.headers.get('location')).toBe('/sign-in?problem=openid-refused')
        const tampered = await browser.get(at.replace(/state=[^&]+/, 'state=forged'))
        expect(tampered.headers.get('location')).toBe('/sign-in?problem=openid-refused')
        const refusals = await db.many(sql`select detail from audit_event where action = 'refused'`)
        expect(refusals).toHaveLength(2)
      },
      settings,
    )
  },
)

dbTest('the way back leads into this app only, and without a provider there is no way', async ({ db }) => {
  const { settings } = await stage()
  await withApp(
    db,
    async ({ anonymous }) => {
      for (const next of ['//ailleurs.example', '/\\ailleurs.example', 'https://ailleurs.example']) {
        const begun = await anonymous.inject(`/api/openid/start?next=${encodeURIComponent(next)}`)
        const kept = JSON.parse(decodeURIComponent(begun.cookies[0]?.value ?? ''))
        expect(kept.next).toBe('/')
      }
    },
    settings,
  )
  await withApp(db, async ({ anonymous }) => {
    expect((await anonymous.inject('/api/openid/start')).json()).toMatchObject({ code: 'openid-off' })
  })
})
