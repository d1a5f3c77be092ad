import type { Contractor, Donor, WorksParties } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { tellShare, useMoney } from './money.ts'
import { checkFilled } from './settings-draft.ts'
import { SettingDialog, TextRow } from './settings-form.tsx'
import { Loaded, SettingItem, SettingsList } from './settings-list.tsx'
import { settingsMessages } from './settings-messages.ts'
import { partyMessages } from './settings-party-messages.ts'
import { useSettingForm } from './use-setting-form.ts'

/** Who pays, and what of which project. */
export function DonorsPart() {
  const m = useMessages(partyMessages)
  const [open, setOpen] = useState<Donor | 'new'>()
  return (
    <Loaded query={useQuery(worksPartiesQuery)}>
      {(parties) => (
        <>
          <SettingsList
            title={m.donors}
            intro={m.donorsIntro}
            add={m.addDonor}
            empty={m.noDonor}
            isEmpty={parties.donors.length === 0}
            onAdd={() => setOpen('new')}
          >
            {parties.donors.map((one) => (
              <SettingItem
                key={one.id}
                name={`${one.code} · ${one.name}`}
                isDemonstration={one.isDemonstration}
                onEdit={() => setOpen(one)}
              >
                <PaidProjects donor={one} parties={parties} />
              </SettingItem>
            ))}
          </SettingsList>
          <DonorMarksLink />
          {open && <DonorDialog donor={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </Loaded>
  )
}

function DonorMarksLink() {
  const m = useMessages(partyMessages)
  if (!usePermission('visibility.read')) return null
  return (
    <Link to="/visibility/donors" className={buttonClass('quiet', 'small')}>
      {m.donorMarks}
    </Link>
  )
}

function PaidProjects({ donor, parties }: { donor: Donor; parties: WorksParties }) {
  const m = useMessages(partyMessages)
  const { language } = useLanguage()
  const money = useMoney()
  const paid = parties.projects.flatMap(({ name, currency, contributions }) =>
    (contributions ?? [])
      .filter(({ donorId }) => donorId === donor.id)
      .map(({ sharePpm, amountMinor }) => ({ name, currency, sharePpm, amountMinor })),
  )
  if (parties.projects.some(({ contributions }) => !contributions)) return m.hidden
  if (paid.length === 0) return m.paysNothing
  return (
    <ul>
      {paid.map(({ name, currency, sharePpm, amountMinor }) => (
        <li key={name}>
          {name} · {tellShare(sharePpm, language)}
          {amountMinor !== null && ` · ${money.exact(amountMinor, currency)}`}
        </li>
      ))}
    </ul>
  )
}

function DonorDialog({ donor, onClose }: { donor: Donor | null; onClose(): void }) {
  const m = useMessages(partyMessages)
  const words = useMessages(settingsMessages)
  const form = useSettingForm({ code: donor?.code ?? '', name: donor?.name ?? '' }, (draft) =>
    checkFilled(draft, ['code', 'name']),
  )
  const body = { code: form.draft.code.trim(), name: form.draft.name.trim() }
  return (
    <SettingDialog
      title={donor ? words.editOf(donor.name) : m.addDonor}
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save(body.name, () =>
          donor
            ? { method: 'PUT', path: `donors/${donor.id}`, body: { ...body, version: donor.version } }
            : { method: 'POST', path: 'donors', body },
        )
      }
    >
      <TextRow
        label={m.code}
        hint={m.codeHint}
        longest={20}
        value={form.draft.code}
        error={form.errorAt('code')}
        onChange={(code) => form.change({ code })}
      />
      <TextRow
        label={words.name}
        value={form.draft.name}
        error={form.errorAt('name')}
        onChange={(name) => form.change({ name })}
      />
    </SettingDialog>
  )
}

/** Who builds. */
export function ContractorsPart() {
  const m = useMessages(partyMessages)
  const [open, setOpen] = useState<Contractor | 'new'>()
  return (
    <Loaded query={useQuery(worksPartiesQuery)}>
      {({ contractors }) => (
        <>
          <SettingsList
            title={m.contractors}
            add={m.addContractor}
            empty={m.noContractor}
            isEmpty={contractors.length === 0}
            onAdd={() => setOpen('new')}
          >
            {contractors.map((one) => (
              <SettingItem
                key={one.id}
                {...one}
                // A contact that is not seen would be lost by a change.
                onEdit={one.contact === null ? undefined : () => setOpen(one)}
              >
                {one.contact || m.noContact}
              </SettingItem>
            ))}
          </SettingsList>
          {open && (
            <ContractorDialog contractor={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />
          )}
        </>
      )}
    </Loaded>
  )
}

function ContractorDialog({ contractor, onClose }: { contractor: Contractor | null; onClose(): void }) {
  const m = useMessages(partyMessages)
  const words = useMessages(settingsMessages)
  const form = useSettingForm({ name: contractor?.name ?? '', contact: contractor?.contact ?? '' }, (draft) =>
    checkFilled(draft, ['name']),
  )
  const body = { name: form.draft.name.trim(), contact: form.draft.contact.trim() }
  return (
    <SettingDialog
      title={contractor ? words.editOf(contractor.name) : m.addContractor}
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save(body.name, () =>
          contractor
            ? {
                method: 'PUT',
                path: `contractors/${contractor.id}`,
                body: { ...body, version: contractor.version },
              }
            : { method: 'POST', path: 'contractors', body },
        )
      }
    >
      <TextRow
        label={words.name}
        value={form.draft.name}
        error={form.errorAt('name')}
        onChange={(name) => form.change({ name })}
      />
      <TextRow
        label={m.contact}
        hint={m.contactHint}
        longest={500}
        value={form.draft.contact}
        error={form.errorAt('contact')}
        onChange={(contact) => form.change({ contact })}
      />
    </SettingDialog>
  )
}
