import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly lines: readonly string[]
  /** Resolves with all that it printed when it has ended. */
  readonly ended: Promise<readonly string[]>
  /** Resolves when a printed line starts so; rejects when it ends before. */
  printed(start: string): Promise<string>
}

/** Runs a program of `tests/support` in a process of its own. */
export function startChild(program: string, ...args: string[]): Child {
  return start(program, [], args)
}

/** The same for one that ends before a better compilation of the database engine would pay. */
export function startBriefChild(program: string, ...args: string[]): Child {
  return start(program, ['--liftoff-only'], args)
}

function start(program: string, flags: readonly string[], args: readonly string[]): Child {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting: { start: string; resolve: (line: string) => void; reject: (error: Error) => void }[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => {
    lines.push(line)
    for (const { start, resolve } of waiting) if (line.startsWith(start)) resolve(line)
  })
  const read = new Promise<void>((resolve) => {
    reader.on('close', () => {
      for (const { start, reject } of waiting) reject(new Error(`${program} ended without “${start}”`))
      resolve()
    })
  })
  // What it prints ends a moment before the process is gone, and until then its locks are those of the living.
  const gone = once(child, 'exit')
  const ended = Promise.all([read, gone]).then(() => lines)
  const printed = (start: string) => {
    const already = lines.find((line) => line.startsWith(start))
    if (already) return Promise.resolve(already)
    return new Promise<string>((resolve, reject) => waiting.push({ start, resolve, reject }))
  }
  return { process: child, lines, ended, printed }
}
