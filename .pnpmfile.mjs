/** openapi-typescript writes with the compiler API of TypeScript 5, which TypeScript 7 no longer has. */
const ownTypeScript = ({ peerDependencies: { typescript, ...peerDependencies }, ...manifest }) => ({
  ...manifest,
  peerDependencies,
  dependencies: { ...manifest.dependencies, typescript: '5.9.3' },
})

export const hooks = {
  readPackage: (manifest) =>
    manifest.name === 'openapi-typescript' ? ownTypeScript(manifest) : manifest,
}
