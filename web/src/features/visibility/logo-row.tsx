import type { DonorLogo, DonorVisibility, LogoGround } from '@borne/api/contracts/visibility'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { donorMessages } from './donor-messages.ts'
import styles from './donors.module.css'

/** The address changes with the picture, so that a replaced one is not the former one from a cache. */
export function logoAddress(donorId: string, { ground, pngSha256 }: DonorLogo): string {
  return `/api/donors/${donorId}/logos/${ground}/png?of=${pngSha256.slice(0, 12)}`
}

/** Logos in their order and at their heights, never stretched. */
export function LogoRow({ donors, ground }: { donors: readonly DonorVisibility[]; ground: LogoGround }) {
  const m = useMessages(donorMessages)
  const { language } = useLanguage()
  const shown = donors.flatMap((donor) => {
    const logo = donor.logos.find((one) => one.ground === ground)
    return logo ? [{ donor, logo }] : []
  })
  return (
    <figure className={styles.row} data-ground={ground}>
      <figcaption>{m.grounds[ground]}</figcaption>
      <div>
        {shown.length === 0 && <p>{m.rowEmpty}</p>}
        {shown.map(({ donor, logo }) => (
          <img
            key={donor.donorId}
            src={logoAddress(donor.donorId, logo)}
            alt={(language === 'en' && donor.names.en) || donor.names.fr}
            style={{
              blockSize: `${56 * donor.logoScale}px`,
              aspectRatio: `${logo.widthPixels} / ${logo.heightPixels}`,
            }}
          />
        ))}
      </div>
    </figure>
  )
}
