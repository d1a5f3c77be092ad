import { useEffect, useState } from 'react'
import type { Pictures } from './pictures.ts'

/** The address of a picture once it is there. */
export function usePicture(
  pictures: Pictures,
  asset: string,
): { url: string | undefined; hasFailed: boolean } {
  const [shown, setShown] = useState<{ asset: string; url?: string }>({ asset: '' })
  useEffect(() => {
    let isGone = false
    pictures.urlOf(asset).then(
      (url) => !isGone && setShown({ asset, url }),
      () => !isGone && setShown({ asset }),
    )
    return () => {
      isGone = true
    }
  }, [pictures, asset])
  const isOfAsset = shown.asset === asset
  return { url: isOfAsset ? shown.url : undefined, hasFailed: isOfAsset && shown.url === undefined }
}
