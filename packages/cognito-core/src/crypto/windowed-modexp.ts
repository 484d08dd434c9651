import { N } from './srp-group.ts'

/** Runs of up to five bits that begin and end with a one, and the zeros between them. */
const WINDOWS = /0|1(?:[01]{0,3}1)?/g

/**
 * base^exponent mod N by a sliding window over BigInt, for 0 < base < N and exponent > 0. Several
 * times slower than OpenSSL and not constant-time: only for a runtime whose OpenSSL fails the
 * self-test of `modexp`.
 */
export const windowedModexp = (base: bigint, exponent: bigint): bigint => {
  const square = (base * base) % N
  const oddPowers = [base]
  for (let power = base; oddPowers.length < 16; oddPowers.push(power)) power = (power * square) % N
  let result = 1n
  for (const [window] of exponent.toString(2).matchAll(WINDOWS)) {
    for (const _bit of window) result = (result * result) % N
    const oddPower = oddPowers[(Number.parseInt(window, 2) - 1) / 2]
    if (oddPower !== undefined) result = (result * oddPower) % N
  }
  return result
}
