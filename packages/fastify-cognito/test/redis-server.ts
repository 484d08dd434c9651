import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'

const path = process.env['REDIS_PATH'] ?? '/usr/bin/redis-server'

/** Where there is none the tests are left out, and say so; never where all have to run. */
export const hasRedis = existsSync(path)

if (!hasRedis) {
  if (process.env['CI']) throw new Error(`There is no ${path}: REDIS_PATH names a redis-server.`)
  process.stderr.write(`No ${path}: tests of stores on Redis are left out. REDIS_PATH names one.\n`)
}

export interface RedisServer {
  url: string
  port: number
  /** A client of the test itself. */
  redis: Redis
  stop(): Promise<void>
  /** On the same port, and empty. */
  start(): Promise<void>
}

/** A Redis of its own, which keeps nothing on disk, ended when the test is over. */
export const startRedis = async (...config: readonly string[]): Promise<RedisServer> => {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'redis-'))
  const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => 50 })
  redis.on('error', () => undefined)
  const running: { child?: ChildProcess } = {}

  const start = async (): Promise<void> => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory]
    const memory = ['--save', '', '--appendonly', 'no', ...config]
    running.child = spawn(path, [...args, ...memory], { stdio: 'ignore' })
    await ready(redis)
  }
  const stop = async (): Promise<void> => {
    const { child } = running
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  onTestFinished(async () => {
    redis.disconnect()
    await stop()
    rmSync(directory, { recursive: true, force: true })
  })
  await start()
  return { url: `redis://127.0.0.1:${port}`, port, redis, start, stop }
}

const ready = async (redis: Redis): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await redis.ping().catch(() => undefined)
    if (answer === 'PONG') return
    await setTimeout(25)
  }
  throw new Error('redis-server does not answer')
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
