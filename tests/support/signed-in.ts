import type { buildApp } from '../../api/src/app.ts'

type App = Awaited<ReturnType<typeof buildApp>>

/** What a test says of a request. */
export interface Asked {
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Record<string, string>
  readonly payload?: object | string
  readonly remoteAddress?: string
}

/** The same server, asked from a page of its own with this cookie. What a request says itself comes first. */
export function signedIn(app: App, cookie: string): App {
  const inject = (options: Asked | string) => {
    const asked = typeof options === 'string' ? { url: options } : options
    return app.inject({ ...asked, headers: { cookie, 'sec-fetch-site': 'same-origin', ...asked.headers } })
  }
  return Object.assign(Object.create(app) as App, { inject })
}
