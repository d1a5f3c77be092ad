import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readConfig } from './platform/config.ts'
import { serve } from './server.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const STAMP = `${ROOT}/web/dist/.sources`
const SOURCES = [
  'web/{src,public}/**/*.{ts,tsx,css,svg,webp,png,html,json}',
  'web/{index.html,vite.config.ts,package.json}',
  'api/src/features/*/contract.ts',
  'api/src/contract-kit/*.ts',
  'geodata/src/**/*.ts',
  'pnpm-lock.yaml',
]

/** Builds the web app when its sources have changed since the last build. */
async function buildWebIfStale(terminal: Terminal): Promise<void> {
  const fingerprint = await fingerprintSources()
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built === fingerprint) return
  terminal.line({ fr: 'Construction de l’application web…', en: 'Building the web app…' })
  await run('vite', ['build', '--logLevel', 'warn'], `${ROOT}/web`)
  await writeFile(STAMP, fingerprint)
}

async function fingerprintSources(): Promise<string> {
  const files: string[] = []
  for await (const file of glob(SOURCES, { cwd: ROOT })) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(await readFile(`${ROOT}/${file}`))
  return hash.digest('hex')
}

function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Started from a test, NODE_ENV is `test`, and React's development build would be bundled.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(`${cwd}/node_modules/.bin/${command}`, args, { cwd, env, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    )
  })
}

const terminal = openTerminal()
try {
  const config = readConfig(process.env)
  await buildWebIfStale(terminal)
  await serve(config, terminal)
} catch (error) {
  terminal.fail(error)
}
