import type { BasemapDescription } from '@borne/api/contracts/basemap'
import type { PMTiles } from 'pmtiles'
import { answerTo } from '../../../platform/api.ts'

/** Where the tiles of the basemap are asked for. */
export interface GroundAddress {
  /** Of the description; tiles and the whole file are under it. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** The ground of a presentation: tile by tile at first, then from the whole file, which needs no network. */
export class Ground {
  readonly #address: GroundAddress
  #description: Promise<BasemapDescription> | undefined
  #whole: PMTiles | undefined

  constructor(address: GroundAddress) {
    this.#address = address
  }

  description(): Promise<BasemapDescription> {
    this.#description ??= this.#ask('').then((answer) => answer.json())
    this.#description.catch(() => {
      this.#description = undefined
    })
    return this.#description
  }

  /** Empty where there is none. */
  async tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer> {
    const { version } = await this.description()
    if (this.#whole) return (await this.#whole.getZxy(z, x, y))?.data ?? new ArrayBuffer(0)
    const answer = await this.#ask(`/${z}/${x}/${y}.mvt?v=${version}`, signal)
    return answer.arrayBuffer()
  }

  /** Fetches the whole file; from then on nothing is asked for. */
  async keepWhole(): Promise<void> {
    if (this.#whole) return
    const [{ FileSource, PMTiles }, answer] = await Promise.all([
      import('pmtiles'),
      this.#ask('/guidimakha.pmtiles'),
    ])
    const whole = new PMTiles(new FileSource(new File([await answer.blob()], 'ground.pmtiles')))
    await whole.getHeader()
    this.#whole = whole
  }

  #ask(rest: string, signal?: AbortSignal): Promise<Response> {
    const { path, headers } = this.#address
    return answerTo(`${path}${rest}`, { headers, ...(signal ? { signal } : {}) })
  }
}
