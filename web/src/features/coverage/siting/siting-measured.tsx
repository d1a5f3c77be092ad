import type { CoverageInput, SitingAnswer } from '@borne/api/contracts/coverage'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { ComparisonOnMap } from '../scenarios/comparison-on-map.tsx'
import { askedQuery } from '../scenarios/scenario-queries.ts'
import { supposedId } from '../scenarios/supposed-id.ts'
import { sitingMessages } from './siting-messages.ts'

interface SitingMeasuredProps {
  places: SitingAnswer['places']
  asked: CoverageInput
  keepsPosts: boolean
}

/** The coverage measured anew as if the proposed posts stood: the border it gains is drawn. */
export function SitingMeasured({ places, asked, keepsPosts }: SitingMeasuredProps) {
  const m = useMessages(sitingMessages)
  const { distance } = useFormats()
  const changes = useMemo(
    () =>
      places.map(({ name, position }) => ({
        kind: 'place-opens' as const,
        placeId: supposedId(),
        name,
        position,
      })),
    [places],
  )
  const isAsked = keepsPosts && places.length > 0
  const before = useQuery({ ...askedQuery(asked), enabled: isAsked })
  const after = useQuery({ ...askedQuery({ ...asked, changes }), enabled: isAsked })
  if (!isAsked || before.isError || after.isError) return null
  return (
    <>
      <PanelSection title={m.measured}>
        {before.data && after.data ? (
          <p>
            {m.measuredTold(
              distance(before.data.reachedBorderMetres),
              distance(after.data.reachedBorderMetres),
            )}
          </p>
        ) : (
          <Skeleton lines={1} />
        )}
      </PanelSection>
      <ComparisonOnMap
        before={before.data}
        after={after.data}
        seen="difference"
        isStale={before.isPlaceholderData || after.isPlaceholderData}
      />
    </>
  )
}
