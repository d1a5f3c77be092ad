import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const API_PORT = process.env.BORNE_PORT ?? '8080'
const API = `http://127.0.0.1:${API_PORT}`

function launch(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } })
}

/** Both sides with hot reload: the server restarts on a change, the browser is updated in place. */
const children = [
  launch(process.execPath, ['--watch', 'api/src/server.ts'], ROOT, { BORNE_PORT: API_PORT }),
  launch(`${ROOT}/web/node_modules/.bin/vite`, [], `${ROOT}/web`, { BORNE_API: API }),
]
const stopAll = (): void => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopAll)
for (const child of children) child.once('exit', stopAll)
