/**
 * Letters of base64url, as tokens are made of. Four of them are three bytes, each four in one way only,
 * so these can be bytes and come back as the very same letters.
 */
const packable = /(?:[\w-]{4}){4,}/g

/**
 * A text in fewer bytes than it has letters, for what is mostly tokens: by turns a length and that many
 * bytes of UTF-8, a length and that many bytes of what base64url stood for. Lengths are LEB128.
 */
export const packText = (text: string): Buffer => {
  const parts: Buffer[] = []
  let plainFrom = 0
  for (const { 0: letters, index } of text.matchAll(packable)) {
    parts.push(Buffer.from(text.slice(plainFrom, index)), Buffer.from(letters, 'base64url'))
    plainFrom = index + letters.length
  }
  parts.push(Buffer.from(text.slice(plainFrom)))
  return Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]))
}

/** @returns `undefined` for what `packText` did not give. */
export const unpackText = (packed: Buffer): string | undefined => {
  const texts: string[] = []
  let at = 0
  while (at < packed.length) {
    const { length, next } = readLength(packed, at)
    const end = next + length
    if (end > packed.length) return undefined
    const part = packed.subarray(next, end)
    texts.push(part.toString(texts.length % 2 === 0 ? 'utf8' : 'base64url'))
    at = end
  }
  return texts.join('')
}

const lengthOf = ({ length }: Buffer): Buffer => {
  const bytes: number[] = []
  let left = length
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128)
  return Buffer.from([...bytes, left])
}

const readLength = (packed: Buffer, at: number): { length: number; next: number } => {
  const byte = packed[at] ?? 0
  if (byte < 128) return { length: byte, next: at + 1 }
  const { length, next } = readLength(packed, at + 1)
  return { length: (byte & 127) + length * 128, next }
}
