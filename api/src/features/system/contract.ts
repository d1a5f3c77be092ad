import { z } from 'zod'
import { Instant } from '../../contract-kit/time.ts'

/** What the administrator's screen shows of the machine room. */
export const SystemStatus = z.object({
  version: z.string(),
  engine: z.enum(['embedded', 'server']),
  postgresVersion: z.string(),
  postgisVersion: z.string(),
  databaseBytes: z.number(),
  lastCheckpointAt: Instant.nullable(),
  survivesPowerCut: z.boolean(),
  isDemonstration: z.boolean(),
  startedAt: Instant,
})
export type SystemStatus = z.infer<typeof SystemStatus>

export const Liveness = z.object({ status: z.literal('live') })
export const Readiness = z.object({
  status: z.enum(['ready', 'starting']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
})
