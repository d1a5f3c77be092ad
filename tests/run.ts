import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './support/start-postgres.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const isStrict = process.env.CI === 'true'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/**
 * Runs every test that this machine can run, says what it left out and why, and ends in one line of counts.
 * With CI=true a missing browser or server is a failure.
 */
async function main(): Promise<number> {
  const leftOut: string[] = []
  const env: NodeJS.ProcessEnv = { ...process.env }
  const postgres = env.BORNE_TEST_DATABASE_URL ? undefined : await startPostgres()
  if (postgres && 'url' in postgres) env.BORNE_TEST_DATABASE_URL = postgres.url
  else if (postgres)
    leftOut.push(
      `PostgreSQL server: ${postgres.missing}; the integration tests ran on the embedded engine only`,
    )

  env.BORNE_TEST_CHROMIUM ??= CHROMIUM.find((path) => existsSync(path))
  const projects = ['unit', 'architecture', 'integration']
  if (env.BORNE_TEST_CHROMIUM) projects.push('e2e')
  else
    leftOut.push(
      'Chromium: not found at the usual places (set BORNE_TEST_CHROMIUM); the end-to-end tests did not run',
    )

  try {
    const report = await runVitest(projects, env)
    for (const line of leftOut) console.log(`left out: ${line}`)
    const missing = isStrict ? leftOut.length : 0
    const failed = report.numFailedTests + missing
    const suitesBroken = report.numFailedTestSuites > 0 && report.numFailedTests === 0
    const skipped = report.numPendingTests + report.numTodoTests
    console.log(
      `${report.numPassedTests} passed, ${failed + (suitesBroken ? 1 : 0)} failed, ${skipped} skipped`,
    )
    return failed > 0 || suitesBroken || report.numPassedTests === 0 ? 1 : 0
  } finally {
    if (postgres && 'stop' in postgres) await postgres.stop()
  }
}

async function runVitest(projects: readonly string[], env: NodeJS.ProcessEnv): Promise<Report> {
  const file = join(tmpdir(), `borne-tests-${process.pid}.json`)
  const args = ['run', ...projects.flatMap((project) => ['--project', project])]
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${file}`)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(join(ROOT, 'node_modules/.bin/vitest'), args, { cwd: ROOT, env, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
  const report = JSON.parse(await readFile(file, 'utf8')) as Report
  await rm(file)
  return report
}

process.exitCode = await main()
