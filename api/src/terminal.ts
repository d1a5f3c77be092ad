import { toProblem } from './platform/errors.ts'
import { type Language, problemWords } from './platform/problems.ts'

type Words = Readonly<Record<Language, string>>

/** Speaks to the person at the terminal, in French unless the locale is English. */
export interface Terminal {
  readonly language: Language
  line(words: Words): void
  /** Rewrites one line with a count; plain lines every tenth where the output is not a terminal. */
  progress(label: Words, done: number, total: number): void
  /** Says what went wrong and ends the process with 1. */
  readonly fail: (error: unknown) => never
}

export function openTerminal(env = process.env, out = process.stdout): Terminal {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const language: Language = locale.startsWith('en') ? 'en' : 'fr'
  let lastShown = ''
  return {
    language,
    line: (words) => out.write(`${words[language]}\n`),
    progress(label, done, total) {
      const percent = total > 0 ? Math.floor((done / total) * 100) : 100
      const step = out.isTTY ? percent : Math.floor(percent / 25) * 25
      const text = `  ${label[language]} ${step} %`
      if (text === lastShown) return
      lastShown = text
      if (out.isTTY) out.write(`\r${text.padEnd(70)}${done >= total ? '\n' : ''}`)
      else out.write(`${text}\n`)
    },
    fail(error) {
      process.stderr.write(`${failureText(error, language)}\n`)
      process.exit(1)
    },
  }
}

function failureText(error: unknown, language: Language): string {
  const known = toProblem(error, language)
  if (known.code !== 'internal-error') {
    const { title, detail } = problemWords(known, language)
    return `${title}. ${detail} [${known.code}]`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
