/** In a query, and in the answer that it came from. */
export interface PageQuery {
  pageSize?: string
  cursor?: string
}

/** @default 25, of at most 60, which is all that Cognito gives at once */
export const pageSizeIn = ({ pageSize = '25' }: PageQuery): number => Number(pageSize)

/** Cognito's are of Base64, which has to be escaped in a URL; ours never have. */
export const cursorIn = ({ cursor }: PageQuery): { cursor?: string } =>
  cursor === undefined ? {} : { cursor: Buffer.from(cursor, 'base64url').toString() }

export const cursorOf = ({ cursor }: { cursor?: string }): { cursor?: string } =>
  cursor === undefined ? {} : { cursor: Buffer.from(cursor).toString('base64url') }
