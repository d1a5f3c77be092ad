import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

const PASSWORD = 'sept bornes au bord du fleuve'
const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

dbTest('the log, even at its most talkative, holds no secret and no person', async ({ db, given }) => {
  const lines: string[] = []
  const post = await given.post({
    contacts: [{ role: 'Chef', name: 'Nom du contact', phone: '22 00 00 00', email: '' }],
  })
  const person = await given.account({ password: PASSWORD, email: 'discrete@example.org' })
  const work = async ({ app, anonymous, as }: Parameters<Parameters<typeof withApp>[1]>[0]) => {
    const secrets = [
      'discrete@example.org',
      PASSWORD,
      'Nom du contact',
      '22 00 00 00',
      '198.51.100.7',
      'mot faux',
    ]
    const signIn = (password: string) =>
      anonymous.inject({
        method: 'POST',
        url: '/api/session',
        headers: SAME_ORIGIN,
        payload: { email: person.email, password },
        remoteAddress: '198.51.100.7',
      })
    await signIn('mot faux')
    const cookie = (await signIn(PASSWORD)).cookies[0]?.value ?? ''
    await anonymous.inject({
      url: `/api/search?q=discrete@example.org`,
      headers: { cookie: `borne=${cookie}` },
    })
    const own = await as(person)
    const { secret } = (await own.inject({ method: 'POST', url: '/api/account/second-factor' })).json()
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    const confirmed = await own.inject({
      method: 'PUT',
      url: '/api/account/second-factor',
      payload: { code },
    })
    const { url } = (await app.inject({ method: 'POST', url: `/api/accounts/${person.id}/links` })).json()
    await anonymous.inject({
      method: 'POST',
      url: '/api/links/use',
      headers: SAME_ORIGIN,
      payload: { token: url.split('#')[1], password: 'court' },
    })
    await app.inject({
      method: 'PATCH',
      url: `/api/posts/${post.id}`,
      payload: { version: 1, contacts: 'Nom du contact' },
    })
    await app.inject({
      method: 'POST',
      url: '/api/posts',
      headers: { 'content-type': 'application/json' },
      payload: '{"name": "Nom du contact"',
    })
    const made = await app.inject({
      method: 'POST',
      url: '/api/account/calendar-addresses',
      payload: { name: 'Téléphone discret' },
    })
    const calendar = new URL(made.json().url).pathname
    expect((await anonymous.inject(calendar)).statusCode).toBe(200)
    await anonymous.inject(calendar.replace(/.\.ics$/, '.ics'))
    secrets.push(
      'Téléphone discret',
      calendar.slice(-40, -5),
      cookie,
      secret,
      code,
      url.split('#')[1],
      ...confirmed.json().codes,
    )
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(8)
    for (const word of secrets) expect(log.includes(word), word).toBe(false)
  }
  await withApp(db, work, { BORNE_LOG_LEVEL: 'debug' }, { write: (line) => lines.push(line) })
})
