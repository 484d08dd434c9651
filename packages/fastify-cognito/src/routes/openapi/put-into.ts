import { isDeepStrictEqual } from 'node:util'

/** Puts something into a table of a document, and gives its name there: another one where that is taken. */
export const putInto = (table: Record<string, object>, name: string, value: object): string => {
  const free = firstFree(name, (taken) => {
    const there = table[taken]
    return there !== undefined && !isDeepStrictEqual(there, value)
  })
  table[free] = value
  return free
}

/** `name`, else `name2`, `name3` and so on. */
export const firstFree = (name: string, isTaken: (name: string) => boolean, count = 1): string => {
  const candidate = count === 1 ? name : `${name}${count}`
  return isTaken(candidate) ? firstFree(name, isTaken, count + 1) : candidate
}
