/** Node to which an item of compressed rows belongs: the last whose row begins at the item or before. */
export function tailOf(start: Int32Array, item: number): number {
  let from = 0
  let to = start.length - 1
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if (start[middle]! <= item) from = middle
    else to = middle
  }
  return from
}
