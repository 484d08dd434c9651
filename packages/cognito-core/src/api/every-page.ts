import { CognitoError } from '../errors/cognito-error.ts'

export interface Page<Item> {
  items: readonly Item[]
  /** Leads to the next page; absent or empty on the last. A page before it may have no items. */
  next: string | undefined
}

/**
 * Every item of every page.
 *
 * @throws CognitoError `COGNITO_UNEXPECTED` where a page leads back to one before it.
 */
export const everyPage = async <Item>(
  ask: (token: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> => {
  const items: Item[] = []
  const seen = new Set<string>()
  let token: string | undefined
  while (true) {
    const page = await ask(token)
    items.push(...page.items)
    token = page.next
    if (!token) return items
    if (seen.has(token)) throw new CognitoError('COGNITO_UNEXPECTED')
    seen.add(token)
  }
}
