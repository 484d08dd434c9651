import { createForm } from '../form.js'
import { request } from '../request.js'

/** @param {{ label: string, path: string, signal: AbortSignal, onDone: () => void, onSessionOver: () => void }} options */
export const createSignOutForm = ({ label, path, signal, onDone, onSessionOver }) =>
  createForm({
    fields: [],
    submitLabel: label,
    busyLabel: 'Signing out…',
    look: 'quiet',
    startOver: onSessionOver,
    submit: async () => {
      const answer = await request('POST', path, { signal })
      if (!answer.ok) return answer.problem
      onDone()
      return undefined
    },
  })
