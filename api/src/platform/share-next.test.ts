import { expect, test } from 'vitest'
import { shareNext } from './share-next.ts'

/** A question that is answered by hand, with its number. */
function byHand() {
  const answers: (() => void)[] = []
  let asked = 0
  const ask = () => {
    const number = ++asked
    return new Promise<number>((resolve, reject) => {
      answers.push(() => (number === 3 ? reject(new Error('third')) : resolve(number)))
    })
  }
  return { ask, answer: () => answers.shift()?.(), asked: () => asked }
}

test('those who come while a question is under way share the one after it', async () => {
  const hand = byHand()
  const share = shareNext(hand.ask)
  const first = share()
  const later = [share(), share(), share()]
  hand.answer()
  expect(await first).toBe(1)
  await Promise.resolve()
  expect(hand.asked()).toBe(2)
  const latest = share()
  hand.answer()
  expect(await Promise.all(later)).toEqual([2, 2, 2])
  await Promise.resolve()
  expect(hand.asked()).toBe(3)
  hand.answer()
  await expect(latest).rejects.toThrow('third')
  const afterFailure = share()
  hand.answer()
  expect(await afterFailure).toBe(4)
})
