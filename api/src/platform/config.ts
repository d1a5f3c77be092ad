import { z } from 'zod'
import { problem } from './problems.ts'

const Port = z.coerce.number().int().min(0).max(65_535)

/** Every setting, its rule and its default. A name that begins with BORNE_ and is not here is an error. */
const settings = {
  BORNE_HOST: z.string().min(1).default('127.0.0.1'),
  BORNE_PORT: Port.default(8080),
  BORNE_DATA_DIR: z.string().min(1).default('./data'),
  BORNE_DEMO: z.enum(['on', 'off']).default('on'),
  BORNE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
}

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly filesDir: string
  readonly isDemonstration: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly databaseUrl: string | undefined
}

/**
 * Reads the settings once.
 * @throws problem `setting-unknown` or `setting-invalid`, which names the setting.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('BORNE_') && !(name in settings) && !isToolSetting(name),
  )
  if (unknown) throw problem('setting-unknown', { setting: unknown, known: Object.keys(settings).join(', ') })
  const parsed = z.object(settings).safeParse(env)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw problem('setting-invalid', {
      setting: name,
      value: name === 'DATABASE_URL' ? '…' : (env[name] ?? ''),
    })
  }
  const value = parsed.data
  return {
    host: value.BORNE_HOST,
    port: value.BORNE_PORT,
    dataDir: value.BORNE_DATA_DIR,
    filesDir: `${value.BORNE_DATA_DIR}/files`,
    isDemonstration: value.BORNE_DEMO === 'on',
    logLevel: value.BORNE_LOG_LEVEL,
    databaseUrl: value.DATABASE_URL,
  }
}

/** Read by the test runner and the development server, not by the product. */
function isToolSetting(name: string): boolean {
  return name.startsWith('BORNE_TEST_') || name === 'BORNE_API'
}
