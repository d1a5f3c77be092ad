import { expect, test } from 'vitest'
import { gather } from './gather.ts'

test('asks once for what is asked meanwhile, and never answers from before', async () => {
  const asked: string[][] = []
  let state = 1
  const find = gather(async (keys) => {
    asked.push([...keys])
    const seen = state
    await new Promise((resolve) => setTimeout(resolve, 5))
    return new Map(keys.map((key) => [key, `${key}${seen}`]))
  })
  const first = find('a')
  await Promise.resolve()
  await Promise.resolve()
  state = 2
  const later = [find('b'), find('c'), find('b')]
  expect(await first).toBe('a1')
  expect(await Promise.all(later)).toEqual(['b2', 'c2', 'b2'])
  expect(asked).toEqual([['a'], ['b', 'c']])
})

test('a question that fails fails for those who asked it, and for nobody after', async () => {
  let isBroken = true
  const find = gather(async (keys) => {
    if (isBroken) throw new Error('broken')
    return new Map(keys.map((key) => [key, key]))
  })
  await expect(find('a')).rejects.toThrow('broken')
  isBroken = false
  expect(await find('a')).toBe('a')
})
