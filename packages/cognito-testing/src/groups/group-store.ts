import type { Clock } from '../clock.ts'

export interface GroupDetails {
  description?: string | undefined
  roleArn?: string | undefined
  /** The lower, the more it counts. */
  precedence?: number | undefined
}

export interface Group extends GroupDetails {
  name: string
  /** Unix seconds. */
  createdAt: number
  modifiedAt: number
}

export interface GroupStore {
  /** One that is there stays as it is. */
  add(group: { name: string } & GroupDetails): Group
  get(name: string): Group | undefined
  update(group: Group, change: GroupDetails): Group
  remove(name: string): void
  all(): readonly Group[]
}

export const createGroupStore = (clock: Clock): GroupStore => {
  const groups = new Map<string, Group>()
  const save = (group: Group): Group => {
    groups.set(group.name, group)
    return group
  }
  return {
    add: (group) => {
      const now = clock.now()
      return groups.get(group.name) ?? save({ ...group, createdAt: now, modifiedAt: now })
    },
    get: (name) => groups.get(name),
    update: (group, change) => save({ ...group, ...change, modifiedAt: clock.now() }),
    remove: (name) => {
      groups.delete(name)
    },
    all: () => [...groups.values()],
  }
}
