import { lazy } from 'react'
import type { ContractView } from './contract-view.ts'
import { GuaranteeForm } from './guarantee-form.tsx'
import { OrderForm } from './order-form.tsx'
import { PaymentForm } from './payment-form.tsx'
import { PunchForm } from './punch-form.tsx'
import type { EventForm } from './search.ts'

const AmendmentForm = lazy(async () => ({ default: (await import('./amendment-form.tsx')).AmendmentForm }))
const CertificateForm = lazy(async () => ({
  default: (await import('./certificate-form.tsx')).CertificateForm,
}))

const InspectionForm = lazy(async () => ({
  default: (await import('./inspection-form.tsx')).InspectionForm,
}))
const ImportBill = lazy(async () => ({ default: (await import('./import-bill.tsx')).ImportBill }))
const ImportPlan = lazy(async () => ({ default: (await import('./import-plan.tsx')).ImportPlan }))

/** The form that the address opens over the page of the contract. */
export function EventDialog({ view, form }: { view: ContractView; form: EventForm }) {
  switch (form) {
    case 'order':
      return <OrderForm view={view} />
    case 'certificate':
      return <CertificateForm view={view} />
    case 'payment':
      return <PaymentForm view={view} />
    case 'guarantee':
      return <GuaranteeForm view={view} />
    case 'amendment':
      return <AmendmentForm view={view} />
    case 'punch':
      return <PunchForm view={view} />
    case 'inspection':
      return <InspectionForm view={view} />
    case 'bill':
      return <ImportBill view={view} />
    case 'plan':
      return <ImportPlan view={view} />
  }
}
