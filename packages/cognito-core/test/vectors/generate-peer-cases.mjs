// Writes peer-cases.json: what amazon-cognito-identity-js computes for the cases of one seed. Minutes.
//   node test/vectors/generate-peer-cases.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { identityJsSignIn } from './identity-js.mjs'
import { peerCase } from './peer-cases.mjs'

const SEED = 'cognito-core 1'
const CASES = 1080

const manifest = createRequire(import.meta.url).resolve('amazon-cognito-identity-js/package.json')
const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'))

const rows = Array.from({ length: CASES }, (_, index) => {
  const { A, S, key, signature } = identityJsSignIn(peerCase({ seed: SEED, index }))
  const shape = (hex) => hex.padStart(2 * 385, '0').slice(2, 6)
  return JSON.stringify([key, signature, shape(A), shape(S)])
})
writeFileSync(
  new URL('peer-cases.json', import.meta.url),
  `{
"source": "computed by ${name} ${version}; each case's inputs are peerCase({ seed, index })",
"columns": ["session key, hex", "signature, base64", "top two bytes of A", "top two bytes of S"],
"seed": ${JSON.stringify(SEED)},
"cases": [
${rows.join(',\n')}
]
}
`,
)
