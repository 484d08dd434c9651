import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export interface VirtualAuthenticator {
  /** How many passkeys it holds. */
  count(): Promise<number>
  /** Whether its user lets it do what it is asked for. */
  setUserPresence(isThere: boolean): Promise<void>
  /** Whether it knows its user by finger, face or PIN. */
  setUserVerified(isVerified: boolean): Promise<void>
  /** As when it is reset. */
  clear(): Promise<void>
}

/** A device for passkeys, built into the machine that the page is seen on. */
export const addVirtualAuthenticator = async (page: Page): Promise<VirtualAuthenticator> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  onTestFinished(() => devtools.detach())
  return {
    count: async () => {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.length
    },
    setUserPresence: async (enabled) => {
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
    setUserVerified: async (isUserVerified) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    clear: async () => {
      await devtools.send('WebAuthn.clearCredentials', { authenticatorId })
    },
  }
}
