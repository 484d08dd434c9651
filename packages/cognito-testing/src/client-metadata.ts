/** What a call tells the pool's triggers, which is stored nowhere. */
export type ClientMetadata = Readonly<Record<string, string>>
