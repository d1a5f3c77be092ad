import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { problem } from '../problems.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a name under which this server is not known, so that a foreign page cannot have its own name lead here
 * (DNS rebinding). Addresses in figures cannot be led astray.
 *
 * @throws problem `host-refused`.
 */
export function checkHost({ hostname }: FastifyRequest, config: Config): void {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const isKnown =
    isIP(name) > 0 ||
    name === 'localhost' ||
    name === config.host.toLowerCase() ||
    name === publicHost(config)
  if (!isKnown) throw problem('host-refused', { host: name })
}

/**
 * Refuses a request that changes something and was not made by a page of this origin. Browsers say it in
 * Sec-Fetch-Site, older ones in Origin; a request that says neither comes from no page and must carry no cookie.
 *
 * @throws problem `cross-site-refused`.
 */
export function checkSameOrigin(request: FastifyRequest, config: Config): void {
  if (SAFE.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isOwn = origin !== undefined ? isOwnOrigin(origin, request, config) : site === 'same-origin'
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const saysNothing = origin === undefined && site === undefined
  if (!isForeignSite && (isOwn || (saysNothing && !request.headers.cookie))) return
  throw problem('cross-site-refused')
}

function isOwnOrigin(origin: string, request: FastifyRequest, { publicUrl }: Config): boolean {
  return origin === publicUrl || origin === `${request.protocol}://${request.host}`
}

function publicHost({ publicUrl }: Config): string | undefined {
  return publicUrl && new URL(publicUrl).hostname
}

/** Whether only this machine can reach the server. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name)
}
