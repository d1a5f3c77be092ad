import { hash, verify } from '@node-rs/argon2'
import { problem } from '../problems.ts'

/** Argon2id with the first of the parameter sets that OWASP's Password Storage Cheat Sheet recommends. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
export const LEAST_CHARACTERS = 12
const LEAST_DIFFERENT = 5
const LEAST_OWN_CHARACTERS = 8

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2)
}

let decoy: Promise<string> | undefined

/** Takes as long for an account that does not exist, or that has no password, as for a wrong password. */
export async function isPasswordRight(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const isRight = await verify(passwordHash ?? (await decoy), password.normalize('NFC'))
  return isRight && passwordHash !== null
}

/** @throws problem `password-weak`, which says what is wrong with it. */
export function checkPassword(password: string, who: { email: string; name: string }): void {
  const lower = password.toLowerCase()
  const isWeak =
    [...password].length < LEAST_CHARACTERS ||
    new Set(lower).size < LEAST_DIFFERENT ||
    [...withoutOwn(lower, who)].length < LEAST_OWN_CHARACTERS
  if (isWeak) throw problem('password-weak', { least: LEAST_CHARACTERS }, { field: 'password' })
}

/** What is left of a password when the person's own name and address, which everybody knows, are taken out. */
function withoutOwn(password: string, { email, name }: { email: string; name: string }): string {
  const own = [email, ...email.split('@'), ...name.split(/\s+/)].map((word) => word.toLowerCase())
  return own
    .filter((word) => word.length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), password)
}
