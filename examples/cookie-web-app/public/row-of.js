/**
 * The row of a table under a name that came from elsewhere: not what every object has by birth.
 *
 * @template Row
 * @param {Readonly<Record<string, Row>>} table
 * @param {string} untrustedName
 * @returns {Row | undefined}
 */
export const rowOf = (table, untrustedName) =>
  Object.hasOwn(table, untrustedName) ? table[untrustedName] : undefined
