import { defineConfig } from 'vitest/config'

/** Only asked for by name, these run against a real user pool: see CONTRIBUTING.md. */
const live = process.env['COGNITO_LIVE'] === '1'

const project = (name: string, root: string, { testTimeout = 15_000, isolate = true } = {}) => ({
  // The packages meet as source, without a build; all else is resolved as Node does.
  resolve: { conditions: ['@x/source', 'node'] },
  ssr: { resolve: { conditions: ['@x/source', 'node'] } },
  test: {
    name,
    root,
    include: live ? ['test/**/*.live.ts'] : ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout,
    isolate,
    hookTimeout: 60_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
})

export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-results/vitest.json' },
    maxWorkers: '100%',
    // All live stories are about the same user.
    fileParallelism: !live,
    // Where files are not isolated they share nothing but imports, which are dear.
    projects: [
      project('core', 'packages/cognito-core', { isolate: false }),
      project('testing', 'packages/cognito-testing', { isolate: false }),
      project('fastify', 'packages/fastify-cognito', { isolate: false }),
      project('web-app', 'examples/cookie-web-app', { testTimeout: 60_000, isolate: false }),
      project('observability', 'examples/observability'),
      project('bearer-api', 'examples/bearer-api'),
      project('header-api', 'examples/header-api', { testTimeout: 60_000, isolate: false }),
      project('checks', 'packages/checks', { testTimeout: 180_000 }),
    ],
  },
})
