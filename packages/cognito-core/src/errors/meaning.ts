import type { Complaint } from './attribute-complaint.ts'
import type { MessageKey } from './messages.ts'

/** A wording of Cognito's, and what it means. Never the punctuation: it varies between regions and years. */
export interface Wording {
  says: RegExp
  /** The operations in which it means this, where not in all. */
  on?: readonly string[]
  /** From the groups of `says`, or all that was said. */
  means: MessageKey | ((groups: readonly string[], said: string) => Complaint)
}

export interface Meaning {
  /** The first that fits decides. */
  wordings?: readonly Wording[]
  otherwise: MessageKey
}
