import { describe, expect, it } from 'vitest'
import {
  deletePasskey,
  idsOf,
  listPasskeys,
  nameOf,
  passkeyPool,
  register,
  tokenOf,
} from './passkey-calls.ts'
import { refusalOf } from './sign-in.ts'

describe('ListWebAuthnCredentials', () => {
  it('comes in pages, which go on where they were also after a deletion', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const ids: string[] = []
    for (const _ of Array.from({ length: 5 })) {
      ids.push((await register(pool, token)).id)
      pool.clock.advance(1)
    }
    const first = await listPasskeys(pool, token, { MaxResults: 2 })
    expect(first.Credentials?.map(({ CredentialId }) => CredentialId)).toEqual(ids.slice(0, 2))
    await deletePasskey(pool, token, ids[1] ?? '')
    const { NextToken } = first
    const second = await listPasskeys(pool, token, { MaxResults: 2, NextToken })
    expect(second.Credentials?.map(({ CredentialId }) => CredentialId)).toEqual(ids.slice(2, 4))
    const last = await listPasskeys(pool, token, { NextToken: second.NextToken })
    expect(last.Credentials?.map(({ CredentialId }) => CredentialId)).toEqual(ids.slice(4))
    expect(last.NextToken).toBeUndefined()
    expect((await listPasskeys(pool, token, { MaxResults: 0 })).Credentials).toHaveLength(4)
  })

  it('takes no token that is made up or of somebody else, and no page of more than 20', async () => {
    const pool = passkeyPool()
    const [token, tokenOfBen] = [await tokenOf(pool), await tokenOf(pool, 'ben')]
    await register(pool, token)
    await register(pool, token)
    const { NextToken } = await listPasskeys(pool, token, { MaxResults: 1 })
    const list = (input: object, AccessToken = token) =>
      nameOf(listPasskeys(pool, AccessToken, input))
    expect(NextToken).toBeDefined()
    expect(await list({ NextToken }, tokenOfBen)).toBe('InvalidParameterException')
    expect(await list({ NextToken: 'made-up' })).toBe('InvalidParameterException')
    expect(await list({ MaxResults: 21 })).toBe('InvalidParameterException')
  })
})

describe('DeleteWebAuthnCredential', () => {
  it('deletes a passkey of the user, and of nobody else', async () => {
    const pool = passkeyPool()
    const [token, tokenOfBen] = [await tokenOf(pool), await tokenOf(pool, 'ben')]
    const { id } = await register(pool, token)
    expect(await refusalOf(deletePasskey(pool, tokenOfBen, id))).toBe(
      'ResourceNotFoundException: Passkey does not exist.',
    )
    await deletePasskey(pool, token, id)
    expect(await idsOf(pool, token)).toEqual([])
    expect(await nameOf(deletePasskey(pool, token, id))).toBe('ResourceNotFoundException')
  })
})
