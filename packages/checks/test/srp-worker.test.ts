import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** As built: TypeScript sources have no file that a worker could run. */
const urlOf = (file: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../..', file)).href)

const start = `
import { createCognito } from ${urlOf('cognito-core/dist/index.js')}
import { createTestUserPool } from ${urlOf('cognito-testing/dist/index.js')}
const workers = []
process.on('worker', (worker) => {
  const seen = { worker, answers: 0 }
  workers.push(seen)
  worker.on('message', () => { seen.answers += 1 })
})
const user = { username: 'ada', password: 'Correct-horse-1' }
const warnings = []
const cognitoOf = (pool) => createCognito({
  ...pool.options,
  srp: { worker: true },
  onWarning: ({ code }) => warnings.push(code),
})
const tell = (told) => console.log(JSON.stringify(told))
`

/** What a script tells. It has to come to its end, and the process then ends by itself. */
const run = async (script: string): Promise<unknown> => {
  const args = ['--input-type=module', '--eval', start + script]
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, timeout: 60_000 })
  return JSON.parse(stdout)
}

describe('SRP on a worker thread', () => {
  it('starts one for all when it is first needed, which keeps no process alive', async () => {
    const told = await run(`
      const pool = createTestUserPool({ users: [user] })
      const [one, two] = [cognitoOf(pool), cognitoOf(createTestUserPool({ users: [user] }))]
      const before = workers.length
      const results = await Promise.all([one.signIn(user), one.signIn(user), two.signIn(user)])
      const statuses = results.map(({ status }) => status)
      tell({ before, statuses, answers: workers.map(({ answers }) => answers), warnings })
    `)
    expect(told).toEqual({
      before: 0,
      statuses: ['signed-in', 'signed-in', 'signed-in'],
      // Of each, the keys and the proof.
      answers: [6],
      warnings: [],
    })
  })

  it('is not even loaded where the option is not on', async () => {
    const told = await run(`
      const { options } = createTestUserPool({ users: [user] })
      const { status } = await createCognito(options).signIn(user)
      tell({ status, workers: workers.length })
    `)
    expect(told).toEqual({ status: 'signed-in', workers: 0 })
  })

  it('proves devices as well, and confirms new ones', async () => {
    const told = await run(`
      const cognito = cognitoOf(createTestUserPool({ deviceTracking: 'always', users: [user] }))
      const { newDevice: device } = await cognito.signIn(user)
      const { status, droppedDevice } = await cognito.signIn({ ...user, device })
      tell({ status, droppedDevice, answers: workers.map(({ answers }) => answers) })
    `)
    // Keys and proof of the user twice, the verifier of the device, its keys and its proof.
    expect(told).toEqual({ status: 'signed-in', answers: [7] })
  })

  it('refuses a wrong password as ever, and a challenge that cannot be', async () => {
    const told = await run(`
      const pool = createTestUserPool({ users: [user] })
      const cognito = cognitoOf(pool)
      const codeOf = (error) => error.code
      const wrong = await cognito.signIn({ ...user, password: 'wrong' }).catch(codeOf)
      pool.options.client.middlewareStack.add((next) => async (args) => {
        const result = await next(args)
        const parameters = result.output.ChallengeParameters
        if (parameters?.SRP_B) parameters.SRP_B = '0'
        return result
      }, { step: 'initialize' })
      const zero = await cognito.signIn(user).catch(codeOf)
      tell({ wrong, zero })
    `)
    expect(told).toEqual({ wrong: 'COGNITO_INVALID_CREDENTIALS', zero: 'COGNITO_UNEXPECTED' })
  })

  it('loses nothing where it dies, and is started again', async () => {
    const told = await run(`
      const cognito = cognitoOf(createTestUserPool({ users: [user] }))
      await cognito.signIn(user)
      const under = Array.from({ length: 20 }, () => cognito.signIn(user))
      workers[0].worker.once('message', () => workers[0].worker.terminate())
      const statuses = new Set((await Promise.all(under)).map(({ status }) => status))
      const { status } = await cognito.signIn(user)
      const [first, ...later] = workers
      tell({
        statuses: [...statuses, status],
        hasDiedEarly: first.answers < 42,
        again: later.length,
        warnings,
      })
    `)
    expect(told).toEqual({
      statuses: ['signed-in', 'signed-in'],
      hasDiedEarly: true,
      again: 1,
      warnings: [],
    })
  })

  it('answers every known exchange as the main thread does', async () => {
    const told = await run(`
      import { readFileSync } from 'node:fs'
      import { workerSrp } from ${urlOf('cognito-core/dist/worker/worker-srp.js')}
      import { srpHere } from ${urlOf('cognito-core/dist/crypto/srp-jobs.js')}
      import { modexp } from ${urlOf('cognito-core/dist/crypto/modexp.js')}
      import { peerCase } from ${urlOf('cognito-core/test/vectors/peer-cases.mjs')}
      const read = (file) => JSON.parse(readFileSync(new URL(file), 'utf8'))
      const integer = (hex) => BigInt('0x' + hex)
      const srp = workerSrp(({ code }) => warnings.push(code))

      const generated = read(${urlOf('cognito-core/test/vectors/srp-generated.json')})
      const { gen_device: device, constants, padhex, ...passwords } = generated
      const exchanges = [...Object.values(passwords), {
        ...device,
        poolName: device.deviceGroupKey,
        userIdForSrp: device.deviceKey,
        password: device.randomPassword,
      }]
      const wrong = []
      for (const exchange of exchanges) {
        const { signature } = await srp('passwordClaim', {
          keys: { a: integer(exchange.a), A: integer(exchange.A) },
          challenge: { salt: exchange.saltWire, B: exchange.srpB, secretBlock: exchange.secretBlock },
          poolName: exchange.poolName,
          userIdForSrp: exchange.userIdForSrp,
          password: exchange.password,
          now: new Date(exchange.timestamp),
        })
        if (signature !== exchange.signature) wrong.push(exchange)
      }
      const { seed, cases } = read(${urlOf('cognito-core/test/vectors/peer-cases.json')})
      await Promise.all(cases.map(async ([, expected], index) => {
        const { a, salt, B, secretBlock, nowMs, ...user } = peerCase({ seed, index })
        const keys = { a: integer(a), A: modexp(2n, integer(a)) }
        const challenge = { salt, B, secretBlock }
        const now = new Date(nowMs)
        const { signature } = await srp('passwordClaim', { ...user, keys, challenge, now })
        if (signature !== expected) wrong.push(index)
      }))
      tell({ exchanges: exchanges.length, cases: cases.length, wrong, warnings, workers: workers.length })
    `)
    expect(told).toEqual({ exchanges: 5, cases: 1080, wrong: [], warnings: [], workers: 1 })
  })
})
