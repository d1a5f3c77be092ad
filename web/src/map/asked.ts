import type { MapLayer } from './layers.ts'

export type Bbox = [west: number, south: number, east: number, north: number]
export type CameraTarget = { bbox: Bbox } | { center: [number, number]; zoom?: number }

/** A road of the basemap as it is drawn; cut where its tiles end. */
export interface DrawnRoad {
  /** OSM class. */
  readonly highway: string
  readonly line: readonly [number, number][]
}

/** What the map draws round a place. */
export interface Surroundings {
  readonly zoom: number
  readonly metresPerPixel: number
  /** Roads that pass within so many pixels. */
  roadsWithin(pixels: number): DrawnRoad[]
}

export interface MapPick {
  onPick(at: [number, number], around: Surroundings): void
  /** Where the pointer is; null when it has left the map. */
  onMove?(at: [number, number] | null, around: Surroundings | null): void
  /** A double click, or Enter; then Space asks for the point at the centre of the map. */
  onFinish?(): void
  cursor?: string
}

export interface MapMarker {
  position: [number, number]
  /** It was moved there. */
  onMove(at: [number, number]): void
  /** It is still under the hand, there. */
  onDrag?(at: [number, number]): void
  /** Drawn as a disc with this letter instead of a pin. */
  sign?: string | undefined
  /** The sign stands for something that is wrong. */
  isAlarm?: boolean | undefined
  /** Said by a screen reader, and the tooltip of the marker. */
  label?: string
  /** What takes it away: a small cross on its disc, and the Delete key. */
  removal?: { readonly label: string; run(): void } | undefined
}

/** A field of hexagons over the ground, each with its colour. */
export interface MapSurface {
  id: string
  /** From the middle of a hexagon to its corners. */
  radiusMetres: number
  cells: readonly { readonly at: readonly [number, number]; readonly colour: string }[]
  /** 0–1. */
  opacity: number
}

/** A second map beside the first one, with the same camera: another state of some of its layers. */
export interface MapTwin {
  /** Of the first map and of the second. */
  readonly titles: readonly [string, string]
  /** In the place of the layers of the same ids. */
  readonly layers: readonly MapLayer[]
  /** To be seen in both, as they open. */
  readonly bbox: Bbox
}

/**
 * What the pages ask of the map. It lives outside the canvas because the canvas arrives late (its code is
 * loaded after the first figures), may fail, and may be replaced: what was asked before is drawn when it comes.
 */
class AskedOfMap {
  readonly layers = new Map<symbol, { slot: string; layers: readonly MapLayer[] }>()
  readonly picks = new Map<symbol, MapPick>()
  readonly markers = new Map<symbol, MapMarker>()
  readonly surfaces = new Map<symbol, MapSurface>()
  #twin: MapTwin | null = null
  #target: CameraTarget | undefined
  readonly #listeners = new Set<() => void>()

  put<T>(shelf: Map<symbol, T>, owner: symbol, thing: T | null): void {
    if (thing === null) shelf.delete(owner)
    else shelf.set(owner, thing)
    this.tell()
  }

  show(target: CameraTarget): void {
    this.#target = target
    this.tell()
  }

  takeTarget(): CameraTarget | undefined {
    const target = this.#target
    this.#target = undefined
    return target
  }

  get twin(): MapTwin | null {
    return this.#twin
  }

  set twin(twin: MapTwin | null) {
    this.#twin = twin
    this.tell()
  }

  tell(): void {
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export const asked = new AskedOfMap()
