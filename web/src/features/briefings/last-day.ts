import type { ShareLink } from '@borne/api/contracts/briefings'

/** A link ends as its last day does; Mauritania's clock is that of Greenwich. */
export function lastDayOf({ expiresAt }: Pick<ShareLink, 'expiresAt'>): string {
  return new Date(Date.parse(expiresAt) - 1).toISOString().slice(0, 10)
}
