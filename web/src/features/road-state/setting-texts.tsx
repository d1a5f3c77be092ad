import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { settingsMessages } from './settings-messages.ts'

interface SettingTextsProps {
  texts: Readonly<Record<string, string>>
  errorAt(path: string): string | undefined
  onChange(path: string, text: string): void
}

/** The names and the source of a setting. */
export function SettingTexts({ texts, errorAt, onChange }: SettingTextsProps) {
  const m = useMessages(settingsMessages)
  return (
    <>
      {(['nameFr', 'nameEn'] as const).map((path) => (
        <Field key={path} label={m[path]} error={errorAt(path)}>
          {(control) => (
            <input
              {...control}
              maxLength={100}
              value={texts[path]}
              onChange={(event) => onChange(path, event.target.value)}
            />
          )}
        </Field>
      ))}
      <Field label={m.source} hint={m.sourceHint} error={errorAt('source')}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={2000}
            value={texts.source}
            onChange={(event) => onChange('source', event.target.value)}
          />
        )}
      </Field>
    </>
  )
}
