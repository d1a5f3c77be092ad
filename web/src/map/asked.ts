import type { MapLayer } from './layers.ts'

export type Bbox = [west: number, south: number, east: number, north: number]
export type CameraTarget = { bbox: Bbox } | { center: [number, number]; zoom?: number }

export interface MapPick {
  onPick(at: [number, number]): void
  cursor?: string
}

export interface MapMarker {
  position: [number, number]
  onMove(at: [number, number]): void
  /** Said by a screen reader, and the tooltip of the marker. */
  label?: string
}

/**
 * What the pages ask of the map. It lives outside the canvas because the canvas arrives late (its code is
 * loaded after the first figures), may fail, and may be replaced: what was asked before is drawn when it comes.
 */
class AskedOfMap {
  readonly layers = new Map<symbol, { slot: string; layers: readonly MapLayer[] }>()
  readonly picks = new Map<symbol, MapPick>()
  readonly markers = new Map<symbol, MapMarker>()
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

  tell(): void {
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export const asked = new AskedOfMap()
