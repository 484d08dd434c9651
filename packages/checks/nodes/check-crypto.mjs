// Run by every Node of this folder: node check-crypto.mjs <built crypto folder> <vectors folder>
// Says in one line what it has compared, or fails.
import assert from 'node:assert/strict'
import { createHash, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [cryptoFolder, vectorsFolder] = process.argv.slice(2)
const load = (folder, file) => import(pathToFileURL(join(folder, file)).href)
const read = (file) => JSON.parse(readFileSync(join(vectorsFolder, file), 'utf8'))

const { createModexp, modexp } = await load(cryptoFolder, 'modexp.js')
const { opensslModexp } = await load(cryptoFolder, 'openssl-modexp.js')
const { windowedModexp } = await load(cryptoFolder, 'windowed-modexp.js')
const { passwordClaim } = await load(cryptoFolder, 'password-claim.js')
const { secretHash } = await load(cryptoFolder, 'secret-hash.js')
const { srpWith, startSrp } = await load(cryptoFolder, 'srp.js')
const { g, k, N, pad, sha256, toInteger } = await load(cryptoFolder, 'srp-group.js')
const { peerCase } = await load(vectorsFolder, 'peer-cases.mjs')

const integer = (hex) => BigInt(`0x${hex}`)
const random = (name, bytes) =>
  toInteger(createHash('shake256', { outputLength: bytes }).update(name).digest())

// OpenSSL itself, so that a Node on which everything falls back to BigInt is noticed.
const powers = 64
for (let index = 0; index < powers; index += 1) {
  const base = random(`base ${index}`, 384) % N
  const exponent = random(`exponent ${index}`, 65)
  assert.equal(opensslModexp(base, exponent), windowedModexp(base, exponent))
}

const { gen_device: device, constants, padhex, ...passwords } = read('srp-generated.json')
const exchanges = [
  ...Object.values(passwords),
  {
    ...device,
    poolName: device.deviceGroupKey,
    userIdForSrp: device.deviceKey,
    password: device.randomPassword,
  },
]
const withoutOpenssl = createModexp(() => {
  throw new Error('no OpenSSL here')
})
const claimWith = ({ exchange, srp, password = exchange.password }) =>
  passwordClaim({
    srp,
    challenge: { salt: exchange.saltWire, B: exchange.srpB, secretBlock: exchange.secretBlock },
    poolName: exchange.poolName,
    userIdForSrp: exchange.userIdForSrp,
    password,
    now: new Date(exchange.timestamp),
  })
for (const power of [modexp, withoutOpenssl]) {
  for (const exchange of exchanges) {
    const keys = { a: integer(exchange.a), A: power(g, integer(exchange.a)) }
    assert.equal(keys.A.toString(16), exchange.A)
    assert.deepEqual(claimWith({ exchange, srp: srpWith(keys, power) }), {
      signature: exchange.signature,
      timestamp: exchange.timestamp,
    })
  }
}
assert.equal(k.toString(16), constants.k)
for (const { int, hex } of padhex) assert.equal(pad(BigInt(int)).toString('hex'), hex)

const { seed, cases } = read('peer-cases.json')
cases.forEach((row, index) => {
  const { a: secret, nowMs, salt, B, secretBlock, ...user } = peerCase({ seed, index })
  const srp = srpWith({ a: integer(secret), A: modexp(g, integer(secret)) })
  const seen = []
  const sessionKey = (input) => {
    const key = srp.sessionKey(input)
    seen.push(key.toString('hex'))
    return key
  }
  const { signature } = passwordClaim({
    ...user,
    srp: { ...srp, sessionKey },
    challenge: { salt, B, secretBlock },
    now: new Date(nowMs),
  })
  assert.deepEqual([...seen, signature], row.slice(0, 2), `case ${index}`)
})

const [exchange] = exchanges
const identity = `${exchange.poolName}${exchange.userIdForSrp}`
const serverKey = (A) => {
  const u = sha256(pad(A), pad(integer(exchange.srpB)))
  const shared = (A * modexp(integer(exchange.verifier), toInteger(u))) % N
  const S = modexp(shared, integer(exchange.b))
  return Buffer.from(hkdfSync('sha256', pad(S), pad(toInteger(u)), constants.info, 16))
}
const fresh = 16
for (let index = 0; index < fresh; index += 1) {
  const srp = startSrp()
  const { saltWire: salt, srpB: B, password } = exchange
  assert.deepEqual(srp.sessionKey({ salt, B, identity, password }), serverKey(integer(srp.A)))
}

const wrongPasswords = Array.from({ length: 96 }, (_, index) => `${exchange.password}${index}`)
const signatures = wrongPasswords.map((password) => {
  const srp = srpWith({ a: integer(exchange.a), A: integer(exchange.A) })
  return claimWith({ exchange, srp, password }).signature
})
assert.equal(new Set([...signatures, exchange.signature]).size, 97)
const nonSquares = wrongPasswords.filter((password) => {
  const x = sha256(pad(integer(exchange.saltWire)), sha256(`${identity}:${password}`))
  const base = integer(exchange.srpB) - k * modexp(g, toInteger(x))
  return modexp(base, (N - 1n) / 2n) !== 1n
})
assert.ok(nonSquares.length > 16 && nonSquares.length < 80)

assert.equal(
  secretHash({ username: 'josé@example.com', clientId: '5client', clientSecret: 'hush' }),
  'SDbxjd30croEUHe4SqIK9yZuPi9h3p9rkqZPOQpgKzI=',
)

const counts = {
  powers,
  vectors: exchanges.length,
  peerCases: cases.length,
  fresh,
  wrongPasswords: wrongPasswords.length,
}
process.stdout.write(JSON.stringify({ node: process.version, ...counts }))
