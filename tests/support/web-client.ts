/** A browser's part in a redirect: keeps cookies by host and path-blind, and follows nothing by itself. */
export class WebClient {
  readonly #jars = new Map<string, Map<string, string>>()

  async get(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const { origin } = new URL(url)
    const jar = this.#jars.get(origin) ?? new Map<string, string>()
    this.#jars.set(origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, ...(cookie ? { cookie } : {}) },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }

  /** Follows redirects until an answer is none, ten at most. */
  async follow(url: string): Promise<Response> {
    let at = url
    for (let step = 0; step < 10; step++) {
      const answer = await this.get(at)
      const next = answer.headers.get('location')
      if (!next) return answer
      at = new URL(next, at).href
    }
    throw new Error(`too many redirects, last to ${at}`)
  }
}
