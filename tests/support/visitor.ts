import type { Role } from '../../api/src/contract-kit/access.ts'

/** The headers of a page of the app itself. */
function ownPage(url: string): Record<string, string> {
  return { origin: url, 'content-type': 'application/json' }
}

/** Asks a running server as a page of its own would; the answer's cookie comes with it. */
export async function ask(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  cookie?: string,
): Promise<{ status: number; body: unknown; cookie: string }> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...ownPage(url), ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const [set = ''] = answer.headers.getSetCookie()
  return { status: answer.status, body: text ? JSON.parse(text) : undefined, cookie: set.split(';')[0] ?? '' }
}

/** The cookie of one who entered the demonstration by a click. */
export async function enterDemonstration(url: string, role: Role): Promise<string> {
  const { status, cookie } = await ask(url, 'POST', '/api/session/demonstration', { role })
  if (status !== 200) throw new Error(`the demonstration answered ${status}`)
  return cookie
}
