import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ContractSearch, WorksSearch } from './search.ts'

const PORTFOLIO_PARTS = [
  'q',
  'contractor',
  'donor',
  'stage',
  'alarm',
  'sort',
  'view',
  'cols',
  'contract',
  'month',
] as const satisfies readonly (keyof WorksSearch)[]

const CONTRACT_PARTS = [
  'tab',
  'asOf',
  'knownOn',
  'event',
  'form',
] as const satisfies readonly (keyof ContractSearch)[]

/** What closes with the page of a contract. */
export const LEFT_CONTRACT = {
  tab: undefined,
  asOf: undefined,
  knownOn: undefined,
  event: undefined,
  form: undefined,
} as const

/** The filters of the portfolio in the address, the same object while the map moves; and a change of them. */
export function useWorksSearch() {
  return useSearchParts<WorksSearch>(PORTFOLIO_PARTS)
}

/** The tab, the days and the form of the page of a contract. */
export function useContractSearch() {
  return useSearchParts<ContractSearch>(CONTRACT_PARTS)
}

function useSearchParts<S extends object>(parts: readonly (keyof S)[]) {
  const search = useSearch({
    strict: false,
    select: (all: S) => Object.fromEntries(parts.map((part) => [part, all[part]])) as S,
    structuralSharing: true,
  } as never) as S
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<S>) => {
      void navigate({ to: '.', search: (old) => ({ ...old, ...patch }) as never, replace: true })
    },
    [navigate],
  )
  return { search, change }
}

/** The address of a contract from the portfolio: its filters stay for the way back. */
export function toContract<S extends object>(old: S) {
  return { ...old, ...LEFT_CONTRACT, contract: undefined, month: undefined }
}

/** Opens a contract; the list that is left remembers which one, for the way back. */
export function useOpenContract() {
  const navigate = useNavigate()
  return useCallback(
    async (contractId: string) => {
      await navigate({ to: '.', search: (old) => ({ ...old, contract: contractId }), replace: true })
      await navigate({
        to: '/works/$contractId',
        params: { contractId },
        search: toContract,
      })
    },
    [navigate],
  )
}
