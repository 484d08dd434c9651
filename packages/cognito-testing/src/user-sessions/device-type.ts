/** In this order: many name others to be taken for them. */
const apps: readonly [name: string, version: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
]

const systems: readonly [name: string, mark: RegExp][] = [
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Android', /\bandroid\b/i],
  ['Windows', /\bwindows|\bos\/win32/i],
  ['macOS', /\bMacintosh\b|\bos\/(?:macOS|darwin)/i],
  ['Linux', /\bLinux\b|\bos\/linux/i],
]

const appOf = (userAgent: string): string | undefined => {
  for (const [name, version] of apps) {
    const major = version.exec(userAgent)?.[1]
    if (major !== undefined) return `${name} ${major}`
  }
  const [, name, major] = /^(?!Mozilla\/)([\w.-]+)\/(\d+)/.exec(userAgent) ?? []
  return name && `${name} ${major}`
}

/**
 * What AWS calls "operating system and browser or app", such as `Firefox 140 / Linux`; its form is
 * this pool's own.
 */
export const deviceType = (userAgent: string | undefined = ''): string => {
  const system = systems.find(([, mark]) => mark.test(userAgent))?.[0]
  const known = [appOf(userAgent), system].filter((part) => part !== undefined)
  return known.length === 0 ? 'unknown' : known.join(' / ')
}
