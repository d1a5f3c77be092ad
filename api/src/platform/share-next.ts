/**
 * Lets callers share one question without ever getting an answer from before they asked: while a question is under
 * way, everyone who comes waits together for the one after it.
 */
export function shareNext<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | undefined
  let next: Promise<T> | undefined
  const start = (): Promise<T> => {
    next = undefined
    const answer = ask()
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
  return () => {
    if (!running) return start()
    next ??= running.then(start)
    return next
  }
}
