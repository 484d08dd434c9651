import { isMet, type Measurement, type Row } from './report.ts'

const figure = (value: number | undefined): string => {
  if (value === undefined) return ''
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const verdicts = (row: Row): string =>
  (row.targets ?? [])
    .map((target) => {
      const wanted = `${target.column} ${target.bound === 'at least' ? '>=' : '<='} ${target.limit}`
      return `${wanted}: ${isMet(row, target) ? 'met' : 'MISSED'}`
    })
    .join('; ')

/** Columns as wide as they need to be: the first and the last are text, the others numbers. */
export const table = ({ columns, rows }: Measurement): string => {
  const lines = [
    ['', ...columns, 'target'],
    ...rows.map((row) => [
      row.variant,
      ...columns.map((column) => figure(row.figures[column])),
      verdicts(row),
    ]),
  ]
  const widths = ['', ...columns].map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  const cell = (text: string, column: number): string => {
    const width = widths[column]
    if (width === undefined) return text
    return column === 0 ? text.padEnd(width) : text.padStart(width)
  }
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')
}
