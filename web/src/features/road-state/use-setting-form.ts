import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, sendJson } from '../../platform/api.ts'
import { renewRoads } from '../../platform/renew-roads.ts'
import { calendarsQuery, vehiclesQuery } from '../../platform/road-settings-query.ts'

interface Setting {
  readonly id: string
  readonly version: number
}

/** Saves a vehicle or a calendar, or puts its original values back; all that is computed from it is asked again. */
export function useSaveSetting<T extends Setting>(
  path: '/api/vehicles' | '/api/season-calendars',
  setting: T,
) {
  const client = useQueryClient()
  const after = {
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(vehiclesQuery),
        client.invalidateQueries(calendarsQuery),
        renewRoads(client),
      ]),
  }
  const { id, version } = setting
  const save = useMutation({
    mutationFn: (input: object) => sendJson<T>('PUT', `${path}/${id}`, { ...input, version }),
    ...after,
  })
  const reset = useMutation({
    mutationFn: () => sendJson<T>('POST', `${path}/${id}/reset`, { version }),
    ...after,
  })
  return { save, reset }
}

/** A draft, and what is wrong with each of its fields: from the first try to save on, as one types. */
export function useDraft<D, F>(opened: D, check: (draft: D) => Record<string, F>) {
  const [draft, setDraft] = useState(opened)
  const [isChecked, setIsChecked] = useState(false)
  return {
    draft,
    setDraft,
    faults: isChecked ? check(draft) : ({} as Record<string, F>),
    isFaulty: () => {
      setIsChecked(true)
      return Object.keys(check(draft)).length > 0
    },
  }
}

/** What the server said of a field. */
export function refusalAt(error: unknown, path: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.problem.errors?.find(({ field }) => field === path)?.message
}

/** Opens what hides the first field that is wrong, and goes there. */
export function showFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]')
    field?.closest('details')?.setAttribute('open', '')
    field?.focus()
  })
}
