import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../../.changeset')
const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))

/** A formatter of Markdown once made a heading of the packages, and no release would have been one. */
describe.runIf(names.length > 0)('a changeset', () => {
  it.each(names)('names its packages, and tells users something: %s', async (name) => {
    const text = await readFile(join(folder, name), 'utf8')
    expect(text).toMatch(/^---\n(?:'@x\/[\w-]+': (?:major|minor|patch)\n)+---\n\n\S/)
  })
})
