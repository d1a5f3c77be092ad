import { type Pin, PinStage } from './pin-stage.tsx'
import { usePhotoAddress } from './use-photo-address.ts'

interface VisitPinProps {
  photoId: string
  pin: Pin | null
  onPin(pin: Pin): void
}

/** The photo of a réserve, as the device keeps it until it is sent. */
export function VisitPin({ photoId, pin, onPin }: VisitPinProps) {
  return <PinStage address={usePhotoAddress(photoId)} pin={pin} onPin={onPin} />
}
