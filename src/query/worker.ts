/** What the engine asks of its worker, and what it answers. */
export type WorkerRequest =
  | { readonly kind: 'load'; readonly files: readonly string[] }
  | {
      readonly kind: 'query'
      readonly sparql: string
      /** Media type that Oxigraph writes. */
      readonly format: string
      readonly base: string
      /** Whether all graphs together are the default graph. */
      readonly union: boolean
      readonly defaultGraphs: readonly string[]
      readonly namedGraphs: readonly string[]
    }

export type WorkerAnswer =
  | { readonly kind: 'done'; readonly body: string }
  | { readonly kind: 'failed'; readonly message: string; readonly file?: string }

/**
 * The worker's whole program: it holds the store and answers one message after another. Oxigraph's calls block, so they run in a thread
 * that can be ended. The engine starts it from this function's own source, so that it runs alike from TypeScript and from JavaScript;
 * therefore it may refer to nothing but its parameters.
 */
export function serveQueries(
  port: import('node:worker_threads').MessagePort,
  oxigraph: typeof import('oxigraph'),
  readFile: (file: string) => Uint8Array,
): void {
  let store = new oxigraph.Store()
  port.on('message', (request: WorkerRequest) => {
    let file: string | undefined
    try {
      if (request.kind === 'load') {
        store = new oxigraph.Store()
        for (file of request.files)
          store.load(readFile(file), { format: 'application/n-quads', no_transaction: true, lenient: true })
        port.postMessage({ kind: 'done', body: String(store.size) })
        return
      }
      const { sparql, format, base, union, defaultGraphs, namedGraphs } = request
      const nodes = (iris: readonly string[]) => iris.map((iri) => oxigraph.namedNode(iri))
      const restricted = defaultGraphs.length > 0 || namedGraphs.length > 0
      const body = store.query(sparql, {
        results_format: format,
        base_iri: base,
        use_default_graph_as_union: union && !restricted,
        ...(restricted && { default_graph: nodes(defaultGraphs), named_graphs: nodes(namedGraphs) }),
      })
      port.postMessage({ kind: 'done', body: String(body) })
    } catch (error) {
      port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error), file })
    }
  })
}
