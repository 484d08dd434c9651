import { parentPort } from 'node:worker_threads'
import { serveSrp } from './srp-port.ts'

if (parentPort) serveSrp(parentPort)
