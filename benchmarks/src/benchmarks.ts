import { guardedRoute } from './guarded-route.ts'
import { pingUnderSignIns } from './ping-under-sign-ins.ts'
import type { Benchmark } from './report.ts'
import { srpArithmetic } from './srp-arithmetic.ts'
import { tokenVerification } from './token-verification.ts'

export const benchmarks: readonly Benchmark[] = [
  srpArithmetic,
  pingUnderSignIns,
  tokenVerification,
  guardedRoute,
]
