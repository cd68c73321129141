import { dayOf } from '../data/dates.ts'
import { claimsOfNode, type Model, NODE_TYPES, otherEnd } from '../data/model.ts'
import { STATUSES } from '../data/status.ts'
import type { Communities } from './communities.ts'
import { ARTICLE_ITSELF, type Filters, type ViewState } from './view.ts'

/** What is left to see. Masks hold 1 for visible. */
export interface Visible {
  readonly nodes: Uint8Array
  readonly claims: Uint8Array
  /** Claims that all filters but the date's let through: what the histogram counts. */
  readonly anyDate: Uint8Array
  /** Visible claims of each bundle. */
  readonly bundleSizes: Uint32Array
  /** Status that a bundle is drawn with: the firmest of its visible claims, as an index into `STATUSES`. */
  readonly bundleStatus: Uint8Array
  readonly nodeCount: number
  readonly claimCount: number
  readonly facets: Facets
}

/** How many claims (of types and communities: nodes) each choice would show, the other filters being as they are. */
export interface Facets {
  /** By index into `NODE_TYPES`. */
  readonly types: Uint32Array
  /** By index into the groups of communities; empty while they are not known. */
  readonly communities: Uint32Array
  /** By index into `STATUSES`. */
  readonly statuses: Uint32Array
  /** By relation name. */
  readonly relations: ReadonlyMap<string, number>
  /** By node id or `ARTICLE_ITSELF`. */
  readonly speakers: ReadonlyMap<string, number>
  /** By index into the articles. */
  readonly articles: Uint32Array
  /** Claims with and without a date. */
  readonly dated: number
  readonly undated: number
}

const TYPE = 1
const STATUS = 2
const RELATION = 4
const SPEAKER = 8
const ARTICLE = 16
const CONFIDENCE = 32
const DATE = 64
const FOCUS = 128
const COMMUNITY = 256

/** Day number of an ISO date, or null if it is none. */
export function parseDay(date: string | null): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '') ?? []
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day))
}

/** Whether any filter leaves out claims. */
export const filtersClaims = (filters: Filters): boolean =>
  filters.statuses.length > 0 ||
  filters.relations.length > 0 ||
  filters.speakers.length > 0 ||
  filters.articles.length > 0 ||
  filters.confidence > 0 ||
  filters.from !== null ||
  filters.to !== null

/**
 * Applies the filters. A claim is visible if it passes all of them and both its ends are of a visible type and community; a node if it has
 * a visible claim, or has no claims at all and only types and communities are filtered.
 * @param communities null while they are not known: nothing is filtered by them then
 */
export function applyFilters(
  model: Model,
  view: Pick<ViewState, 'filters' | 'focus'>,
  communities: Communities | null = null,
): Visible {
  const nodesShown = nodesThatMayShow(model, view.filters, communities)
  const failures = failuresOf(model, view, nodesShown)
  const claims = new Uint8Array(failures.length)
  const anyDate = new Uint8Array(failures.length)
  const nodes = new Uint8Array(model.nodes.length)
  let claimCount = 0
  for (let claim = 0; claim < failures.length; claim++) {
    if ((failures[claim]! & ~DATE) === 0) anyDate[claim] = 1
    if (failures[claim] !== 0) continue
    claims[claim] = 1
    claimCount++
    nodes[model.subject[claim]!] = 1
    nodes[model.object[claim]!] = 1
  }
  const focus = focusMask(model, view.focus)
  const alone = !filtersClaims(view.filters)
  let nodeCount = 0
  for (let node = 0; node < nodes.length; node++) {
    const isolated = model.offsets[node] === model.offsets[node + 1]
    if (isolated && alone && nodesShown[node] === 0 && (!focus || focus.members[node])) nodes[node] = 1
    if (focus?.centres[node] && nodesShown[node] === 0) nodes[node] = 1
    nodeCount += nodes[node]!
  }
  return {
    nodes,
    claims,
    anyDate,
    nodeCount,
    claimCount,
    ...bundleMasks(model, claims),
    facets: facetsOf(model, failures, nodesShown, communities, alone),
  }
}

/** For each node which of its filters, by type and by community, it fails, as bits. */
function nodesThatMayShow(model: Model, filters: Filters, communities: Communities | null): Uint16Array {
  const types = NODE_TYPES.map((type) => (filters.types.includes(type) ? TYPE : 0))
  const groups = communities?.groups.map(({ key }) => (filters.communities.includes(key) ? COMMUNITY : 0)) ?? []
  const failures = new Uint16Array(model.nodes.length)
  for (let node = 0; node < failures.length; node++)
    failures[node] = types[model.type[node]!]! | (communities ? groups[communities.of[node]!]! : 0)
  return failures
}

function focusMask(model: Model, focus: readonly string[]): { members: Uint8Array; centres: Uint8Array } | null {
  const known = focus.flatMap((id) => model.nodeIndex.get(id) ?? [])
  if (known.length === 0) return null
  const members = new Uint8Array(model.nodes.length)
  const centres = new Uint8Array(model.nodes.length)
  for (const node of known) {
    centres[node] = 1
    members[node] = 1
    for (const claim of claimsOfNode(model, node)) members[otherEnd(model, claim, node)] = 1
  }
  return { members, centres }
}

