import type { Document, Layer, Layers } from '../core/document.ts'
import { PressgraphError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import type { Stage } from '../core/stage.ts'

export interface Pipeline {
  readonly stages: readonly Stage[]
  /** Runs the stages in order over one document; a stage whose layers are all there already is left out. */
  readonly run: (document: Document, resources: Resources) => Promise<Document<Layer>>
}

/**
 * A pipeline of stages in the order given.
 * @throws PressgraphError if a stage requires a layer that no earlier stage assigns, or two stages assign the same one.
 */
export function createPipeline(stages: readonly Stage<never, never>[] | readonly Stage[]): Pipeline {
  const assignedBy = new Map<keyof Layers, string>()
  for (const stage of stages as readonly Stage[]) {
    for (const layer of stage.requires) {
      if (assignedBy.has(layer)) continue
      const maker = (stages as readonly Stage[]).find((other) => other.assigns.includes(layer))
      throw new PressgraphError(`stage "${stage.id}" requires the layer "${layer}", which no earlier stage assigns`, {
        hint: maker ? `Put "${maker.id}" before "${stage.id}".` : `Add a stage that assigns "${layer}".`,
      })
    }
    for (const layer of stage.assigns) {
      const other = assignedBy.get(layer)
      if (other) throw new PressgraphError(`the stages "${other}" and "${stage.id}" both assign the layer "${layer}"`)
      assignedBy.set(layer, stage.id)
    }
  }
  return {
    stages: stages as readonly Stage[],
    run: async (document, resources) => {
      let current = document as Document<Layer>
      for (const stage of stages as readonly Stage[]) {
        const there = stage.assigns.length > 0 && stage.assigns.every((layer) => current[layer] !== undefined)
        if (!there) current = await stage.run(current, resources)
      }
      return current
    },
  }
}

/** A pipeline of `stages` up to the last that assigns one of `layers`. */
export function pipelineFor(stages: readonly Stage[], layers: readonly Layer[]): Pipeline {
  const last = stages.findLastIndex(({ assigns }) => assigns.some((layer) => layers.includes(layer)))
  return createPipeline(stages.slice(0, last + 1))
}
