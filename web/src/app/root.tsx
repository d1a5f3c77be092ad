import { Outlet, useMatches } from '@tanstack/react-router'
import { SessionGate } from './session-gate.tsx'

/** Whole pages stand alone; all else is inside the house, whose door asks who one is. */
export function Root() {
  const isWhole = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isWhole) })
  return isWhole ? <Outlet /> : <SessionGate />
}
