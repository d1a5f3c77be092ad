import { type Dispatch, type SetStateAction, useEffect } from 'react'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'

/** Which plans are on the map in the place of the present one. */
export interface MapView {
  /** Who asked for it. */
  readonly by: 'saved' | 'plan-b'
  readonly first: TimedPlan | 'present'
  /** On a second map beside the first one; null: there is one map. */
  readonly second: TimedPlan | 'present' | null
  readonly names: readonly [first: string, second: string]
}

export type SetMapView = Dispatch<SetStateAction<MapView | null>>

/** What was asked for goes with whoever asked. */
export function useOwnView(by: MapView['by'], onView: SetMapView): void {
  useEffect(() => () => onView((view) => (view?.by === by ? null : view)), [by, onView])
}
