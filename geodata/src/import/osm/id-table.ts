/** Numbers that arrive one by one, 8 bytes each: ids of OSM are larger than 2³². */
export class GrowingNumbers {
  #values = new Float64Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  /** A view that the next `push` may leave behind. */
  values(): Float64Array {
    return this.#values.subarray(0, this.length)
  }
}

/** The ids in rising order, each once. The given array is sorted. */
export function sortUnique(ids: Float64Array): Float64Array {
  ids.sort()
  let count = 0
  for (const id of ids) if (count === 0 || ids[count - 1] !== id) ids[count++] = id
  return ids.slice(0, count)
}

/** Place of an id in a table of rising ids; −1 = not there. */
export function findId(table: Float64Array, id: number): number {
  let low = 0
  let high = table.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = table[middle]!
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Finds ids that mostly come in rising order, as files have them, without searching for each. */
export class IdCursor {
  readonly #table: Float64Array
  #next = 0

  constructor(table: Float64Array) {
    this.#table = table
  }

  find(id: number): number {
    const table = this.#table
    if (this.#next > 0 && table[this.#next - 1]! >= id) return findId(table, id)
    while (this.#next < table.length && table[this.#next]! < id) this.#next++
    return table[this.#next] === id ? this.#next : -1
  }
}
