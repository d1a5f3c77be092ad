import type { Presentation } from '@borne/api/contracts/briefings'
import { useCallback, useEffect, useState } from 'react'
import { ApiProblem } from '../../../platform/api.ts'
import { openShared, reopenShared } from './show-source.ts'

/** Where the opening of a link stands. */
export type Opening =
  | { readonly step: 'opening' }
  | { readonly step: 'no-token' }
  | { readonly step: 'passphrase'; readonly isWrong: boolean; readonly isAsking: boolean }
  | { readonly step: 'refused'; readonly error: unknown }
  | { readonly step: 'open'; readonly presentation: Presentation; readonly key: string }

const STORED = 'borne.showing'

/**
 * Opens what a link shows. The token is read from the address, where it stays: a reload and a bookmark work. The key that
 * it is exchanged for is kept for as long as the tab is open, so that a reload is no new opening and asks for no passphrase.
 */
export function useOpening(token: string): { opening: Opening; open(passphrase?: string): void } {
  const [opening, setOpening] = useState<Opening>(token ? { step: 'opening' } : { step: 'no-token' })
  const open = useCallback(
    (passphrase?: string) => {
      setOpening((old) => (old.step === 'passphrase' ? { ...old, isAsking: true } : { step: 'opening' }))
      void openOnce(token, passphrase).then(setOpening)
    },
    [token],
  )
  useEffect(() => {
    if (!token) setOpening({ step: 'no-token' })
    else open()
  }, [token, open])
  return { opening, open }
}

async function openOnce(token: string, passphrase: string | undefined): Promise<Opening> {
  try {
    const kept = passphrase === undefined ? readKept(token) : undefined
    const presentation = kept && (await reopenShared(kept).catch(() => undefined))
    if (kept && presentation) return { step: 'open', presentation, key: kept }
    const shown = await openShared({ token, ...(passphrase === undefined ? {} : { passphrase }) })
    sessionStorage.setItem(STORED, JSON.stringify({ token, key: shown.key }))
    return { step: 'open', presentation: shown.presentation, key: shown.key }
  } catch (error) {
    const code = error instanceof ApiProblem ? error.problem.code : ''
    if (code === 'shared-passphrase-needed') return { step: 'passphrase', isWrong: false, isAsking: false }
    if (code === 'shared-passphrase-wrong') return { step: 'passphrase', isWrong: true, isAsking: false }
    return { step: 'refused', error }
  }
}

function readKept(token: string): string | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? '{}')
    return kept.token === token && typeof kept.key === 'string' ? kept.key : undefined
  } catch {
    return undefined
  }
}
