/**
 * Answers many single questions by few common ones: what is asked while a common question is under way waits for
 * the next, so no answer is older than its question.
 *
 * @param ask Answers by key; a key that is missing from the answer has none.
 */
export function gather<Answer>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | undefined> {
  let next: { keys: Set<string>; answer: Promise<ReadonlyMap<string, Answer>> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  return async (key) => {
    if (!next) {
      const keys = new Set<string>()
      const answer = last.then(() => {
        next = undefined
        return ask([...keys])
      })
      last = answer.catch(() => undefined)
      next = { keys, answer }
    }
    next.keys.add(key)
    return (await next.answer).get(key)
  }
}
