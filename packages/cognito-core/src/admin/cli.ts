#!/usr/bin/env node
import { runCli } from './run-cli.ts'

const { exitCode } = runCli({
  args: process.argv.slice(2),
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
})
process.exitCode = exitCode
