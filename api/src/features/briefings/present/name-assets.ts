/** A picture of a presentation: its own name, and the name of its content in the store. */
export interface Asset {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
}

export interface AssetNames {
  readonly nameOf: (sha256: string, mediaType: string) => string
  readonly all: () => readonly Asset[]
}

/** a1.webp, a2.svg…: the same content has one name. */
export function nameAssets(): AssetNames {
  const assets = new Map<string, Asset>()
  return {
    nameOf: (sha256, mediaType) => {
      const known = assets.get(sha256)
      if (known) return known.name
      const extension = EXTENSIONS[mediaType]
      if (!extension) throw new RangeError(`No picture of a presentation is ${mediaType}`)
      const name = `a${assets.size + 1}.${extension}`
      assets.set(sha256, { name, mediaType, sha256 })
      return name
    },
    all: () => [...assets.values()],
  }
}
