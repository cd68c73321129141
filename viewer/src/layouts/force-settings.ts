/**
 * Settings of ForceAtlas2 for a graph of that many nodes (Jacomy et al. 2014): what graphology infers from the order of a graph, but with
 * more gravity for small graphs, whose few components would drift apart.
 */
export function forceSettings(nodes: number): object {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: nodes < 200 ? 0.12 : 0.05,
    slowDown: 1 + Math.log(Math.max(nodes, 1)),
    barnesHutOptimize: nodes > 1000,
    barnesHutTheta: 0.7,
  }
}
