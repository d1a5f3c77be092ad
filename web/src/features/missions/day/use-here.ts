import { useEffect, useState } from 'react'

const WITHIN_MS = 15_000
const NOT_OLDER_MS = 60_000
/** About a metre. */
const DECIMALS = 5

/** Where the device is, once it knows; null as long as it does not, or may not tell. */
export function useHere(): [lon: number, lat: number] | null {
  const [here, setHere] = useState<[number, number] | null>(null)
  useEffect(() => {
    let isWanted = true
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        const at = [coords.longitude, coords.latitude].map((degrees) => Number(degrees.toFixed(DECIMALS)))
        if (isWanted) setHere([at[0]!, at[1]!])
      },
      // A check-in goes without it.
      () => {},
      { enableHighAccuracy: true, timeout: WITHIN_MS, maximumAge: NOT_OLDER_MS },
    )
    return () => {
      isWanted = false
    }
  }, [])
  return here
}
