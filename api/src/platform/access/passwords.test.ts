import { expect, test } from 'vitest'
import { checkPassword, hashPassword, isPasswordRight } from './passwords.ts'

const WHO = { email: 'sous.bureau@example.org', name: 'Bureau Essai' }

test.each([
  'court',
  'aaaaaaaaaaaaaaaaaaaa',
  'abababababababab',
  'sous.bureau@example.org',
  'SOUS.BUREAU@example.org1',
  'sous.bureausous.bureau',
  'bureauessai2026',
])('«%s» is too weak', (password) => {
  expect(() => checkPassword(password, WHO)).toThrow(expect.objectContaining({ code: 'password-weak' }))
})

test.each([
  'sept bornes au bord du fleuve',
  'bureau du fleuve 2026',
  'ﻢﻔﺗﺎﺣ ﻁﻮﻴﻟ ﻭﺂﻤﻧ',
  'correct horse battery',
])('«%s» will do', (password) => {
  expect(() => checkPassword(password, WHO)).not.toThrow()
})

test('a password is right in whichever of two ways its accents were typed', async () => {
  const hash = await hashPassword('un été à Sélibaby')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPasswordRight('un été à Sélibaby'.normalize('NFD'), hash)).toBe(true)
  expect(await isPasswordRight('un ete a Selibaby', hash)).toBe(false)
  expect(await isPasswordRight('un été à Sélibaby', null)).toBe(false)
})
