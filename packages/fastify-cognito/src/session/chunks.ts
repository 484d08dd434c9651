/** With name and attributes a browser takes 4096 bytes for a cookie. */
const chunkLength = 3800

/** Node takes 16 KB for all headers of a request together. */
const mostChunks = 3

/** The cookie that holds a piece: `name`, `name.1`, `name.2`. */
export const chunkName = (name: string, index: number): string =>
  index === 0 ? name : `${name}.${index}`

/**
 * Cuts a sealed text into the values of as many cookies as it needs. The first says how many there
 * are; a count that was changed joins another text, which does not open.
 *
 * @returns `undefined` where it would need too many.
 */
export const splitChunks = (sealed: string): string[] | undefined => {
  const count = Math.ceil(sealed.length / chunkLength)
  if (count > mostChunks) return undefined
  return Array.from({ length: count }, (_, index) => {
    const piece = sealed.slice(index * chunkLength, (index + 1) * chunkLength)
    return index === 0 ? `${count}.${piece}` : piece
  })
}

/** The text again, or `undefined` where pieces are missing. Chunks left over from a longer text are passed by. */
export const joinChunks = (
  name: string,
  untrustedCookies: ReadonlyMap<string, string>,
): string | undefined => {
  const [, count, first] = /^([1-9])\.(.+)$/.exec(untrustedCookies.get(name) ?? '') ?? []
  if (!count || !first || Number(count) > mostChunks) return undefined
  const rest = Array.from({ length: Number(count) - 1 }, (_, index) =>
    untrustedCookies.get(chunkName(name, index + 1)),
  )
  return rest.includes(undefined) ? undefined : [first, ...rest].join('')
}

/** The cookies in a request that hold a piece, whether they belong together or not. */
export const chunkNamesIn = (
  name: string,
  cookies: ReadonlyMap<string, string>,
): readonly string[] =>
  Array.from({ length: mostChunks }, (_, index) => chunkName(name, index)).filter((chunk) =>
    cookies.has(chunk),
  )
