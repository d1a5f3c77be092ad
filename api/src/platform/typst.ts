import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A folder that does not exist: what is set may read only the files that are handed over with it. */
const NOWHERE = join('/', 'borne-typesetting')

export interface TypesetFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Sets Typst markup as PDF (https://typst.app/docs). @throws Error when the markup is faulty. */
export function typesetPdf(markup: string, files: readonly TypesetFile[] = []): Buffer {
  return withFiles(files, (compiler) => compiler.pdf({ mainFileContent: markup }))
}

/** Sets one page as SVG in which texts are outlines, so that no font is needed to show it. */
export function typesetSvg(markup: string): string {
  return withFiles([], (compiler) => compiler.plainSvg({ mainFileContent: markup }))
}

/** What is said in Typst code: a string literal, in which nothing is markup. */
export function typstText(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '')}"`
}

/** Each text has a compiler of its own; its caches are global and kept for the next ones. */
function withFiles<Result>(files: readonly TypesetFile[], run: (compiler: NodeCompiler) => Result): Result {
  const compiler = NodeCompiler.create({ workspace: NOWHERE })
  for (const { name, bytes } of files) compiler.mapShadow(join(NOWHERE, name), bytes)
  try {
    return run(compiler)
  } finally {
    compiler.evictCache(10)
  }
}
