import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished } from 'vitest'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

interface MailBox {
  readonly url: string
  readonly letters: string[]
  arrived(count: number): Promise<void>
}

/** A mail server on loopback that keeps what it is given. */
async function openMailBox(): Promise<MailBox> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  const arrived = async (count: number) => {
    const deadline = Date.now() + 5_000
    while (letters.length < count && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { url: `smtp://127.0.0.1:${port}`, letters, arrived }
}

function linkIn(letter: string): string {
  const text = letter.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return /https:\/\/borne\.example\.org\/link#(\S+)/.exec(text)?.[1] ?? ''
}

dbTest(
  'a forgotten password is reset by mail; an unknown address answers alike and gets none',
  async ({ db, given }) => {
    const mailBox = await openMailBox()
    const person = await given.account({ password: 'sept bornes au bord du fleuve' })
    await withApp(
      db,
      async ({ anonymous }) => {
        expect(
          (await anonymous.inject({ url: '/api/session', headers: { host: 'borne.example.org' } })).json(),
        ).toMatchObject({
          options: { canResetByEmail: true },
        })
        const forget = (email: string) =>
          anonymous.inject({
            method: 'POST',
            url: '/api/password-resets',
            headers: SAME_ORIGIN,
            payload: { email },
          })
        const [known, unknown] = [await forget(person.email), await forget('inconnue@example.org')]
        expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
        expect(known.statusCode).toBe(202)
        await mailBox.arrived(1)
        await new Promise((resolve) => setTimeout(resolve, 200))
        expect(mailBox.letters).toHaveLength(1)
        expect(mailBox.letters[0]).toContain(`To: ${person.email}`)
        const used = await anonymous.inject({
          method: 'POST',
          url: '/api/links/use',
          headers: SAME_ORIGIN,
          payload: { token: linkIn(mailBox.letters[0] ?? ''), password: 'huit gués après les pluies' },
        })
        expect(used.json().signedIn).toMatchObject({ accountId: person.id })
      },
      {
        BORNE_SMTP_URL: mailBox.url,
        BORNE_MAIL_FROM: 'borne@example.org',
        BORNE_PUBLIC_URL: 'https://borne.example.org',
      },
    )
  },
)

dbTest(
  'an invitation goes by mail; when the mail server is silent the link is still handed over',
  async ({ db }) => {
    const mailBox = await openMailBox()
    const invite = { name: 'Nouvelle', role: 'viewer', subOfficeId: null, postIds: [] }
    const settings = { BORNE_MAIL_FROM: 'borne@example.org', BORNE_PUBLIC_URL: 'https://borne.example.org' }
    const origin = { cookieName: '__Host-borne' }
    for (const { smtpUrl, isSent } of [
      { smtpUrl: mailBox.url, isSent: true },
      { smtpUrl: 'smtp://127.0.0.1:1', isSent: false },
    ]) {
      await withApp(
        db,
        async ({ anonymous }) => {
          const { account, cookieOf } = await import('../support/given-account.ts')
          const cookie = (await cookieOf(db, await account(db))).replace(/^borne/, origin.cookieName)
          const created = await anonymous.inject({
            method: 'POST',
            url: '/api/accounts',
            headers: { ...SAME_ORIGIN, cookie },
            payload: { ...invite, email: `nouvelle-${isSent}@example.org` },
          })
          expect(created.json().link).toMatchObject({
            isSent,
            url: expect.stringMatching(/^https:\/\/borne\.example\.org\/link#/),
          })
        },
        { ...settings, BORNE_SMTP_URL: smtpUrl },
      )
    }
    expect(mailBox.letters).toHaveLength(1)
  },
)
