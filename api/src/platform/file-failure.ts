import { problem } from './problems.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const PROTECTED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])

/** The problem `disk-full` or `files-not-writable` where that is what failed, else the error as it is. */
export function nameFileFailure(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (FULL.has(code)) return problem('disk-full', {}, { cause: error })
  if (PROTECTED.has(code)) return problem('files-not-writable', { reason: code }, { cause: error })
  return error
}
