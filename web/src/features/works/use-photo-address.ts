import { useEffect, useState } from 'react'
import { readPhoto } from './kept-store.ts'

/** An address under which a photo that the device keeps can be drawn; undefined until it is read. */
export function usePhotoAddress(photoId: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let isGone = false
    readPhoto(photoId).then(
      (file) => {
        if (!file || isGone) return
        made = URL.createObjectURL(file)
        setAddress(made)
      },
      () => undefined,
    )
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [photoId])
  return address
}
