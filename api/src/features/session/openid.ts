import * as openid from 'openid-client'
import {
  type AccountSecrets,
  findAccountByEmail,
  findAccountByIdentity,
} from '../../platform/access/accounts.ts'
import { isLoopback } from '../../platform/access/same-origin.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

type OpenIdConfig = NonNullable<Config['openid']>

/** What must come back with the answer of the provider; kept in a cookie of the browser that asked. */
export interface OpenIdRequest {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string
}

export interface OpenIdProvider {
  /** Where to send the browser. */
  begin(redirectUri: string, next: string): Promise<{ url: string; request: OpenIdRequest }>
  /** Who the provider says it is. Throws when anything does not fit. */
  complete(
    callbackUrl: URL,
    request: OpenIdRequest,
  ): Promise<{ issuer: string; subject: string; email: string | undefined }>
}

/** Authorization code flow with PKCE, state and nonce. The provider is asked about itself at first use. */
export function openIdProvider(config: OpenIdConfig): OpenIdProvider {
  let discovered: Promise<openid.Configuration> | undefined
  const discover = (): Promise<openid.Configuration> => {
    const issuer = new URL(config.issuer)
    // Without TLS only on this machine, where a test provider runs.
    const execute =
      issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [openid.allowInsecureRequests] : []
    discovered ??= openid
      .discovery(issuer, config.clientId, config.clientSecret, undefined, { execute })
      .catch((error) => {
        discovered = undefined
        throw error
      })
    return discovered
  }
  return {
    async begin(redirectUri, next) {
      const provider = await discover()
      const verifier = openid.randomPKCECodeVerifier()
      const request = { state: openid.randomState(), nonce: openid.randomNonce(), verifier, next }
      const url = openid.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: request.state,
        nonce: request.nonce,
      })
      return { url: url.href, request }
    },
    async complete(callbackUrl, { state, nonce, verifier }) {
      const tokens = await openid.authorizationCodeGrant(await discover(), callbackUrl, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider sent no identity.')
      const isVerified = claims.email_verified === true && typeof claims.email === 'string'
      const email = isVerified ? String(claims.email).toLowerCase() : undefined
      return { issuer: claims.iss, subject: claims.sub, email }
    },
  }
}

/**
 * The account of an identity: the one that it was tied to, else the one whose e-mail the provider has verified,
 * which is tied to it from then on. Nobody gets an account by signing in.
 */
export async function findAccountOf(
  db: Db,
  { issuer, subject, email }: { issuer: string; subject: string; email: string | undefined },
): Promise<AccountSecrets | undefined> {
  const known = await findAccountByIdentity(db, issuer, subject)
  if (known || !email) return known
  const account = await findAccountByEmail(db, email)
  if (!account || account.isDemonstration) return undefined
  await db.run(sql`
    insert into account_identity (issuer, subject, account_id) values (${issuer}, ${subject}, ${account.id})
    on conflict do nothing`)
  return account
}
