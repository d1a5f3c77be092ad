import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { useMessages } from '../../ui/language.tsx'
import { editLayers } from './edit-layers.ts'
import { editMessages } from './edit-messages.ts'
import { editsQuery } from './edits-query.ts'

interface EditsOnMapProps {
  selectedId: string | null
  /** Drawn by hand meanwhile: the correction that is being edited. */
  hiddenId?: string | null
}

/** Puts the corrections on the map; a click opens one. Renders no DOM: the map owns the canvas. */
export function EditsOnMap({ selectedId, hiddenId = null }: EditsOnMapProps) {
  const m = useMessages(editMessages)
  const { data } = useQuery(editsQuery)
  const onOpen = useOpenEdit()
  const layers = useMemo(() => {
    const edits = (data?.items ?? []).filter(({ id }) => id !== hiddenId)
    return editLayers({
      edits,
      selectedId,
      labelOf: ({ name, kind }) => name ?? m.labels[kind],
      onOpen,
    })
  }, [data, hiddenId, selectedId, onOpen, m])
  useMapLayers('network', layers)
  return null
}

/** Opens a correction in the list of its state; `new` begins one, null closes the one that is open. */
export function useOpenEdit() {
  const navigate = useNavigate({ from: '/roads' })
  return useCallback(
    (opened: RoadEdit | 'new' | null) =>
      void navigate({
        search: (old) => ({
          ...old,
          tab: 'edits' as const,
          part: undefined,
          edit: undefined,
          ...(opened === null || opened === 'new'
            ? { correction: opened ?? undefined }
            : { correction: opened.id, decided: opened.state === 'proposed' ? undefined : opened.state }),
        }),
      }),
    [navigate],
  )
}
