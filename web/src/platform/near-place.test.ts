import type { BorderPosts } from '@borne/api/contracts/posts'
import { expect, test } from 'vitest'
import { nearPlace } from './near-place.ts'

const post = (name: string, coordinates: [number, number] | null) => ({
  geometry: coordinates && { type: 'Point', coordinates },
  properties: { name },
})
const POSTS = [
  post('Ghabou', [-12, 15]),
  post('Gouraye', [-13, 15]),
  post('Sans position', null),
] as unknown as BorderPosts['features']

test.each([
  [[-12, 15.1], 'n'],
  [[-11.9, 15.1], 'ne'],
  [[-11.9, 15], 'e'],
  [[-12, 14.9], 's'],
  [[-12.1, 14.9], 'sw'],
  [[-12.1, 15], 'w'],
] as const)('%j lies in the direction %s of the nearest post', (position, bearing) => {
  expect(nearPlace(POSTS, position)).toMatchObject({ name: 'Ghabou', bearing })
})

test('the distance is that of the ellipsoid', () => {
  expect(nearPlace(POSTS, [-12, 15.1])?.distanceMetres).toBeCloseTo(11_064, -1)
  expect(nearPlace([], [-12, 15])).toBeNull()
})
