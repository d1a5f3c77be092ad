import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export interface TypesetFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TypesetTask {
  readonly id: number
  readonly format: 'pdf' | 'svg'
  readonly markup: string
  readonly files: readonly TypesetFile[]
}

export type Typeset =
  | { readonly id: number; readonly made: Uint8Array | string }
  | { readonly id: number; readonly fault: string }

/** A folder that does not exist: what is set may read only the files that are handed over with it. */
const NOWHERE = join('/', 'borne-typesetting')

/** Sets texts away from the thread that answers people. */
parentPort?.on('message', (task: TypesetTask) => {
  const post = (answer: Typeset) => parentPort!.postMessage(answer)
  try {
    post({ id: task.id, made: typeset(task) })
  } catch (error) {
    post({ id: task.id, fault: error instanceof Error ? error.message : String(error) })
  }
})

/** Each text has a compiler of its own; its caches are global and kept for the next ones. */
function typeset({ format, markup, files }: TypesetTask): Uint8Array | string {
  const compiler = NodeCompiler.create({ workspace: NOWHERE })
  for (const { name, bytes } of files) compiler.mapShadow(join(NOWHERE, name), Buffer.from(bytes))
  try {
    const source = { mainFileContent: markup }
    return format === 'pdf' ? new Uint8Array(compiler.pdf(source)) : compiler.plainSvg(source)
  } finally {
    compiler.evictCache(10)
  }
}
