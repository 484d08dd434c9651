import { CognitoError } from '../errors/cognito-error.ts'
import { requireText } from '../require-text.ts'
import type { Page } from './every-page.ts'

/** What Cognito tells page by page: every item by `for await`, or one page at a time. */
export interface Listing<Item> extends AsyncIterable<Item> {
  /**
   * The first page, or the one that `cursor` leads to. A page may hold fewer items than asked for, even
   * none; where `cursor` is absent it is the last.
   *
   * @throws CognitoError
   */
  page(input?: { cursor?: string }): Promise<ListingPage<Item>>
}

export interface ListingPage<Item> {
  items: readonly Item[]
  /** Leads to the next page, for an hour or so. */
  cursor?: string
}

/** Asks for a page when it is wanted, and for none after the caller has broken off. */
export const listing = <Item>(
  ask: (cursor: string | undefined) => Promise<Page<Item>>,
): Listing<Item> => ({
  page: async ({ cursor } = {}) => {
    const from = cursor === undefined ? undefined : requireText('cursor', cursor)
    const { items, next } = await ask(from)
    return { items, ...(next && { cursor: next }) }
  },

  async *[Symbol.asyncIterator]() {
    let cursor: string | undefined
    do {
      const { items, next }: Page<Item> = await ask(cursor)
      yield* items
      if (next && next === cursor) throw new CognitoError('COGNITO_UNEXPECTED')
      cursor = next
    } while (cursor)
  },
})
