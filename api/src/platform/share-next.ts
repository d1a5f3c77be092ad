/**
 * Lets callers share one question without ever getting an answer from before they asked: while a question is under
 * way, everyone who comes waits together for the one after it, which is asked through the first of them.
 */
export function shareNext<T, Asker = void>(ask: (asker: Asker) => Promise<T>): (asker: Asker) => Promise<T> {
  let running: Promise<unknown> | undefined
  let next: Promise<T> | undefined
  const start = (asker: Asker): Promise<T> => {
    next = undefined
    const answer = ask(asker)
    const settled = answer.then(
      () => undefined,
      () => undefined,
    )
    running = settled
    void settled.then(() => {
      if (running === settled) running = undefined
    })
    return answer
  }
  return (asker) => {
    if (!running) return start(asker)
    next ??= running.then(() => start(asker))
    return next
  }
}
