import type { SlideView } from '@borne/api/contracts/briefings'
import { useSearch } from '@tanstack/react-router'
import { currentCamera } from '../../map/view.ts'
import { thisDay } from '../../ui/days.ts'
import { viewOfAddress } from './view-of-address.ts'

/** Gives a view as the map beside the editor stands: a new one, or the same one from another place. */
export function useMapView(): (view: SlideView | null) => SlideView {
  const { at, hide } = useSearch({ strict: false })
  return (view) => {
    const { view: now } = viewOfAddress({
      pathname: '/briefings',
      href: '/posts',
      camera: currentCamera(at),
      hide: hide?.split(',') ?? [],
      today: thisDay(),
    })
    return view ? { ...view, camera: now!.camera, hide: now!.hide } : { ...now!, href: null }
  }
}
