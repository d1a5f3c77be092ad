import type { Pool } from 'pg'

export type EngineName = 'embedded' | 'server'

/** What an administrator is told about the database. */
export interface EngineDescription {
  engine: EngineName
  postgresqlVersion: string
  postgisVersion: string
  /** Absent on a server: its folder is its own affair. */
  dataFolder?: string
  /** Whether a committed row outlives a power cut for certain. */
  survivesPowerCut: boolean
  lastCheckpointAt?: Date
  databaseBytes: number
}

/** One of the two databases behind the door, reached through the same client. */
export interface Engine {
  readonly name: EngineName
  readonly pool: Pool
  describe(): Promise<EngineDescription>
  close(): Promise<void>
}
