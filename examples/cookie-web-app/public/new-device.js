/** @type {string | undefined} */
let key

/**
 * That this browser is new to the user pool, which remembers it only once the user has said so. Not
 * asked again after a reload: it can be said on the security page, too.
 *
 * @param {string} deviceKey
 */
export const keepNewDevice = (deviceKey) => {
  key = deviceKey
}

export const forgetNewDevice = () => {
  key = undefined
}

/** The key of the device. */
export const newDevice = () => key
