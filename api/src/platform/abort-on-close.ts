import type { FastifyReply } from 'fastify'

/** Fires when whoever asked no longer waits for the answer. */
export function abortOnClose({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  return gone.signal
}
