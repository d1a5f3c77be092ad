import { answerTo } from '../../../platform/api.ts'

/** The pictures of a showing. They are asked for with its key, which an `img` cannot send: they are kept as blobs. */
export class Pictures {
  readonly #headers: Readonly<Record<string, string>>
  readonly #urls = new Map<string, Promise<string>>()

  constructor(headers: Readonly<Record<string, string>>) {
    this.#headers = headers
  }

  urlOf(asset: string): Promise<string> {
    const known = this.#urls.get(asset)
    if (known) return known
    const asked = this.#ask(asset)
    this.#urls.set(asset, asked)
    asked.catch(() => this.#urls.delete(asset))
    return asked
  }

  /** Gives the memory back: the addresses lead nowhere from then on. */
  close(): void {
    for (const url of this.#urls.values()) url.then(URL.revokeObjectURL, () => {})
    this.#urls.clear()
  }

  async #ask(asset: string): Promise<string> {
    const answer = await answerTo(`/api/shared/assets/${asset}`, { headers: this.#headers })
    return URL.createObjectURL(await answer.blob())
  }
}
