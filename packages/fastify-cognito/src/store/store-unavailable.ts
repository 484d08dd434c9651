import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts'

export const storeUnavailable = (cause: unknown): Refusal =>
  refuse('STORE_UNAVAILABLE', 'Sessions cannot be reached right now. Try again in a moment.', {
    retriable: true,
    cause,
  })

export const isStoreUnavailable = (error: unknown): error is Refusal =>
  isRefusal(error) && error.code === 'STORE_UNAVAILABLE'
