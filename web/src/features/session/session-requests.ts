import type { Role } from '@borne/api/contracts/access'
import type {
  LinkDescription,
  SessionState,
  SignInInput,
  UseLinkInput,
  ViewAsInput,
} from '@borne/api/contracts/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { sendJson } from '../../platform/api.ts'
import { takeSession } from '../../platform/session-query.ts'

type Asked =
  | { with: 'password'; input: SignInInput }
  | { with: 'code'; code: string }
  | { with: 'demonstration'; role: Role }
  | { with: 'link'; input: z.infer<typeof UseLinkInput> }

/** Makes a session, or takes it a step further; the answer is taken over at once. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation<SessionState, Error, Asked>({
    mutationFn: (asked) => sendJson<SessionState>('POST', ...requestOf(asked)),
    onSuccess: (state) => takeSession(client, state),
  })
}

function requestOf(asked: Asked): [path: string, body: object] {
  switch (asked.with) {
    case 'password':
      return ['/api/session', asked.input]
    case 'code':
      return ['/api/session/second-factor', { code: asked.code }]
    case 'demonstration':
      return ['/api/session/demonstration', { role: asked.role }]
    case 'link':
      return ['/api/links/use', asked.input]
  }
}

export function inspectLink(token: string): Promise<LinkDescription> {
  return sendJson<LinkDescription>('POST', '/api/links/inspect', { token })
}

export function askForReset(email: string): Promise<void> {
  return sendJson<void>('POST', '/api/password-resets', { email })
}

/** Looks at the app as another role; nothing is the person's own view again. */
export function useViewAs() {
  const client = useQueryClient()
  return useMutation<SessionState, Error, z.infer<typeof ViewAsInput> | null>({
    mutationFn: (input) =>
      input
        ? sendJson<SessionState>('PUT', '/api/session/view-as', input)
        : sendJson<SessionState>('DELETE', '/api/session/view-as'),
    onSuccess: (state) => takeSession(client, state, true),
  })
}
