import { metresPerDegree } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'

interface DrawnPlace {
  x: number
  y: number
  line: number
  alongMetres: number
}

/** Remembers where lines were drawn, to tell whether a place has been drawn before. Cells of a grid, in metres. */
export class DrawnGround {
  readonly #withinMetres: number
  readonly #perLon: number
  readonly #perLat: number
  readonly #cells = new Map<string, DrawnPlace[]>()

  /** @param around A place of the region: the plane is good for some tens of kilometres. */
  constructor(around: Position, withinMetres: number) {
    this.#withinMetres = withinMetres
    ;[this.#perLon, this.#perLat] = metresPerDegree(around[1])
  }

  /** @param line Tells lines apart. @param alongMetres From the beginning of the line. */
  add(position: Position, line: number, alongMetres: number): void {
    const [x, y] = [position[0] * this.#perLon, position[1] * this.#perLat]
    const key = this.#key(x, y, 0, 0)
    const cell = this.#cells.get(key)
    const place = { x, y, line, alongMetres }
    if (cell) cell.push(place)
    else this.#cells.set(key, [place])
  }

  /**
   * Whether another line, or this one much earlier, was drawn within the distance.
   *
   * @param apartMetres Along the own line, nearer places do not count.
   */
  has(position: Position, line: number, alongMetres: number, apartMetres: number): boolean {
    const [x, y] = [position[0] * this.#perLon, position[1] * this.#perLat]
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const place of this.#cells.get(this.#key(x, y, dx, dy)) ?? []) {
          if (place.line === line && alongMetres - place.alongMetres < apartMetres) continue
          if (Math.hypot(place.x - x, place.y - y) <= this.#withinMetres) return true
        }
      }
    }
    return false
  }

  #key(x: number, y: number, dx: number, dy: number): string {
    return `${Math.floor(x / this.#withinMetres) + dx} ${Math.floor(y / this.#withinMetres) + dy}`
  }
}
