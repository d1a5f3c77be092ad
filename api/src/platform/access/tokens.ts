import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in an address and in a cookie. The database keeps its digest only. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
