import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = `borne-test-${process.getuid?.() ?? 'user'}-`
const LONGEST_MAKING_MS = 300_000
const KEPT_MS = 24 * 3_600_000

interface Template {
  /** What is in it. */
  readonly name: string
  /** Changes with whatever it is made of. */
  readonly fingerprint: string
  /** Fills a folder that is there and empty. */
  make(folder: string): Promise<void>
}

/**
 * A folder that takes long to make: made once for each fingerprint, kept under the system's temporary folder, and not
 * to be written to. Test files that run side by side wait for the one that makes it.
 */
export async function templateFolder({ name, fingerprint, make }: Template): Promise<string> {
  const template = join(tmpdir(), `${PREFIX}${name}-${fingerprint}`)
  while (!(await exists(template))) await makeOrWait(template, make)
  return template
}

async function makeOrWait(template: string, make: Template['make']): Promise<void> {
  const turn = `${template}.making`
  try {
    await mkdir(turn)
  } catch {
    const since = await stat(turn).catch(() => undefined)
    if (since && Date.now() - since.mtimeMs > LONGEST_MAKING_MS)
      await rm(turn, { recursive: true, force: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return
  }
  try {
    if (await exists(template)) return
    await forgetOldTemplates()
    const folder = join(turn, 'data')
    await mkdir(folder)
    await make(folder)
    await rename(folder, template)
  } finally {
    await rm(turn, { recursive: true, force: true })
  }
}

/** Those of earlier sources, which nobody asks for any more. */
async function forgetOldTemplates(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  for (const path of names.map((name) => join(tmpdir(), name))) {
    const made = await stat(path).catch(() => undefined)
    if (made && Date.now() - made.ctimeMs > KEPT_MS) await rm(path, { recursive: true, force: true })
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
