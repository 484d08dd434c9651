import { defineConfig } from 'vitest/config'

const project = (name: string, root: string, testTimeout = 15_000) => ({
  resolve: { conditions: ['@x/source', 'node', 'import', 'module', 'default'] },
  ssr: { resolve: { conditions: ['@x/source', 'node', 'import', 'module', 'default'] } },
  test: {
    name,
    root,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout,
    hookTimeout: 60_000,
    execArgv: ['--disable-warning=NodeVersionSupportWarning'],
  },
})

export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-results/vitest.json' },
    projects: [
      project('core', 'packages/cognito-core'),
      project('testing', 'packages/cognito-testing'),
      project('fastify', 'packages/fastify-cognito'),
      project('web-app', 'examples/cookie-web-app', 60_000),
      project('checks', 'packages/checks', 180_000),
    ],
  },
})
