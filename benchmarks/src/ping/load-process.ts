import { Agent, get } from 'node:http'
import { openLoop } from './open-loop.ts'

export interface LoadInput {
  readonly url: string
  readonly seconds: number
  readonly pingsPerSecond: number
  readonly signInsPerSecond: number
}

export interface LoadResult {
  readonly pingLatenciesMs: readonly number[]
  readonly signInsPerSecond: number
}

const request = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${url}: status ${response.statusCode}`))
      })
    }).on('error', reject)
  })

const run = async (input: LoadInput): Promise<LoadResult> => {
  const { url, seconds, pingsPerSecond, signInsPerSecond } = input
  const pingAgent = new Agent({ keepAlive: true, maxSockets: 64 })
  const signInAgent = new Agent({ keepAlive: true, maxSockets: 512 })
  const loops = [
    openLoop({
      perSecond: pingsPerSecond,
      seconds,
      graceSeconds: 2,
      send: () => request(`${url}/ping`, pingAgent),
    }),
    openLoop({
      perSecond: signInsPerSecond,
      seconds,
      graceSeconds: 0,
      send: () => request(`${url}/sign-in`, signInAgent),
    }),
  ] as const
  const [pings, signIns] = await Promise.all(loops)
  return {
    pingLatenciesMs: pings.latenciesMs,
    signInsPerSecond: signIns.answeredInTime / seconds,
  }
}

process.on('disconnect', () => process.exit())
process.on('message', async (input: LoadInput) => {
  process.send?.(await run(input))
})
