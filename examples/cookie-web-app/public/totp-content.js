import { element } from './element.js'

/** In groups of four, as people type it; apps do not mind the spaces. @param {string} secret */
const grouped = (secret) => secret.replaceAll(/.{4}(?=.)/g, '$& ')

/**
 * What an authenticator app wants to see. The drawing is an image, never markup of the page.
 *
 * @param {{ secret: string, uri: string, qr: string }} setup
 * @returns {readonly Node[]}
 */
export const totpContent = ({ secret, uri, qr }) => [
  element(
    'ol',
    { class: 'how-to' },
    element(
      'li',
      {},
      'Scan this with your authenticator app:',
      element('img', {
        class: 'qr',
        src: `data:image/svg+xml,${encodeURIComponent(qr)}`,
        alt: 'QR code; what it says is below, as text',
        width: 200,
        height: 200,
      }),
      'or type this into it:',
      element('code', { class: 'secret' }, grouped(secret)),
    ),
    element('li', {}, 'Enter the code that it shows now.'),
  ),
  element('a', { href: uri, class: 'link' }, 'The app is on this device: open it'),
]
