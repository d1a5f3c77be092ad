import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveQuestions, WorkerClient } from './worker-protocol.ts'

type Sums = {
  square: [number, number]
  length: [ArrayBuffer, number]
  broken: [null, never]
}

let channel: MessageChannel
let client: WorkerClient<Sums>
let seen: number[]

beforeEach(() => {
  channel = new MessageChannel()
  seen = []
  client = new WorkerClient<Sums>(channel.port1)
  channel.port1.start()
  channel.port2.start()
})
afterEach(() => channel.port1.close())

function serve() {
  serveQuestions<Sums>(channel.port2, {
    square: (n) => {
      seen.push(n)
      return n * n
    },
    length: (buffer) => buffer.byteLength,
    broken: () => {
      throw new RangeError('no road')
    },
  })
}

test('each question gets its own answer', async () => {
  serve()
  const [nine, ten] = await Promise.all([client.ask('square', 3), client.ask('length', new ArrayBuffer(10))])
  expect([nine, ten]).toEqual([9, 10])
})

test('of the questions of one kind that wait only the last is asked', async () => {
  serve()
  const asked = [1, 2, 3, 4].map((n) => client.ask('square', n).catch((error: Error) => error.name))
  expect(await Promise.all(asked)).toEqual([1, 'AbortError', 'AbortError', 16])
  expect(seen).toEqual([1, 4])
})

test('a question that is given up is not asked, and the next one is', async () => {
  serve()
  const stop = new AbortController()
  const first = client.ask('square', 2)
  const second = client.ask('square', 3, { signal: stop.signal })
  stop.abort()
  await expect(second).rejects.toThrow('another question')
  expect(await first).toBe(4)
  expect(await client.ask('square', 5)).toBe(25)
  expect(seen).toEqual([2, 5])
})

test('the answer of a question given up while it is computed is nobody’s', async () => {
  serve()
  const stop = new AbortController()
  const first = client.ask('square', 2, { signal: stop.signal })
  const second = client.ask('square', 3)
  stop.abort()
  await expect(first).rejects.toMatchObject({ name: 'AbortError' })
  expect(await second).toBe(9)
})

test('a failure is told in its own words and does not stop the next question', async () => {
  serve()
  await expect(client.ask('broken', null)).rejects.toThrow('RangeError: no road')
  expect(await client.ask('square', 6)).toBe(36)
})

test('buffers are transferred, not copied', async () => {
  serve()
  const buffer = new ArrayBuffer(8)
  expect(await client.ask('length', buffer, { transfer: [buffer] })).toBe(8)
  expect(buffer.byteLength).toBe(0)
})

test('a worker that ends leaves nobody waiting', async () => {
  const asked = [client.ask('square', 1), client.ask('length', new ArrayBuffer(1))]
  client.end('the worker died')
  for (const one of asked) await expect(one).rejects.toThrow('the worker died')
  await expect(client.ask('square', 2)).rejects.toThrow('the worker died')
})
