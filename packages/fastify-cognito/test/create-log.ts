import { Writable } from 'node:stream'

/** Everything that an app logs, at every level. */
export const createLog = (level = 'trace') => {
  const lines: string[] = []
  const stream = new Writable({
    write: (line, _encoding, done) => {
      lines.push(String(line))
      done()
    },
  })
  return { options: { level, stream }, lines, text: () => lines.join('') }
}
