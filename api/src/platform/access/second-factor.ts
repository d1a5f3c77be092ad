import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Db } from '../db.ts'
import { sql } from '../sql.ts'
import { sha256 } from './tokens.ts'

const PERIOD_SECONDS = 30
/** Codes of one step before and one after are taken: clocks of phones differ. */
const WINDOW = 1
const RECOVERY_CODES = 10

export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, 30 seconds. */
function totpOf(secret: string, email: string): TOTP {
  return new TOTP({
    issuer: 'Borne',
    label: email,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
  })
}

export function enrolmentUri(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/** The time step whose code this is, or undefined. */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOf(secret, '').validate({ token, window: WINDOW, timestamp: now })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}

/**
 * Takes a code of the authenticator, or a recovery code, once: a code that served already is refused.
 *
 * @returns which of the two it was, or undefined when it is neither.
 */
export async function takeCode(
  db: Db,
  account: { id: string; totpSecret: string },
  code: string,
): Promise<'authenticator' | 'recovery' | undefined> {
  const step = stepOfCode(account.totpSecret, code)
  if (step !== undefined) {
    const taken = await db.run(sql`
      update account set totp_last_step = ${step} where id = ${account.id} and totp_last_step < ${step}`)
    return taken === 1 ? 'authenticator' : undefined
  }
  const used = await db.run(sql`
    update recovery_code
       set used_at = now()
     where account_id = ${account.id} and code_sha256 = ${sha256(plainCode(code))} and used_at is null`)
  return used === 1 ? 'recovery' : undefined
}

/** Puts new recovery codes in the place of all earlier ones, and returns them: only their digests are kept. */
export async function replaceRecoveryCodes(db: Db, accountId: string): Promise<string[]> {
  const codes = Array.from(
    { length: RECOVERY_CODES },
    () => new Secret({ buffer: toBuffer(randomBytes(10)) }).base32,
  )
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`)
  await db.run(sql`
    insert into recovery_code (account_id, code_sha256)
    select ${accountId}::uuid, digest from unnest(${codes.map(sha256)}::text[]) as digest`)
  return codes.map((code) => code.match(/.{4}/g)?.join('-') ?? code)
}

function plainCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}

function toBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
