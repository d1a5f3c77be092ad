import type { Problem } from '@borne/api/contracts/problem'

type Language = 'fr' | 'en'

const WORDS = {
  fr: {
    silence: {
      title: 'Le serveur ne répond pas',
      detail: 'Vérifiez le réseau, puis réessayez. Ce qui est affiché date de la dernière réponse reçue.',
    },
    unreadable: {
      title: 'Réponse inattendue du serveur',
      detail: 'Le serveur a répondu {status} sans explication. Réessayez dans un instant.',
    },
  },
  en: {
    silence: {
      title: 'The server does not answer',
      detail: 'Check the network, then try again. What is shown dates from the last answer received.',
    },
    unreadable: {
      title: 'Unexpected answer from the server',
      detail: 'The server answered {status} without an explanation. Try again in a moment.',
    },
  },
} as const

/** The problem in an error answer; an answer that is no problem (a proxy's page, say) becomes one. */
export function parseProblem(status: number, text: string, path: string, language: Language): Problem {
  const body = parseObject(text)
  if (typeof body?.code === 'string' && typeof body.title === 'string' && typeof body.detail === 'string') {
    return { type: 'about:blank', status, ...body } as Problem
  }
  const { title, detail } = WORDS[language].unreadable
  return {
    type: 'about:blank',
    code: 'answer-unreadable',
    title,
    detail: detail.replace('{status}', String(status)),
    status,
    instance: path,
  }
}

/** No answer at all: the network is down, or the server is. */
export function silenceProblem(path: string, language: Language): Problem {
  return { type: 'about:blank', code: 'no-answer', ...WORDS[language].silence, status: 0, instance: path }
}

/** Whether an error says that no answer came. */
export function isSilence(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'problem' in error
    ? (error.problem as Problem).status === 0
    : false
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
