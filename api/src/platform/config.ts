import { isIP } from 'node:net'
import { z } from 'zod'
import { problem } from './problems.ts'

/** An origin alone: scheme, host, port. */
const Origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)
const Port = z.coerce.number().int().min(0).max(65_535)

/** Every setting, its rule and its default. A name that begins with BORNE_ and is not here is an error. */
const settings = {
  BORNE_HOST: z.string().min(1).default('127.0.0.1'),
  BORNE_PORT: Port.default(8080),
  BORNE_DATA_DIR: z.string().min(1).default('./data'),
  BORNE_DEMO: z.enum(['on', 'off']).default('on'),
  BORNE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  BORNE_BACKUP_DIR: z.string().min(1).optional(),
  BORNE_BACKUP_KEEP: z.coerce.number().int().min(1).max(365).default(7),
  BORNE_PUBLIC_URL: Origin.optional(),
  BORNE_TRUST_PROXY: z
    .string()
    .refine((list) => list.split(',').every((entry) => isAddressOrNetwork(entry.trim())))
    .optional(),
  BORNE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  BORNE_MAIL_FROM: z.string().min(3).optional(),
  BORNE_OPENID_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  BORNE_OPENID_CLIENT_ID: z.string().min(1).optional(),
  BORNE_OPENID_CLIENT_SECRET: z.string().min(1).optional(),
  BORNE_OPENID_NAME: z.string().min(1).max(60).default('OpenID'),
  BORNE_VALHALLA_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => /^https?:\/\/[^@?#]+$/.test(url))
    .optional(),
  BORNE_CHROMIUM: z.string().min(1).optional(),
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
  /** The office's own templates of documents. */
  readonly templatesDir: string
  readonly backupDir: string
  /** How many backups stay in that folder. */
  readonly keptBackups: number
  readonly isDemonstration: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly databaseUrl: string | undefined
  /** Valhalla's JSON API, which then answers in the place of our own engine for roads. */
  readonly valhallaUrl: string | undefined
  /** Path of the browser that draws maps and pages for files, or `off`. Undefined: one of the usual places. */
  readonly chromium: string | undefined
  /** Where people reach the server, when that is not the address that it listens on. */
  readonly publicUrl: string | undefined
  /** Addresses of proxies whose X-Forwarded-… are believed. */
  readonly trustProxy: string | undefined
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
  readonly openid:
    | {
        readonly issuer: string
        readonly clientId: string
        readonly clientSecret: string
        readonly name: string
      }
    | undefined
}

/** Values that must not be repeated, not even to say that they are wrong. */
const SECRETS = ['DATABASE_URL', 'BORNE_SMTP_URL', 'BORNE_OPENID_CLIENT_SECRET', 'BORNE_VALHALLA_URL']

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
      value: SECRETS.includes(name) ? '…' : (env[name] ?? ''),
    })
  }
  const value = parsed.data
  return {
    host: value.BORNE_HOST,
    port: value.BORNE_PORT,
    dataDir: value.BORNE_DATA_DIR,
    filesDir: `${value.BORNE_DATA_DIR}/files`,
    templatesDir: `${value.BORNE_DATA_DIR}/templates`,
    backupDir: value.BORNE_BACKUP_DIR ?? `${value.BORNE_DATA_DIR}/backups`,
    keptBackups: value.BORNE_BACKUP_KEEP,
    isDemonstration: value.BORNE_DEMO === 'on',
    logLevel: value.BORNE_LOG_LEVEL,
    databaseUrl: value.DATABASE_URL,
    valhallaUrl: value.BORNE_VALHALLA_URL,
    chromium: value.BORNE_CHROMIUM,
    publicUrl: value.BORNE_PUBLIC_URL,
    trustProxy: value.BORNE_TRUST_PROXY,
    mail: readMail(value.BORNE_SMTP_URL, value.BORNE_MAIL_FROM),
    openid: readOpenid(value),
  }
}

/** An address, or a network as `10.0.0.0/8`. */
function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
}

function readMail(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  if (!smtpUrl && !from) return undefined
  if (!smtpUrl) throw problem('setting-invalid', { setting: 'BORNE_SMTP_URL', value: '' })
  if (!from) throw problem('setting-invalid', { setting: 'BORNE_MAIL_FROM', value: '' })
  return { smtpUrl, from }
}

function readOpenid(value: {
  BORNE_OPENID_ISSUER?: string | undefined
  BORNE_OPENID_CLIENT_ID?: string | undefined
  BORNE_OPENID_CLIENT_SECRET?: string | undefined
  BORNE_OPENID_NAME: string
}): Config['openid'] {
  const issuer = value.BORNE_OPENID_ISSUER
  if (!issuer) return undefined
  const clientId = value.BORNE_OPENID_CLIENT_ID
  const clientSecret = value.BORNE_OPENID_CLIENT_SECRET
  if (!clientId) throw problem('setting-invalid', { setting: 'BORNE_OPENID_CLIENT_ID', value: '' })
  if (!clientSecret) throw problem('setting-invalid', { setting: 'BORNE_OPENID_CLIENT_SECRET', value: '…' })
  return { issuer, clientId, clientSecret, name: value.BORNE_OPENID_NAME }
}

/** Read by the test runner and the development server, not by the product. */
function isToolSetting(name: string): boolean {
  return name.startsWith('BORNE_TEST_') || name === 'BORNE_API'
}
