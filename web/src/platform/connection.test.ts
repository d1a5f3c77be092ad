import { afterEach, expect, test, vi } from 'vitest'
import { currentConnection, noteAnswer, noteSilence } from './connection.ts'

afterEach(() => {
  noteAnswer()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a request without an answer is the loss of the connection, and its time is kept', () => {
  vi.useFakeTimers({ now: 1_000 })
  noteSilence()
  vi.setSystemTime(5_000)
  noteSilence()
  expect(currentConnection()).toEqual({ isOnline: false, lostAt: 1_000 })
})

test('the server is asked again every ten seconds until it answers, then no more', async () => {
  vi.useFakeTimers()
  const fetch = vi.fn().mockRejectedValueOnce(new TypeError('down')).mockResolvedValue(new Response())
  vi.stubGlobal('fetch', fetch)
  noteSilence()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(currentConnection().isOnline).toBe(false)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(currentConnection()).toEqual({ isOnline: true, lostAt: null })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetch).toHaveBeenCalledTimes(2)
})
