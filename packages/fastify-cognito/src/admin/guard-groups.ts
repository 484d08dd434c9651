import type { AuthRequirements } from '../guards/auth-requirements.ts'

/** What whoever passes a guard has to be in, one of them or all, and what they may not be in. */
export interface GuardGroups {
  needed: ReadonlySet<string>
  forbidden: ReadonlySet<string>
}

export const guardGroupsOf = ({ groups = [] }: AuthRequirements): GuardGroups => {
  if ('includes' in groups) return { needed: new Set(groups), forbidden: new Set() }
  const { all = [], any = [], none = [] } = groups
  return { needed: new Set([...all, ...any]), forbidden: new Set(none) }
}
