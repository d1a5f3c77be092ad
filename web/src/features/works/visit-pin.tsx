import { IconMapPinFilled } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { usePhotoAddress } from './use-photo-address.ts'
import styles from './visit.module.css'
import { visitMessages } from './visit-messages.ts'

interface VisitPinProps {
  photoId: string
  pin: { readonly x: number; readonly y: number } | null
  onPin(pin: { x: number; y: number }): void
}

/** The photo of a réserve; a touch puts the pin on the defect. By keyboard the pin goes to the middle, which says «all of it». */
export function VisitPin({ photoId, pin, onPin }: VisitPinProps) {
  const m = useMessages(visitMessages)
  const address = usePhotoAddress(photoId)
  function put(event: MouseEvent<HTMLButtonElement>) {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    // A key has no place.
    if (event.detail === 0) onPin({ x: 0.5, y: 0.5 })
    else onPin({ x: round((event.clientX - left) / width), y: round((event.clientY - top) / height) })
  }
  return (
    <div>
      <p className={styles.muted}>{m.pinHint}</p>
      <button
        type="button"
        className={styles.pinStage}
        onClick={put}
        aria-label={m.pinHint}
        title={m.pinAlone}
      >
        {address && <img src={address} alt="" />}
        {pin && (
          <IconMapPinFilled
            aria-hidden="true"
            className={styles.pin}
            style={{ insetInlineStart: `${pin.x * 100}%`, insetBlockStart: `${pin.y * 100}%` }}
          />
        )}
      </button>
    </div>
  )
}

function round(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1000) / 1000))
}
