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
    backupDir: './data/backups',
    keptBackups: 7,
    isDemonstration: true,
    logLevel: 'info',
    databaseUrl: undefined,
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

test('does not repeat the password of a bad DATABASE_URL', () => {
  const error = refusal({ DATABASE_URL: 'mysql://user:secret@host/db' })
  expect(problemWords(error, 'fr').detail).not.toContain('secret')
})
