/**
 * The choices that this page has words for; a newer service may offer more.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, { label: string, hint: string }>>} words
 */
export const choicesOf = (words) => {
  /**
   * @param {unknown} untrusted
   * @returns {untrusted is Name}
   */
  const isKnown = (untrusted) => typeof untrusted === 'string' && Object.hasOwn(words, untrusted)

  return {
    /** @param {unknown} untrustedNames */
    areThere: (untrustedNames) => Array.isArray(untrustedNames) && untrustedNames.some(isKnown),

    /**
     * @template Answer
     * @template {Name} Offered
     * @param {readonly Offered[]} names
     * @param {(name: Offered) => Answer} answer
     */
    among: (names, answer) =>
      names.filter(isKnown).map((name) => ({ ...words[name], answer: answer(name) })),
  }
}
