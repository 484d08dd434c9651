import { a } from 'node:crypto'
