import type { PostInput } from '@borne/api/contracts/posts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { MergeDialog } from '../../ui/merge-dialog.tsx'
import { compareVersions, mergeVersions } from './compare-versions.ts'
import { editorMessages } from './editor-messages.ts'
import { statementOf } from './post-draft.ts'
import { postMessages } from './post-messages.ts'
import { tellField } from './tell-field.ts'
import { useFieldWords } from './use-field-words.ts'
import type { Conflict } from './use-post-editor.ts'

interface ConflictDialogProps {
  conflict: Conflict
  onMerge(merged: PostInput): void
  onClose(): void
}

/** Two people saved the same post: a person chooses field by field what stays. */
export function ConflictDialog({ conflict, onMerge, onClose }: ConflictDialogProps) {
  const m = useMessages(editorMessages)
  const { fields } = useMessages(postMessages)
  const words = useFieldWords()
  const formats = useFormats()
  const theirs = statementOf(conflict.theirs)
  const differences = compareVersions(conflict.base, conflict.mine, theirs).map((difference) => {
    const { field, changedBy } = difference
    const tell = (value: unknown) => tellField(field, value, words, formats)
    return {
      field,
      label: fields[field],
      changedBy,
      base: tell(difference.base),
      mine: tell(difference.mine),
      theirs: tell(difference.theirs),
    }
  })
  return (
    <MergeDialog
      title={m.conflictTitle(conflict.theirs.name)}
      intro={m.conflictText(formats.relative(conflict.theirs.updatedAt))}
      differences={differences}
      onMerge={(kept) => onMerge(mergeVersions(conflict.mine, theirs, kept))}
      onClose={onClose}
    />
  )
}
