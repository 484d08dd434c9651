/** In bytes. Node takes 16 KB for all headers of a request; what is left is for those that are not ours. */
export const mostCookieBytes = 12_000

/** In bytes: what browsers take for one cookie, with its name and attributes. */
export const mostBytesOfOne = 4096

/** In bytes, of the `Cookie` header: what a browser sends of ours once it has this answer. */
export const cookieBytes = ({
  sent,
  answered,
}: {
  sent: readonly (readonly [name: string, value: string])[]
  /** `Set-Cookie` headers. */
  answered: readonly string[]
}): number => {
  const kept = new Map(sent.map(([name, value]) => [name, `${name}=${value}; `]))
  for (const cookie of answered) {
    const [pair = '', ...attributes] = cookie.split('; ')
    const [name = ''] = pair.split('=', 1)
    kept.set(name, attributes.includes('Max-Age=0') ? '' : `${pair}; `)
  }
  return [...kept.values()].reduce((bytes, pair) => bytes + pair.length, 0)
}
