import type { BillPreview, ImportMapping, PlanPreview } from '@borne/api/contracts/works'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadFile } from '../../platform/api.ts'

export type Preview = BillPreview | PlanPreview

interface Reading {
  readonly file: File
  readonly mapping: ImportMapping
}

/** Has a spreadsheet read by the server, and read again when it is to be read otherwise. */
export function useImport<P extends Preview>(path: string) {
  const [reading, setReading] = useState<Reading>()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: ({ file, mapping }: Reading) =>
      uploadFile<P>(path, file, undefined, { mapping: JSON.stringify(mapping) }),
  })
  function read(next: Reading) {
    setReading(next)
    mutate(next)
  }
  return {
    file: reading?.file,
    preview: data,
    error,
    isPending,
    choose: (file: File) => read({ file, mapping: {} }),
    map(change: ImportMapping) {
      if (reading) read({ ...reading, mapping: { ...reading.mapping, ...change } })
    },
  }
}
