import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { ProblemError, problemWords } from './problems.ts'

function refusal(env: Record<string, string>): ProblemError {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ProblemError) return error
  }
  throw new Error('the settings were accepted')
}

test('listens on loopback, with the demonstration, on the embedded engine unless told otherwise', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    host: '127.0.0.1',
    port: 8080,
    dataDir: './data',
    filesDir: './data/files',
    templatesDir: './data/templates',
    backupDir: './data/backups',
    keptBackups: 7,
    isDemonstration: true,
    logLevel: 'info',
    databaseUrl: undefined,
    valhallaUrl: undefined,
    chromium: undefined,
    publicUrl: undefined,
    trustProxy: undefined,
    mail: undefined,
    openid: undefined,
  })
})

test('names the setting that has a bad value', () => {
  const error = refusal({ BORNE_PORT: 'huit mille' })
  expect(error.code).toBe('setting-invalid')
  expect(problemWords(error, 'fr').detail).toBe(
    'Le réglage BORNE_PORT ne peut pas valoir «\u202fhuit mille\u202f».',
  )
})

test('names a setting that does not exist: a misspelt name is never ignored', () => {
  const error = refusal({ BORNE_PROT: '8081' })
  expect(error.code).toBe('setting-unknown')
  expect(problemWords(error, 'en').detail).toContain('BORNE_PROT')
})

test.each<Record<string, string>>([
  { DATABASE_URL: 'mysql://user:secret@host/db' },
  { BORNE_SMTP_URL: 'http://user:secret@host' },
  { BORNE_OPENID_ISSUER: 'https://id.example.org', BORNE_OPENID_CLIENT_SECRET: 'secret' },
  { BORNE_VALHALLA_URL: 'https://user:secret@valhalla.example.org' },
])('does not repeat a secret of a bad setting', (env) => {
  expect(problemWords(refusal(env), 'fr').detail).not.toContain('secret')
})

test.each<Record<string, string>>([
  { BORNE_TRUST_PROXY: 'le proxy' },
  { BORNE_TRUST_PROXY: '10.0.0.0/40' },
  { BORNE_TRUST_PROXY: 'true' },
  { BORNE_PUBLIC_URL: 'borne.example.org' },
  { BORNE_SMTP_URL: 'smtp://mail.example.org' },
  { BORNE_MAIL_FROM: 'borne@example.org' },
  { BORNE_VALHALLA_URL: 'file:///etc/passwd' },
  { BORNE_VALHALLA_URL: 'http://valhalla.example.org/?key=1' },
])('refuses %o', (env) => {
  expect(refusal(env).code).toBe('setting-invalid')
})

test('reads where people reach it, whom it believes, and how it sends mail', () => {
  const config = readConfig({
    BORNE_PUBLIC_URL: 'https://borne.example.org/',
    BORNE_TRUST_PROXY: '10.0.0.1, 192.168.0.0/16, ::1',
    BORNE_SMTP_URL: 'smtps://mail.example.org',
    BORNE_MAIL_FROM: 'borne@example.org',
  })
  expect(config).toMatchObject({
    publicUrl: 'https://borne.example.org',
    mail: { smtpUrl: 'smtps://mail.example.org', from: 'borne@example.org' },
  })
})
