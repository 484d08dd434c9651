/** More do not fit into a request: see `mostCookieBytes`. */
const mostChunks = 3

/** Of one name, by its index: another site below the same domain may have tossed some in beside ours. */
const mostOfOneName = [16, 4, 4]

/** The cookie that holds a piece: `name`, `name.1`, `name.2`. */
export const chunkName = (name: string, index: number): string =>
  index === 0 ? name : `${name}.${index}`

/** All cookies that may hold a piece. */
export const chunkNames = (name: string): readonly string[] =>
  Array.from({ length: mostChunks }, (_, index) => chunkName(name, index))

/**
 * Cuts a sealed text into the values of as many cookies as it needs. The first says how many there
 * are; a count that was changed joins another text, which does not open.
 *
 * @param room is how many letters a value may have.
 */
export const splitChunks = (sealed: string, room: number): string[] => {
  const pieceLength = room - '1.'.length
  const count = Math.ceil(sealed.length / pieceLength)
  return Array.from({ length: count }, (_, index) => {
    const piece = sealed.slice(index * pieceLength, (index + 1) * pieceLength)
    return index === 0 ? `${count}.${piece}` : piece
  })
}

/** Of one text, by the names of their cookies. */
export interface Joined {
  sealed: string
  pieces: readonly (readonly [name: string, value: string])[]
}

/**
 * The texts that the pieces may make: one, unless a name came with several values. None where pieces
 * are missing. Chunks left over from a longer text are passed by.
 */
export const joinChunks = (
  name: string,
  untrustedCookies: ReadonlyMap<string, readonly string[]>,
): readonly Joined[] => {
  const valuesOf = (index: number): readonly string[] =>
    (untrustedCookies.get(chunkName(name, index)) ?? []).slice(0, mostOfOneName[index])

  return valuesOf(0).flatMap((value) => {
    const [, count, first] = /^([1-9])\.(.+)$/.exec(value) ?? []
    if (!count || !first || Number(count) > mostChunks) return []
    const head: Joined = { sealed: first, pieces: [[name, value]] }
    const indexes = Array.from({ length: Number(count) - 1 }, (_, index) => index + 1)
    return indexes.reduce<readonly Joined[]>(
      (heads, index) =>
        heads.flatMap(({ sealed, pieces }) =>
          valuesOf(index).map((piece) => ({
            sealed: sealed + piece,
            pieces: [...pieces, [chunkName(name, index), piece] as const],
          })),
        ),
      [head],
    )
  })
}
