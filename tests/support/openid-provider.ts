import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface OpenIdTestProvider {
  readonly issuer: string
  /** Who the next sign-in is. */
  becomes(person: { subject: string; email: string; isVerified: boolean }): void
  stop(): Promise<void>
}

export const OPENID_CLIENT = { id: 'borne', secret: 'a secret of the test alone' }

/** A real provider of OpenID Connect on loopback, which agrees to every sign-in without asking. */
export async function startOpenIdProvider(redirectUri: () => string): Promise<OpenIdTestProvider> {
  let person = { subject: 'nobody', email: '', isVerified: false }
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OPENID_CLIENT.id,
        client_secret: OPENID_CLIENT.secret,
        redirect_uris: [redirectUri()],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: async (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, email: person.email, email_verified: person.isVerified }),
    }),
    cookies: { keys: ['a key of the test alone'] },
  })
  const callback = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    void agree(provider, request, response, person.subject)
  }
  return {
    issuer,
    becomes: (next) => {
      person = next
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function agree(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  accountId: string,
): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId } })
  const grant = new provider.Grant({ accountId, clientId: String(params.client_id) })
  grant.addOIDCScope('openid email')
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}
