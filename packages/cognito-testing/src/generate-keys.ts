import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

const publicKeyEncoding = { type: 'spki', format: 'der' } as const
const privateKeyEncoding = { type: 'pkcs8', format: 'der' } as const

/** `publicDer` is a SubjectPublicKeyInfo. */
export interface KeyPair {
  privateKey: KeyObject
  publicKey: KeyObject
  publicDer: Buffer
}

/**
 * Read back from what was generated: key objects that still belong to their generator are suspected of
 * blocking the process when one of them is exported while another is collected.
 */
const readBack = (pair: { privateKey: Buffer; publicKey: Buffer }): KeyPair => ({
  privateKey: createPrivateKey({ key: pair.privateKey, format: 'der', type: 'pkcs8' }),
  publicKey: createPublicKey({ key: pair.publicKey, format: 'der', type: 'spki' }),
  publicDer: pair.publicKey,
})

export const generateRsaKeys = (): KeyPair =>
  readBack(
    generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding }),
  )

export const generateP256Keys = (): KeyPair =>
  readBack(
    generateKeyPairSync('ec', { namedCurve: 'P-256', publicKeyEncoding, privateKeyEncoding }),
  )
