// Plain JavaScript, so that every supported Node can run it as it stands.
import { createHash } from 'node:crypto'

const SALT_BYTES = 16
const B_BYTES = 384

/** How the hex of an integer reaches the client: each row is one way that implementations differ. */
const WIRES = [
  (hex) => hex,
  (hex) => ((Number.parseInt(hex[0], 16) & 7) | 8).toString(16) + hex.slice(1), // the top bit set
  (hex) => hex.slice(1).replace(/^0/, '1'), // an odd number of digits
  (hex) => hex.slice(2).replace(/^00/, '10'), // the top byte is zero, and is left out
  (hex) => `00${hex.slice(2)}`, // the top byte is zero, and is sent
  (hex) => hex.toUpperCase(),
]

/**
 * The inputs of one random exchange, the same for the same seed and index. B is any number modulo
 * N: to the arithmetic of a client, a server that holds another verifier looks like that.
 */
export const peerCase = ({ seed, index }) => {
  const random = (name, bytes) =>
    createHash('shake256', { outputLength: bytes }).update(`${seed} ${index} ${name}`).digest()
  const below = (name, limit) => random(name, 4).readUInt32BE() % limit
  const wire = (name, bytes, row) => WIRES[row](random(name, bytes).toString('hex'))
  return {
    a: random('a', 32 + below('length of a', 4)).toString('hex'),
    salt: wire('salt', SALT_BYTES, index % WIRES.length),
    B: wire('B', B_BYTES, Math.floor(index / WIRES.length) % WIRES.length),
    secretBlock: random('block', 1 + below('length of block', 200)).toString('base64'),
    poolName: random('pool', 5).toString('hex').slice(0, 9),
    userIdForSrp: random('user', 1 + below('length of user', 12)).toString('hex'),
    password: random('password', 6 + below('length of password', 20)).toString('latin1'),
    nowMs: below('now', 2 ** 32) * 1000,
  }
}
