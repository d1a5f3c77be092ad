import type { RecoveryCodes } from '@borne/api/contracts/accounts'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { ownAccountQuery } from '../../platform/own-account-query.ts'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CodeDialog } from './code-dialog.tsx'
import { EnrolmentSteps } from './enrolment-steps.tsx'
import styles from './own-account.module.css'
import type { Own } from './own-account-page.tsx'
import { ownMessages } from './own-messages.ts'

interface OwnSecondFactorProps {
  account: Own
  onCodes(codes: readonly string[]): void
}

/** The second factor: turned on by a first code, kept by recovery codes, turned off by a code. */
export function OwnSecondFactor({ account, onCodes }: OwnSecondFactorProps) {
  const m = useMessages(ownMessages)
  const client = useQueryClient()
  const [isEnrolling, setIsEnrolling] = useState(false)
  const { isOn, isRequired } = account.secondFactor
  const showCodes = (codes: readonly string[]) => {
    setIsEnrolling(false)
    onCodes(codes)
    void client.invalidateQueries(ownAccountQuery)
  }
  return (
    <PanelSection title={m.secondFactor}>
      {!isOn && (
        <p className={styles.lead}>
          {m.secondFactorText} {isRequired && m.required}
        </p>
      )}
      {!isOn && !isEnrolling && (
        <Button variant="primary" onClick={() => setIsEnrolling(true)}>
          {m.enrol}
        </Button>
      )}
      {!isOn && isEnrolling && <EnrolmentSteps onCodes={showCodes} onCancel={() => setIsEnrolling(false)} />}
      {isOn && <WhileOn account={account} onCodes={showCodes} />}
    </PanelSection>
  )
}

const FEW_CODES = 3

function WhileOn({ account, onCodes }: OwnSecondFactorProps) {
  const m = useMessages(ownMessages)
  const client = useQueryClient()
  const toast = useToast()
  const [asks, setAsks] = useState<'codes' | 'off' | null>(null)
  const { recoveryCodesLeft, isRequired } = account.secondFactor

  async function renew(code: string) {
    const { codes } = await sendJson<RecoveryCodes>('POST', '/api/account/recovery-codes', { code })
    setAsks(null)
    onCodes(codes)
  }

  async function turnOff(code: string) {
    await sendJson<void>('DELETE', '/api/account/second-factor', { code })
    setAsks(null)
    toast.show(m.turnedOff)
    await client.invalidateQueries(ownAccountQuery)
  }

  return (
    <>
      <p className={styles.on}>
        <IconShieldCheck aria-hidden="true" size={20} />
        <strong>{m.on}</strong> {m.codesLeft(recoveryCodesLeft)}
      </p>
      {recoveryCodesLeft < FEW_CODES && <p className={styles.few}>{m.fewCodes}</p>}
      <div className={styles.buttons}>
        <Button onClick={() => setAsks('codes')}>{m.newCodes}</Button>
        {!isRequired && (
          <Button variant="danger" onClick={() => setAsks('off')}>
            {m.turnOff}
          </Button>
        )}
      </div>
      {asks === 'codes' && (
        <CodeDialog
          title={m.newCodes}
          text={m.newCodesText}
          confirmLabel={m.makeCodes}
          onCode={renew}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === 'off' && (
        <CodeDialog
          isDanger
          title={m.turnOffTitle}
          text={m.turnOffText}
          confirmLabel={m.turnOff}
          onCode={turnOff}
          onClose={() => setAsks(null)}
        />
      )}
    </>
  )
}
