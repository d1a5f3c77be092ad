import type { buildApp } from '../../api/src/app.ts'

type App = Awaited<ReturnType<typeof buildApp>>
type InjectOptions = Exclude<Parameters<App['inject']>[0], string | undefined>

/** The same server, asked from a page of its own with this cookie. What a request says itself comes first. */
export function signedIn(app: App, cookie: string): App {
  const inject = (options: InjectOptions | string) => {
    const asked = typeof options === 'string' ? { url: options } : options
    return app.inject({ ...asked, headers: { cookie, 'sec-fetch-site': 'same-origin', ...asked.headers } })
  }
  return Object.assign(Object.create(app) as App, { inject })
}
