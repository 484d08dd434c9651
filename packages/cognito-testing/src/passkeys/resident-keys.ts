import type { KeyObject } from 'node:crypto'

/** A passkey as the device knows it. */
export interface ResidentKey {
  id: string
  relyingPartyId: string
  userHandle: string
  privateKey: KeyObject
  counter: number
}

export interface ResidentKeys {
  /** The one made or used last comes first. */
  all(): readonly ResidentKey[]
  /** There is one for each account of a site. */
  keep(key: ResidentKey): void
}

export const createResidentKeys = (): ResidentKeys => {
  let keys: readonly ResidentKey[] = []
  return {
    all: () => keys,
    keep: (key) => {
      const isOfAnotherAccount = (other: ResidentKey): boolean =>
        other.relyingPartyId !== key.relyingPartyId || other.userHandle !== key.userHandle
      keys = [key, ...keys.filter(isOfAnotherAccount)]
    },
  }
}
