let listener: (() => void) | undefined

/** Who wants to know that the server asked for a sign-in. */
export function onSessionEnd(next: () => void): void {
  listener = next
}

export function noteSessionEnd(): void {
  listener?.()
}
