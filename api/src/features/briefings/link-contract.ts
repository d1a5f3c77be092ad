import { z } from 'zod'
import { Day, Instant } from '../../contract-kit/time.ts'
import { AskedAudience, Withheld } from './audience-contract.ts'
import { AssetName, Presentation } from './presentation-contract.ts'

/** A key of 256 bits in base64url, sent as the header `x-borne-showing` when pictures and tiles are asked for. */
export const SHOWING_HEADER = 'x-borne-showing'

/** A presentation that was made, and the key to its pictures. */
export const Showing = z.object({
  presentation: Presentation,
  withheld: z.array(Withheld),
  key: z.string(),
  expiresAt: Instant,
})
export type Showing = z.infer<typeof Showing>

/** Without an audience: as the caller sees it. */
export const ShowingInput = z.object({ audience: AskedAudience.nullable().default(null) })
export type ShowingInput = z.input<typeof ShowingInput>

export const ShareLinkInput = AskedAudience.extend({
  label: z.string().max(200).default(''),
  /** The last day on which it opens. */
  lastDay: Day,
  passphrase: z.string().min(8).max(200).nullable().default(null),
  /** Origins that may frame the page: `https://example.org`. */
  embedOrigins: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/),
    )
    .max(10)
    .default([]),
})
export type ShareLinkInput = z.input<typeof ShareLinkInput>

/** Of the page of a donor: the donor is in the address. */
export const DonorPageLinkInput = ShareLinkInput.omit({ donorId: true })
export const DonorLinkParams = z.object({ donorId: z.uuid(), donorLinkId: z.uuid() })
/** As which audience the page of a donor is looked at; null: as the caller sees it. */
export const DonorPageInput = z.object({
  audienceId: AskedAudience.shape.audienceId.nullable().default('donor'),
})

export const ShareLink = z.object({
  id: z.uuid(),
  audienceId: z.string(),
  donorId: z.uuid().nullable(),
  label: z.string(),
  hasPassphrase: z.boolean(),
  embedOrigins: z.array(z.string()),
  createdAt: Instant,
  createdBy: z.string().nullable(),
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  snapshotMadeAt: Instant,
  openedCount: z.number().int(),
  lastOpenedAt: Instant.nullable(),
})
export type ShareLink = z.infer<typeof ShareLink>
export const ShareLinkParams = z.object({ briefingId: z.uuid(), linkId: z.uuid() })
export const ShareLinks = z.object({ items: z.array(ShareLink) })

/** A new snapshot for a link, and what it withholds. */
export const RefreshedShareLink = z.object({ link: ShareLink, withheld: z.array(Withheld) })

/** Its address is told once. */
export const MadeShareLink = z.object({
  link: ShareLink,
  url: z.string(),
  embedUrl: z.string().nullable(),
  withheld: z.array(Withheld),
})
export type MadeShareLink = z.infer<typeof MadeShareLink>

export const OpenShared = z.object({ token: z.string().max(100), passphrase: z.string().max(200).optional() })
export const SharedAssetParams = z.object({ name: AssetName })
/** What a visitor gets: nothing of what was withheld. */
export const SharedShowing = Showing.omit({ withheld: true })
export type SharedShowing = z.infer<typeof SharedShowing>
