import { Worker } from 'node:worker_threads'
import type { Typeset, TypesetFile, TypesetTask } from './typst-worker.ts'

export type { TypesetFile } from './typst-worker.ts'

/** Sets Typst markup as PDF (https://typst.app/docs). Rejects when the markup is faulty. */
export async function typesetPdf(markup: string, files: readonly TypesetFile[] = []): Promise<Buffer> {
  return Buffer.from((await typeset({ format: 'pdf', markup, files })) as Uint8Array)
}

/** Sets one page as SVG in which texts are outlines, so that no font is needed to show it. */
export async function typesetSvg(markup: string): Promise<string> {
  return (await typeset({ format: 'svg', markup, files: [] })) as string
}

/** What is said in Typst code: a string literal, in which nothing is markup. */
export function typstText(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '')}"`
}

type Settle = (answer: Typeset | Error) => void

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, Settle>()

/** One thread sets everything; it does not hold the process up once nobody waits. */
function typeset(task: Omit<TypesetTask, 'id'>): Promise<Uint8Array | string> {
  const id = ++lastId
  worker ??= startWorker()
  worker.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, (answer) => {
      waiting.delete(id)
      if (waiting.size === 0) worker?.unref()
      if (answer instanceof Error) reject(answer)
      else if ('fault' in answer) reject(new Error(answer.fault))
      else resolve(answer.made)
    })
    worker!.postMessage({ id, ...task } satisfies TypesetTask)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./typst-worker.ts', import.meta.url))
  started.on('message', (answer: Typeset) => waiting.get(answer.id)?.(answer))
  const stop = (error: Error) => {
    if (worker !== started) return
    worker = null
    for (const settle of [...waiting.values()]) settle(error)
  }
  started.on('error', stop)
  started.on('exit', () => stop(new Error('the typesetting thread has ended')))
  return started
}
