type Call = (...input: never[]) => Promise<unknown>

/** Names of the members that are calls, and of those that hold some. */
type OneOf<Whole> = { [Name in keyof Whole]: Whole[Name] extends Call ? Name : never }[keyof Whole]
type AllOf<Whole> = Exclude<keyof Whole, OneOf<Whole>>

/** Parts of something that is loaded, once, when the first of its calls is made. */
export interface LoadedLate<Whole> {
  one<Name extends OneOf<Whole>>(name: Name): Whole[Name]
  all<Name extends AllOf<Whole>>(name: Name, calls: Record<keyof Whole[Name], true>): Whole[Name]
}

export const loadedLate = <Whole extends object>(load: () => Promise<Whole>): LoadedLate<Whole> => {
  let loading: Promise<Whole> | undefined
  const loaded = (): Promise<Whole> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  const later =
    (find: (whole: Whole) => unknown) =>
    async (...input: never[]): Promise<unknown> =>
      (find(await loaded()) as Call)(...input)

  return {
    one: (name) => later((whole) => whole[name]) as never,
    all: (name, calls) =>
      Object.fromEntries(
        Object.keys(calls).map((call) => [
          call,
          later((whole) => Reflect.get(Object(whole[name]), call)),
        ]),
      ) as never,
  }
}
