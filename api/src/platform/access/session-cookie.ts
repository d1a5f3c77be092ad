import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { LONGEST_HOURS } from './sessions.ts'

/** Over https the name has the prefix that keeps other hosts of the domain from setting it. */
function cookieName(config: Config): string {
  return isSecure(config) ? '__Host-borne' : 'borne'
}

function isSecure({ publicUrl }: Config): boolean {
  return publicUrl?.startsWith('https://') ?? false
}

export function readSessionCookie(request: FastifyRequest, config: Config): string | undefined {
  return request.cookies[cookieName(config)]
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(cookieName(config), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(config),
    path: '/',
    maxAge: LONGEST_HOURS * 3600,
  })
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(config),
    path: '/',
  })
}
