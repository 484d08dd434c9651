/**
 * @typedef {object} View
 * @property {string} title
 * @property {readonly Node[]} nodes
 * @property {HTMLElement} focus where a keyboard goes on
 * @property {() => void} [onShown]
 */

const main = /** @type {HTMLElement} */ (document.getElementById('view'))

/** @param {View} view */
export const showView = ({ title, nodes, focus, onShown }) => {
  document.title = `${title} · Cookie web app`
  main.replaceChildren(...nodes)
  focus.focus()
  onShown?.()
}
