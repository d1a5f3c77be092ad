import type { WorksPhoto } from '@borne/api/contracts/works'
import type { PunchItem } from '@borne/geodata/works/state'
import { PinStage } from './pin-stage.tsx'

interface PunchPinsProps {
  photos: readonly WorksPhoto[]
  /** In the order in which they were chosen. */
  chosen: readonly string[]
  pin: PunchItem['pin']
  onPin(pin: NonNullable<PunchItem['pin']>): void
}

/** The chosen photos, on one of which the pin stands. */
export function PunchPins({ photos, chosen, pin, onPin }: PunchPinsProps) {
  const shown = chosen.flatMap((id) => photos.find((photo) => photo.id === id) ?? [])
  return shown.map(({ id, urls }) => (
    <PinStage
      key={id}
      address={urls.large}
      pin={pin?.photoId === id ? pin : null}
      onPin={(place) => onPin({ photoId: id, ...place })}
    />
  ))
}
