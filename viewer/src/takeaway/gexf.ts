import { MODALITIES, POLARITIES } from '../../../src/server/types.ts'
import type { Model } from '../data/model.ts'
import { STATUSES } from '../data/status.ts'

export interface GexfLooks {
  /** x and y of each node. */
  readonly positions: Float32Array
  readonly radii: Float32Array
  /** `#rrggbb` of each node. */
  readonly colours: readonly string[]
}

/** GEXF 1.3 of the visible nodes and claims, one edge a claim, with the places, sizes and colours of the view. */
export function toGexf(
  model: Model,
  visible: { readonly nodes: Uint8Array; readonly claims: Uint8Array },
  looks: GexfLooks,
): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<meta><creator>pressgraph</creator></meta>',
    '<graph defaultedgetype="directed" mode="static">',
    '<attributes class="node"><attribute id="type" title="type" type="string"/></attributes>',
    '<attributes class="edge">',
    ...EDGE_ATTRIBUTES.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`),
    '</attributes>',
    '<nodes>',
  ]
  for (const [node, { id, label, type }] of model.nodes.entries()) {
    if (!visible.nodes[node]) continue
    const [red, green, blue] = rgb(looks.colours[node]!)
    const x = looks.positions[node * 2]!.toFixed(3)
    const y = looks.positions[node * 2 + 1]!.toFixed(3)
    lines.push(
      `<node id="${xml(id)}" label="${xml(label)}"><attvalues><attvalue for="type" value="${type}"/></attvalues>` +
        `<viz:color r="${red}" g="${green}" b="${blue}"/><viz:position x="${x}" y="${y}" z="0"/>` +
        `<viz:size value="${looks.radii[node]!.toFixed(2)}"/></node>`,
    )
  }
  lines.push('</nodes>', '<edges>')
  for (let claim = 0; claim < model.subject.length; claim++) {
    if (!visible.claims[claim]) continue
    const speaker = model.speaker[claim]!
    const relation = model.relations[model.relation[claim]!]!
    const values: Readonly<Record<(typeof EDGE_ATTRIBUTES)[number], string>> = {
      relation: relation.name,
      status: STATUSES[model.status[claim]!]!,
      polarity: POLARITIES[model.polarity[claim]!]!,
      modality: MODALITIES[model.modality[claim]!]!,
      attributedTo: speaker < 0 ? '' : model.nodes[speaker]!.label,
      time: model.time[claim]!,
      confidence: String(model.confidence[claim]!.toFixed(3)),
      document: model.articles[model.article[claim]!]!.id,
    }
    const attributes = EDGE_ATTRIBUTES.map((name) => `<attvalue for="${name}" value="${xml(values[name])}"/>`)
    lines.push(
      `<edge id="${xml(model.claimIds[claim]!)}" source="${xml(model.nodes[model.subject[claim]!]!.id)}" ` +
        `target="${xml(model.nodes[model.object[claim]!]!.id)}" label="${xml(relation.label.de)}">` +
        `<attvalues>${attributes.join('')}</attvalues></edge>`,
    )
  }
  lines.push('</edges>', '</graph>', '</gexf>', '')
  return lines.join('\n')
}

const EDGE_ATTRIBUTES = [
  'relation',
  'status',
  'polarity',
  'modality',
  'attributedTo',
  'time',
  'confidence',
  'document',
] as const

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** Text for an XML attribute; what XML 1.0 cannot hold becomes U+FFFD. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[<>&"]/g, (char) => ENTITIES[char]!)
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)

const rgb = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
