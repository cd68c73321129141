declare module 'jsonld' {
  const jsonld: {
    readonly toRDF: (document: unknown, options: { readonly format: 'application/n-quads' }) => Promise<string>
  }
  export default jsonld
}
