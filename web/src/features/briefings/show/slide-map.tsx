import type { BasemapDescription } from '@borne/api/contracts/basemap'
import type { MapState, PresentedMap } from '@borne/api/contracts/briefings'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { Attribution } from '../../../map/attribution.tsx'
import type { Camera } from '../../../map/camera-address.ts'
import { ScaleBar } from '../../../map/scale-bar.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { flyTo } from './fly-to.ts'
import { fitCamera, tourCamera } from './show-camera.ts'
import { showMessages } from './show-messages.ts'
import type { ShowSource } from './show-source.ts'
import { SlideLegend } from './slide-legend.tsx'
import styles from './slide-map.module.css'
import { SwipeHandle } from './swipe-handle.tsx'
import { useTextIn } from './texts.ts'
import { useMoveTogether } from './use-move-together.ts'
import { type ShowMapInput, useShowMap } from './use-show-map.ts'
import { useSize } from './use-size.ts'

export interface SlideMapProps {
  readonly shown: PresentedMap
  readonly source: Pick<ShowSource, 'ground'>
  /** Pixels of the screen in a pixel of the map: on a projector its names are read from afar. */
  readonly scale?: number
  /** Place in the replay; null: as the state says. */
  readonly month?: number | null
  /** Where the tour has come; null: the overview. */
  readonly spotId?: string | null
  /** The camera does not fly. */
  readonly isStill?: boolean
  readonly touch?: ShowMapInput['touch']
  readonly hasLegend?: boolean
  /** The first frame of this map or of another slide on it stands complete. */
  onReady?(): void
  onFailure(): void
}

/** The map of a slide. It stays the same map from slide to slide, and flies between their views. */
export function SlideMap(props: SlideMapProps) {
  const { ground } = props.source
  const [description, setDescription] = useState<BasemapDescription>()
  const { onFailure } = props
  useEffect(() => {
    let isGone = false
    ground.description().then(
      (known) => !isGone && setDescription(known),
      () => !isGone && onFailure(),
    )
    return () => {
      isGone = true
    }
  }, [ground, onFailure])
  return (
    <div className={styles.map} dir="ltr">
      {description && <DrawnMap {...props} description={description} />}
    </div>
  )
}

function DrawnMap(props: SlideMapProps & { description: BasemapDescription }) {
  const { shown, description, scale = 1, month = null, hasLegend = true } = props
  const m = useMessages(showMessages)
  const textIn = useTextIn()
  const whole = useRef<HTMLDivElement>(null)
  const size = useSize(whole, scale)
  const state = useMemo(() => stateAt(shown, month), [shown, month])
  const earlier = shown.states.length > 1 ? shown.states[0] : undefined
  const [limit, setLimit] = useState(50)
  const [map, setMap] = useState<MapLibreMap>()
  return (
    <div ref={whole} className={styles.whole}>
      {size && (
        <div className={styles.scaled} style={{ '--scale': scale, ...size } as CSSProperties}>
          <Face {...props} state={state} size={size} onMap={setMap} isFollowed />
          {earlier && map && (
            <div className={styles.earlier} style={{ clipPath: `inset(0 ${100 - limit}% 0 0)` }}>
              <Face {...props} state={earlier} size={size} leader={map} />
            </div>
          )}
        </div>
      )}
      {earlier && (
        <SwipeHandle
          label={m.swipeMap}
          value={limit}
          onChange={setLimit}
          sides={[textIn(earlier.label), textIn(state.label)]}
        />
      )}
      {size && (
        <div className={styles.over} style={{ '--scale': scale, ...size } as CSSProperties}>
          {hasLegend && <SlideLegend state={state} compared={earlier} />}
          {map && (
            <div className={styles.scale}>
              <ScaleBar map={map} when="moveend" />
            </div>
          )}
          <Attribution lines={description.attribution} />
        </div>
      )}
    </div>
  )
}

interface FaceProps extends SlideMapProps {
  description: BasemapDescription
  state: MapState
  size: { width: number; height: number }
  onMap?: (map: MapLibreMap | undefined) => void
  /** It goes where the slide says, and tells that it is ready. */
  isFollowed?: boolean
  /** It goes where that map goes. */
  leader?: MapLibreMap
}

function Face({ shown, state, size, scale = 1, spotId = null, touch = 'free', ...rest }: FaceProps) {
  const m = useMessages(showMessages)
  const { source, description, onMap, isFollowed = false, leader, isStill, onReady, onFailure } = rest
  const box = useRef<HTMLDivElement>(null)
  const overview = useMemo(
    () => fitCamera(shown.camera, size.width, size.height),
    [shown, size.width, size.height],
  )
  const map = useShowMap(box, {
    ground: source.ground,
    description,
    camera: leader ? cameraOf(leader) : overview,
    title: m.map,
    state,
    hide: shown.hide,
    spotId,
    pixelRatio: scale * devicePixelRatio,
    touch,
    onFailure,
  })
  useEffect(() => {
    onMap?.(map)
    return () => onMap?.(undefined)
  }, [map, onMap])
  useMoveTogether(leader, leader && map)
  const spot = state.posts.find(({ id }) => id === spotId)
  const camera = useMemo(
    () => (spot ? tourCamera(spot, overview, size.width) : overview),
    [spot, overview, size.width],
  )
  useFlight(isFollowed ? map : undefined, camera, isStill || (shown.move === 'jump' && !spot))
  useTellReady(isFollowed ? map : undefined, shown, onReady)
  return <div ref={box} className={styles.face} />
}

function useFlight(map: MapLibreMap | undefined, camera: Camera, isStill = false) {
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const key = JSON.stringify(camera)
  const isJump = useRef(true)
  useEffect(() => {
    isJump.current = isStill || isCalm
  })
  useEffect(() => {
    if (!map) return
    const to = JSON.parse(key) as typeof camera
    if (isThere(map, to)) return
    if (isJump.current) map.jumpTo(to)
    else flyTo(map, to)
  }, [map, key])
}

function isThere(map: MapLibreMap, { center: [lon, lat], zoom }: Camera): boolean {
  const { lng, lat: now } = map.getCenter()
  return Math.abs(lng - lon) < 1e-6 && Math.abs(now - lat) < 1e-6 && Math.abs(map.getZoom() - zoom) < 1e-3
}

function useTellReady(map: MapLibreMap | undefined, shown: PresentedMap, onReady?: () => void) {
  const tell = useRef(onReady)
  useEffect(() => {
    tell.current = onReady
  })
  useEffect(() => {
    if (!map || !shown) return
    const onIdle = () => {
      performance.mark('borne:slide')
      tell.current?.()
    }
    map.once('idle', onIdle)
    map.triggerRepaint()
    return () => {
      map.off('idle', onIdle)
    }
  }, [map, shown])
}

/** The later state, with its posts as they were in that month of the replay. */
function stateAt({ states, replay }: PresentedMap, month: number | null): MapState {
  const state = states.at(-1)!
  const then = month === null ? undefined : replay?.[month]
  if (!then) return state
  const posts = state.posts.map((post) => ({ ...post, ...then.posts.find(({ id }) => id === post.id) }))
  return { ...state, posts }
}

function cameraOf(map: MapLibreMap) {
  const { lng, lat } = map.getCenter()
  return { center: [lng, lat] as [number, number], zoom: map.getZoom() }
}
