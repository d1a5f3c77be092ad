/**
 * Lets one task run at a time. A decoded photo takes up to 256 MB: side by side, a few uploads would take the
 * memory of the machine.
 */
export function takeTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
