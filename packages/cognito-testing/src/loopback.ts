/** Where the pool may listen. */
export const loopbackHosts: readonly string[] = ['127.0.0.1', '::1', 'localhost']

/** As it stands in a URL. */
export const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/**
 * Whether a Host header names this machine and the port that was asked. A page whose own domain
 * was pointed at 127.0.0.1 (DNS rebinding) still sends the name of that domain.
 */
export const isLoopbackHeader = (untrustedHost: string | undefined, port: number): boolean =>
  loopbackHosts.some((host) => {
    const name = hostInUrl(host)
    const untrustedName = untrustedHost?.toLowerCase()
    return untrustedName === `${name}:${port}` || (port === 80 && untrustedName === name)
  })
