import type { Document, Layer } from './document.ts'
import type { Resources } from './resources.ts'

/**
 * One step of the pipeline: a pure function over a document. What it needs and what it adds is declared, so that a wrong order is
 * reported before anything runs.
 */
export interface Stage<Requires extends Layer = Layer, Assigns extends Layer = Layer> {
  readonly id: string
  readonly requires: readonly Requires[]
  readonly assigns: readonly Assigns[]
  /** Returns the document with the layers of `assigns` added (layers that are there already are replaced). */
  readonly run: <D extends Document<Requires>>(document: D, resources: Resources) => Promise<D & Document<Assigns>>
}

/** Declares a stage from a function that computes only the new layers. */
export function defineStage<Requires extends Layer, Assigns extends Layer>(
  id: string,
  requires: readonly Requires[],
  assigns: readonly Assigns[],
  annotate: (document: Document<Requires>, resources: Resources) => Promise<Pick<Document<Assigns>, Assigns>>,
): Stage<Requires, Assigns> {
  return {
    id,
    requires,
    assigns,
    run: async (document, resources) => ({ ...document, ...(await annotate(document, resources)) }) as never,
  }
}
