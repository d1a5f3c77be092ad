/**
 * Lets one task run at a time. Decoding the largest photo takes about 500 MB: side by side, a few uploads would take
 * the memory of the machine.
 */
export function takeTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
