/**
 * @typedef {object} View
 * @property {string} title
 * @property {readonly Node[]} nodes
 * @property {HTMLElement} focus where a keyboard goes on
 */

const main = /** @type {HTMLElement} */ (document.getElementById('view'))

/** @param {View} view */
export const showView = ({ title, nodes, focus }) => {
  document.title = `${title} · Cookie web app`
  main.replaceChildren(...nodes)
  focus.focus()
}
