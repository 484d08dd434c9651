import { askForPasskey } from '../passkey-ceremonies.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'passkey'>} */
export const passkey = {
  title: 'Use your passkey',
  intro: () => 'Your browser or phone asks for your finger, your face or a PIN.',
  submitLabel: 'Use a passkey',
  answer: async (_, { requestOptions }, signal) => {
    const given = await askForPasskey({ options: requestOptions, signal })
    return 'problem' in given ? given : { answer: given }
  },
  isComplete: ({ requestOptions }) => typeof requestOptions === 'object' && requestOptions !== null,
  startsItself: true,
}
