import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { asked, type MapMarker } from './asked.ts'
import styles from './map-marker.module.css'

const KEY_STEP_PIXELS = 4
const KEY_LEAP_PIXELS = 40

interface Shown {
  readonly marker: Marker
  wanted: MapMarker
  /** While it is, the hand alone moves it. */
  isUnderHand: boolean
}

/** Keeps one draggable marker for each that is asked for. */
export class Markers {
  readonly #map: MapLibreMap
  readonly #shown = new Map<symbol, Shown>()

  constructor(map: MapLibreMap) {
    this.#map = map
  }

  sync(): void {
    for (const [owner, { marker }] of this.#shown) {
      if (asked.markers.has(owner)) continue
      marker.remove()
      this.#shown.delete(owner)
    }
    for (const [owner, wanted] of asked.markers) {
      const shown = this.#shown.get(owner) ?? this.#add(owner, wanted)
      shown.wanted = wanted
      if (!shown.isUnderHand) shown.marker.setLngLat(wanted.position)
      name(shown.marker.getElement(), wanted)
    }
  }

  #add(owner: symbol, wanted: MapMarker): Shown {
    const marker = new Marker({ draggable: true, ...lookOf(wanted) })
      .setLngLat(wanted.position)
      .addTo(this.#map)
    const shown: Shown = { marker, wanted, isUnderHand: false }
    this.#shown.set(owner, shown)
    const at = (): [number, number] => {
      const { lng, lat } = marker.getLngLat().wrap()
      return [lng, lat]
    }
    marker.on('dragstart', () => {
      shown.isUnderHand = true
    })
    marker.on('drag', () => shown.wanted.onDrag?.(at()))
    marker.on('dragend', () => {
      shown.isUnderHand = false
      shown.wanted.onMove(at())
    })
    const element = marker.getElement()
    element.tabIndex = 0
    if (wanted.removal) element.append(removalSign(shown))
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Delete' && shown.wanted.removal) {
        shown.wanted.removal.run()
        return
      }
      const step = stepOf(event)
      if (!step) return
      event.preventDefault()
      event.stopPropagation()
      const { x, y } = this.#map.project(marker.getLngLat())
      marker.setLngLat(this.#map.unproject([x + step[0], y + step[1]]))
      shown.wanted.onMove(at())
    })
    return shown
  }
}

function lookOf({ sign }: MapMarker): { element: HTMLElement } | { color: string } {
  if (sign === undefined)
    return { color: getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() }
  const element = document.createElement('div')
  element.className = styles.sign!
  element.role = 'button'
  return { element }
}

/** For mouse and finger: a press on it moves neither the marker nor the map. By keyboard there is the Delete key. */
function removalSign(shown: Shown): HTMLElement {
  const cross = document.createElement('span')
  cross.className = styles.removal!
  cross.textContent = '×'
  cross.ariaHidden = 'true'
  cross.title = shown.wanted.removal!.label
  for (const kind of ['mousedown', 'touchstart']) {
    cross.addEventListener(kind, (event) => event.stopPropagation(), { passive: true })
  }
  cross.addEventListener('click', (event) => {
    event.stopPropagation()
    shown.wanted.removal?.run()
  })
  return cross
}

function name(element: HTMLElement, { label, sign, isAlarm }: MapMarker): void {
  if (sign !== undefined) {
    element.dataset.sign = sign
    element.toggleAttribute('data-alarm', isAlarm === true)
  }
  if (!label) return
  element.ariaLabel = label
  element.title = label
}

function stepOf({ key, shiftKey }: KeyboardEvent): [number, number] | undefined {
  const length = shiftKey ? KEY_LEAP_PIXELS : KEY_STEP_PIXELS
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-length, 0],
    ArrowRight: [length, 0],
    ArrowUp: [0, -length],
    ArrowDown: [0, length],
  }
  return steps[key]
}
