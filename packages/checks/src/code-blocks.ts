/** A fenced block of a Markdown file. */
export interface CodeBlock {
  file: string
  /** Of the opening fence, from 1. */
  line: number
  /** What stands behind the fence; empty where nothing does. */
  language: string
  code: string
}

/** Every fenced block. @throws Error where a fence is never closed. */
export const codeBlocks = (file: string, markdown: string): CodeBlock[] => {
  const blocks: CodeBlock[] = []
  let open: (CodeBlock & { lines: string[] }) | undefined
  for (const [index, text] of markdown.split('\n').entries()) {
    const fence = /^\s*```(\S*)/.exec(text)
    if (open && fence) {
      const { lines, ...block } = open
      blocks.push({ ...block, code: lines.join('\n') })
      open = undefined
    } else if (open) {
      open.lines.push(text)
    } else if (fence) {
      open = { file, line: index + 1, language: fence[1] ?? '', code: '', lines: [] }
    }
  }
  if (open) throw new Error(`${file}:${open.line}: this fence is never closed`)
  return blocks
}