/** For each claim the filters that it fails, as bits. */
function failuresOf(
  model: Model,
  { filters, focus }: Pick<ViewState, 'filters' | 'focus'>,
  nodes: Uint16Array,
): Uint16Array {
  const size = model.subject.length
  const failures = new Uint16Array(size)
  const statuses = Uint8Array.from(STATUSES, (status) => (filters.statuses.includes(status) ? 0 : 1))
  const relations = Uint8Array.from(model.relations, ({ name }) => (filters.relations.includes(name) ? 0 : 1))
  const anySpeaker = filters.speakers.length === 0
  const noSpeaker = anySpeaker || filters.speakers.includes(ARTICLE_ITSELF)
  const speakers = new Set(filters.speakers.flatMap((id) => model.nodeIndex.get(id) ?? []))
  const anyArticle = filters.articles.length === 0
  const articles = Uint8Array.from(model.articles, ({ id }) => (anyArticle || filters.articles.includes(id) ? 1 : 0))
  const from = parseDay(filters.from) ?? Number.NEGATIVE_INFINITY
  const to = (parseDay(filters.to) ?? Number.POSITIVE_INFINITY) + 1
  const ranged = Number.isFinite(from) || Number.isFinite(to)
  const mask = focusMask(model, focus)
  for (let claim = 0; claim < size; claim++) {
    const subject = model.subject[claim]!
    const object = model.object[claim]!
    const speaker = model.speaker[claim]!
    let failed = nodes[subject]! | nodes[object]!
    if (!statuses[model.status[claim]!]) failed |= STATUS
    if (!relations[model.relation[claim]!]) failed |= RELATION
    if (speaker < 0 ? !noSpeaker : !anySpeaker && !speakers.has(speaker)) failed |= SPEAKER
    if (!articles[model.article[claim]!]) failed |= ARTICLE
    if (model.confidence[claim]! < filters.confidence) failed |= CONFIDENCE
    if (ranged) {
      const start = model.from[claim]!
      if (Number.isNaN(start) ? !filters.undated : start >= to || model.to[claim]! <= from) failed |= DATE
    }
    if (mask && !(mask.members[subject] && mask.members[object])) failed |= FOCUS
    failures[claim] = failed
  }
  return failures
}

/** One pass: a claim that fails one filter alone is what that filter's choice would bring back. */
function facetsOf(
  model: Model,
  failures: Uint16Array,
  nodes: Uint16Array,
  communities: Communities | null,
  withIsolated: boolean,
): Facets {
  const statuses = new Uint32Array(STATUSES.length)
  const relations = new Uint32Array(model.relations.length)
  const speakers = new Uint32Array(model.nodes.length + 1)
  const articles = new Uint32Array(model.articles.length)
  const typed = new Uint8Array(model.nodes.length)
  const grouped = new Uint8Array(communities ? model.nodes.length : 0)
  let dated = 0
  let undated = 0
  for (let claim = 0; claim < failures.length; claim++) {
    const failed = failures[claim]!
    if (failed === 0 || failed === STATUS) statuses[model.status[claim]!]!++
    if (failed === 0 || failed === RELATION) relations[model.relation[claim]!]!++
    if (failed === 0 || failed === SPEAKER) speakers[model.speaker[claim]! + 1]!++
    if (failed === 0 || failed === ARTICLE) articles[model.article[claim]!]!++
    if (failed === 0 || failed === TYPE) {
      typed[model.subject[claim]!] = 1
      typed[model.object[claim]!] = 1
    }
    if (communities && (failed === 0 || failed === COMMUNITY)) {
      grouped[model.subject[claim]!] = 1
      grouped[model.object[claim]!] = 1
    }
    if (failed === 0 || failed === DATE) {
      if (Number.isNaN(model.from[claim]!)) undated++
      else dated++
    }
  }
  const isolated = (node: number) => model.offsets[node] === model.offsets[node + 1]
  const types = new Uint32Array(NODE_TYPES.length)
  for (let node = 0; node < typed.length; node++)
    if (typed[node] || (withIsolated && isolated(node) && (nodes[node]! & ~TYPE) === 0)) types[model.type[node]!]!++
  const groups = new Uint32Array(communities?.groups.length ?? 0)
  for (let node = 0; node < grouped.length; node++)
    if (grouped[node] || (withIsolated && isolated(node) && (nodes[node]! & ~COMMUNITY) === 0))
      groups[communities!.of[node]!]!++
  const byName = new Map<string, number>()
  for (const [index, { name }] of model.relations.entries())
    byName.set(name, (byName.get(name) ?? 0) + relations[index]!)
  const bySpeaker = new Map<string, number>()
  for (const [index, count] of speakers.entries())
    if (count > 0) bySpeaker.set(index === 0 ? ARTICLE_ITSELF : model.nodes[index - 1]!.id, count)
  return {
    types,
    communities: groups,
    statuses,
    relations: byName,
    speakers: bySpeaker,
    articles,
    dated,
    undated,
  }
}

function bundleMasks(model: Model, claims: Uint8Array): Pick<Visible, 'bundleSizes' | 'bundleStatus'> {
  const bundleSizes = new Uint32Array(model.bundles.count)
  const bundleStatus = new Uint8Array(model.bundles.count).fill(STATUSES.length - 1)
  for (let claim = 0; claim < claims.length; claim++) {
    if (!claims[claim]) continue
    const bundle = model.bundles.of[claim]!
    bundleSizes[bundle]!++
    if (model.status[claim]! < bundleStatus[bundle]!) bundleStatus[bundle] = model.status[claim]!
  }
  return { bundleSizes, bundleStatus }
}
