import type { CurrencyRate } from '@borne/api/contracts/works'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './settings.module.css'
import { checkRate, draftOfRate, rateInputOf, writeRate } from './settings-draft.ts'
import { SelectRow, SettingDialog, TextRow } from './settings-form.tsx'
import { Loaded, SettingItem, SettingsList } from './settings-list.tsx'
import { settingsMessages } from './settings-messages.ts'
import { ratesQuery } from './settings-queries.ts'
import { valueMessages } from './settings-value-messages.ts'
import { useSettingForm } from './use-setting-form.ts'

const FOREIGN = (['EUR', 'USD'] as const).map((value) => ({ value, label: value }))

/** What the currencies are worth, each rate from a day on. */
export function RatesPart() {
  const m = useMessages(valueMessages)
  const { language } = useLanguage()
  const { day } = useFormats()
  const [open, setOpen] = useState<CurrencyRate | 'new'>()
  return (
    <Loaded query={useQuery(ratesQuery)}>
      {({ items }) => (
        <>
          <SettingsList
            title={m.rates}
            intro={m.ratesIntro}
            add={m.addRate}
            empty={m.noRate}
            isEmpty={items.length === 0}
            onAdd={() => setOpen('new')}
          >
            {items.map((one) => (
              <SettingItem
                key={`${one.currency} ${one.validFrom}`}
                name={m.rateName(one.currency, day(one.validFrom))}
                onEdit={() => setOpen(one)}
                actions={<RemoveRate rate={one} />}
              >
                <strong>{m.isWorth(one.currency, writeRate(one.mruMicro, language))}</strong> · {one.source}
              </SettingItem>
            ))}
          </SettingsList>
          {open && <RateDialog rate={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </Loaded>
  )
}

/** Asks once, by the name of the rate. */
function RemoveRate({ rate: { currency, validFrom } }: { rate: CurrencyRate }) {
  const m = useMessages(valueMessages)
  const { day } = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const name = m.rateName(currency, day(validFrom))
  const { mutate, isPending } = useMutation({
    mutationFn: () => sendJson('DELETE', `/api/works/currency-rates/${currency}/${validFrom}`),
    onSuccess: () => toast.show(m.rateRemoved(name)),
    onError: (error) => toast.show(reasonOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['works'] }),
  })
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        aria-label={`${m.removeRate} ${name}`}
        disabled={isPending}
        onClick={() => setIsAsking(true)}
      >
        {m.removeRate}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.removeRateTitle(name)}
        confirmLabel={m.removeRate}
        onConfirm={() => {
          setIsAsking(false)
          mutate()
        }}
        onCancel={() => setIsAsking(false)}
      >
        <p>{m.removeRateText}</p>
      </ConfirmDialog>
    </>
  )
}

function RateDialog({ rate, onClose }: { rate: CurrencyRate | null; onClose(): void }) {
  const m = useMessages(valueMessages)
  const words = useMessages(settingsMessages)
  const { language } = useLanguage()
  const { day } = useFormats()
  const form = useSettingForm(draftOfRate(rate, thisDay(), language), checkRate)
  const { draft, change, errorAt } = form
  return (
    <SettingDialog
      title={rate ? words.editOf(m.rateName(rate.currency, day(rate.validFrom))) : m.addRate}
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save(m.rateName(draft.currency, day(draft.validFrom)), () => ({
          method: 'POST',
          path: 'currency-rates',
          body: rateInputOf(draft),
        }))
      }
    >
      <div className={styles.pair}>
        <SelectRow
          label={m.currency}
          options={FOREIGN}
          value={draft.currency}
          isFixed={rate !== null}
          onChange={(currency) => change({ currency })}
        />
        {!rate && (
          <TextRow
            label={m.validFrom}
            type="date"
            hint={m.sameDay}
            value={draft.validFrom}
            error={errorAt('validFrom')}
            onChange={(validFrom) => change({ validFrom })}
          />
        )}
      </div>
      <TextRow
        label={m.rate(draft.currency)}
        hint={m.rateHint}
        inputMode="decimal"
        value={draft.rate}
        error={errorAt('mruMicro')}
        onChange={(text) => change({ rate: text })}
      />
      <TextRow
        label={words.source}
        hint={words.sourceHint}
        longest={500}
        value={draft.source}
        error={errorAt('source')}
        onChange={(source) => change({ source })}
      />
    </SettingDialog>
  )
}
