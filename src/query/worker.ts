/** What the engine asks of its worker, and what it answers. */
export type WorkerRequest =
  | {
      readonly kind: 'load'
      readonly files: readonly string[]
      /** Whether the named graphs are wanted beside their union. */
      readonly named: boolean
    }
  | {
      readonly kind: 'query'
      readonly sparql: string
      /** Media type that Oxigraph writes. */
      readonly format: string
      readonly base: string
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
  readFile: (file: string) => Buffer,
): void {
  let store = new oxigraph.Store()
  port.on('message', (request: WorkerRequest) => {
    let file: string | undefined
    try {
      if (request.kind === 'load') {
        store = new oxigraph.Store()
        for (file of request.files) {
          const quads = readFile(file).toString()
          // Oxigraph's own union of graphs finds a triple once for each graph that has it: ten articles that name a country give its label
          // ten times. So the union is made here, where the store itself keeps each triple once.
          const triples = quads.replace(/ <[^<>]*> \.$/gm, ' .')
          store.load(triples, { format: 'application/n-triples', no_transaction: true, lenient: true })
          if (request.named) store.load(quads, { format: 'application/n-quads', no_transaction: true, lenient: true })
        }
        port.postMessage({ kind: 'done', body: String(store.size) })
        return
      }
      const { sparql, format, base, defaultGraphs, namedGraphs } = request
      const nodes = (iris: readonly string[]) => iris.map((iri) => oxigraph.namedNode(iri))
      const restricted = defaultGraphs.length > 0 || namedGraphs.length > 0
      const body = store.query(sparql, {
        results_format: format,
        base_iri: base,
        ...(restricted && { default_graph: nodes(defaultGraphs), named_graphs: nodes(namedGraphs) }),
      })
      port.postMessage({ kind: 'done', body: String(body) })
    } catch (error) {
      port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error), file })
    }
  })
}
