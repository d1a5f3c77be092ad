import type { NetworkVersion } from './road-network-queries.ts'

/** A network that is loaded or on its way. */
export interface KeptNetwork<Network> {
  readonly versionId: number
  readonly loading: Promise<Network>
  isLoaded: boolean
}

/** The version of today, that of another day, and the one that a new one replaces. */
const KEPT = 3

/** The last networks by their key, each loaded once however many ask for it. */
export class KeptNetworks<Network> {
  readonly #kept = new Map<string, KeptNetwork<Network>>()
  readonly #load: (key: string, version: NetworkVersion) => Promise<Network>

  constructor(load: (key: string, version: NetworkVersion) => Promise<Network>) {
    this.#load = load
  }

  /** Begins to load it where it is not there. */
  find(key: string, version: NetworkVersion): KeptNetwork<Network> {
    const found = this.#kept.get(key)
    if (found) {
      // The last asked for stands last.
      this.#kept.delete(key)
      this.#kept.set(key, found)
      return found
    }
    const kept = { versionId: version.id, loading: this.#load(key, version), isLoaded: false }
    this.#kept.set(key, kept)
    kept.loading.then(
      () => {
        kept.isLoaded = true
        if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!)
      },
      () => this.#forgetVersion(version.id),
    )
    return kept
  }

  /** The last of the same version that is loaded: what it was before something changed. */
  formerOf({ versionId }: KeptNetwork<Network>): KeptNetwork<Network> | undefined {
    return [...this.#kept.values()].findLast((kept) => kept.isLoaded && kept.versionId === versionId)
  }

  /** Resolves when nothing is on its way any more. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#kept.values()].map(({ loading }) => loading))
  }

  /** With the former ones: else they would answer for ever, and nobody would hear why. */
  #forgetVersion(versionId: number): void {
    for (const [key, kept] of this.#kept) if (kept.versionId === versionId) this.#kept.delete(key)
  }
}
