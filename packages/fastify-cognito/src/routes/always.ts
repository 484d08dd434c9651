/** Whatever the request. */
export const always = (): boolean => true
