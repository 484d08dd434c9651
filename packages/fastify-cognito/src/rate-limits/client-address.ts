import { isIPv6 } from 'node:net'

/**
 * Whom requests from an address are put down to: an IPv4 address, or the /64 of an IPv6 one, which is
 * what a single customer mostly gets. Over a socket in the file system there is none.
 */
export const clientAddress = (ip = ''): string => {
  const bare = ip.split('%', 1)[0] ?? ''
  if (!isIPv6(bare)) return bare.toLowerCase()
  const groups = groupsOf(bare)
  const [high = '', low = ''] = groups.slice(6)
  return isMappedIPv4(groups) ? `${bytesOf(high)}.${bytesOf(low)}` : groups.slice(0, 4).join(':')
}

/** Eight, in hexadecimal without leading zeros. */
const groupsOf = (ip: string): readonly string[] => {
  // The URL parser writes them so, also what ends in the form of IPv4.
  const { hostname } = new URL(`http://[${ip}]`)
  const [before = '', after] = hostname.slice(1, -1).split('::', 2)
  const head = before.split(':').filter(Boolean)
  const tail = (after ?? '').split(':').filter(Boolean)
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
}

/** `::ffff:192.0.2.1`, as a server that listens on both sees IPv4. */
const isMappedIPv4 = (groups: readonly string[]): boolean =>
  groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'

const bytesOf = (group: string): string => {
  const number = Number.parseInt(group, 16)
  return `${number >> 8}.${number & 255}`
}
