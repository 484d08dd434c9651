import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inTime } from './in-time.ts'

const blockFor = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

describe('an answer', () => {
  it('is none where it takes longer', async () => {
    await expect(inTime(new Promise(() => undefined), 10)).rejects.toThrow('within 10 ms')
  })

  it('is one where it came in time, however busy this process was meanwhile', async () => {
    const server = createServer((socket) => socket.write('PONG')).listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.close()
    })
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    onTestFinished(() => {
      socket.destroy()
    })
    const answer = inTime(once(socket, 'data'), 20)
    await once(socket, 'connect')
    blockFor(100)
    expect(String(await answer)).toBe('PONG')
  })
})
