import type { DonorVisibility, KeptLogo, LogoGround } from '@borne/api/contracts/visibility'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { sendJson, uploadFile } from '../../platform/api.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { donorMessages } from './donor-messages.ts'
import styles from './donors.module.css'
import { logoAddress } from './logo-row.tsx'
import { donorsQuery } from './visibility-queries.ts'

interface LogoFieldProps {
  donor: DonorVisibility
  ground: LogoGround
  /** Height against the tallest. */
  scale: number
}

/** The logo of a donor on one ground, at its height: seen, replaced, taken away. */
export function LogoField({ donor, ground, scale }: LogoFieldProps) {
  const m = useMessages(donorMessages)
  const { list } = useFormats()
  const id = useId()
  const { upload, remove } = useLogo(donor.donorId, ground)
  const logo = donor.logos.find((one) => one.ground === ground)
  const leftOut = upload.data?.leftOut ?? []
  return (
    <fieldset className={styles.field}>
      <legend>{m.grounds[ground]}</legend>
      <div className={styles.preview} data-ground={ground}>
        {logo ? (
          <img
            src={logoAddress(donor.donorId, logo)}
            alt={m.logo(m.grounds[ground])}
            style={{
              blockSize: `${72 * scale}px`,
              aspectRatio: `${logo.widthPixels} / ${logo.heightPixels}`,
            }}
          />
        ) : (
          <span>{m.noLogoHere}</span>
        )}
      </div>
      <div className={styles.buttons}>
        <input
          id={id}
          type="file"
          accept="image/svg+xml,image/png,image/jpeg,image/webp"
          className="visually-hidden"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) upload.mutate(file)
            target.value = ''
          }}
        />
        <label htmlFor={id} className={buttonClass('plain', 'small')}>
          {upload.isPending ? m.sending : logo ? m.replace : m.upload}
          <span className="visually-hidden"> : {m.logo(m.grounds[ground])}</span>
        </label>
        {logo && (
          <Button size="small" variant="quiet" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {m.remove}
            <span className="visually-hidden"> : {m.logo(m.grounds[ground])}</span>
          </Button>
        )}
      </div>
      {leftOut.length > 0 && (
        <p className={styles.muted} role="status">
          {m.leftOut(list(leftOut))}
        </p>
      )}
      <FormProblem error={upload.error ?? remove.error} />
    </fieldset>
  )
}

function useLogo(donorId: string, ground: LogoGround) {
  const client = useQueryClient()
  const address = `/api/donors/${donorId}/logos/${ground}`
  const onSuccess = () => client.invalidateQueries({ queryKey: donorsQuery.queryKey })
  return {
    upload: useMutation({
      mutationFn: (file: File) => uploadFile<KeptLogo>(address, file, undefined, {}, 'PUT'),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: () => sendJson<DonorVisibility>('DELETE', address), onSuccess }),
  }
}
