import { DataFactory, type NamedNode, type Quad, type Quad_Object } from 'n3'
import type { ClaimRecord, EntityRecord, Extraction } from '../core/claims.ts'
import type { Value } from '../core/document.ts'
import { PressgraphError } from '../core/errors.ts'
import { codePointCounter } from './code-points.ts'
import { iriSegment, safeIri, slugs } from './iri.ts'
import { BASE, namespaces } from './namespaces.ts'
import { isPlain } from './plain.ts'
import { absoluteTime, dateLiteral, timeStatements } from './times.ts'
import { coreVocabulary, isOpen, type Vocabulary } from './vocabulary.ts'

export interface QuadOptions {
  /** Where the IRIs of entities, claims, articles and times begin; ends with `/` or `#`. */
  readonly base?: string
  /** IRI of an entity by its id, where the workspace knows better than the article; by default `entityIris`. */
  readonly entityIri?: (id: string) => string
  /** Relations by IRI, to tell what kind of object each takes. */
  readonly vocabulary?: Vocabulary
  /** Whether the article's text goes along, as `nif:isString`. */
  readonly withText?: boolean
}

const { quad, namedNode, literal } = DataFactory
const { pg, rdf, rdfs, owl, xsd, skos, dc, dcterms, prov, nif, schema } = namespaces

const TYPE = namedNode(`${rdf}type`)
const LABEL = namedNode(`${rdfs}label`)

/** IRI of an article; its claims form the named graph of that name. */
export const articleIri = (document: string, base: string = BASE): string => `${base}article/${iriSegment(document)}`

/** IRI of a claim. */
export const claimIri = (claim: string, base: string = BASE): string => `${base}claim/${iriSegment(claim)}`

/**
 * IRIs of an article's entities by their ids: `…/entity/Wladimir_Putin`.
 * @param scope put before the name: articles whose entities nobody has compared must not share IRIs
 */
export function entityIris(extraction: Extraction, base: string = BASE, scope = ''): Map<string, string> {
  const prefix = `${extraction.document.id}/`
  const ids = extraction.entities.map((entity) => entity.id)
  const names = slugs(ids.map((id) => (id.startsWith(prefix) ? id.slice(prefix.length) : id)))
  return new Map(ids.map((id, index) => [id, `${base}entity/${scope}${names[index]}`]))
}

/** Like `entityIris`, for several articles at once: one entity IRI for each article's entity, `…/entity/3f2a9c/Wladimir_Putin`. */
export const separateEntityIris = (extractions: readonly Extraction[], base: string = BASE): Map<string, string> =>
  new Map(
    extractions.flatMap((extraction) => [
      ...entityIris(extraction, base, extractions.length > 1 ? `${iriSegment(extraction.document.id)}/` : ''),
    ]),
  )

/**
 * The RDF of an article: the article itself, its entities, its claims with their evidence, and a plain triple for every claim that the
 * article states as a fact and that is sure enough (`isPlain`). All in the article's named graph; at most thirteen quads a claim, descriptions of entities and times aside.
 * @throws PressgraphError if a claim names an entity that is not there, has no object, or its relation's IRI is none
 */
export function toQuads(extraction: Extraction, options: QuadOptions = {}): Quad[] {
  return new ArticleQuads(extraction, options).write()
}

class ArticleQuads {
  readonly #extraction: Extraction
  readonly #base: string
  readonly #vocabulary: Vocabulary
  readonly #withText: boolean
  readonly #article: NamedNode
  readonly #context: NamedNode
  readonly #language: string
  readonly #position: (offset: number) => number
  readonly #entityOf: ReadonlyMap<string, NamedNode>
  readonly #quads: Quad[] = []
  /** Nodes that are described already: evidence, times and open relations serve several claims. */
  readonly #described = new Set<string>()

  constructor(extraction: Extraction, options: QuadOptions) {
    const { document, text, entities } = extraction
    this.#extraction = extraction
    this.#base = options.base ?? BASE
    this.#vocabulary = options.vocabulary ?? coreVocabulary
    this.#withText = options.withText ?? false
    this.#article = namedNode(articleIri(document.id, this.#base))
    this.#language = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(document.language) ? document.language.toLowerCase() : 'und'
    this.#position = codePointCounter(text)
    this.#context = this.#characters(0, text.length)
    const own = options.entityIri ? null : entityIris(extraction, this.#base)
    const iriOf = options.entityIri ?? ((id: string) => own?.get(id) as string)
    this.#entityOf = new Map(entities.map((entity) => [entity.id, namedNode(iriOf(entity.id))]))
  }

  write(): Quad[] {
    this.#writeArticle()
    for (const entity of this.#extraction.entities) this.#writeEntity(entity)
    for (const claim of this.#extraction.claims) this.#writeClaim(claim)
    return this.#quads
  }

  #add(subject: NamedNode, predicate: NamedNode | string, object: Quad_Object): void {
    const property = typeof predicate === 'string' ? namedNode(predicate) : predicate
    this.#quads.push(quad(subject, property, object, this.#article))
  }

  /** A string of RDF: lone surrogates, which no file can hold, are replaced. */
  #string(text: string, language: string = this.#language): Quad_Object {
    return literal(text.toWellFormed(), language)
  }

  #characters(start: number, end: number): NamedNode {
    return namedNode(`${this.#article.value}#char=${this.#position(start)},${this.#position(end)}`)
  }

  #writeArticle(): void {
    const { title, date, author, publisher, source } = this.#extraction.document
    const article = this.#article
    this.#add(article, TYPE, namedNode(`${pg}Article`))
    if (title !== null) this.#add(article, `${dcterms}title`, this.#string(title))
    const issued = date === null ? null : (dateLiteral(date) ?? literal(date.toWellFormed()))
    if (issued) this.#add(article, `${dcterms}issued`, issued)
    this.#add(article, `${schema}inLanguage`, literal(this.#language))
    if (author !== null) this.#add(article, `${dc}creator`, literal(author.toWellFormed()))
    if (publisher !== null) this.#add(article, `${dc}publisher`, literal(publisher.toWellFormed()))
    if (source !== null) {
      const address = safeIri(source)
      if (address !== null) this.#add(article, `${dcterms}source`, namedNode(address))
      else this.#add(article, `${dc}source`, literal(source.toWellFormed()))
    }
    this.#add(this.#context, TYPE, namedNode(`${nif}Context`))
    this.#add(this.#context, TYPE, namedNode(`${nif}RFC5147String`))
    this.#add(this.#context, `${nif}sourceUrl`, article)
    if (this.#withText) this.#add(this.#context, `${nif}isString`, this.#string(this.#extraction.text))
  }

  #writeEntity(entity: EntityRecord): void {
    const node = this.#entity(entity.id, 'an entity')
    this.#add(node, TYPE, namedNode(pg + entity.type))
    this.#add(node, LABEL, this.#string(entity.label))
    if (entity.labelEn !== undefined) this.#add(node, LABEL, this.#string(entity.labelEn, 'en'))
    for (const name of new Set(entity.names))
      if (name !== entity.label) this.#add(node, `${skos}altLabel`, this.#string(name))
    if (entity.description !== null) this.#add(node, `${rdfs}comment`, this.#string(entity.description))
    for (const address of new Set(entity.sameAs.map(safeIri)))
      if (address !== null) this.#add(node, `${owl}sameAs`, namedNode(address))
  }

  #writeClaim(claim: ClaimRecord): void {
    const node = namedNode(claimIri(claim.id, this.#base))
    const subject = this.#entity(claim.subject, claim.id)
    const predicate = this.#predicate(claim)
    const object = this.#object(claim)
    this.#add(node, TYPE, namedNode(`${pg}Claim`))
    this.#add(node, `${rdf}subject`, subject)
    this.#add(node, `${rdf}predicate`, predicate)
    this.#add(node, `${rdf}object`, object)
    this.#add(node, `${pg}polarity`, namedNode(pg + capitalized(claim.polarity)))
    this.#add(node, `${pg}modality`, namedNode(pg + capitalized(claim.modality)))
    if (claim.attributedTo !== null) this.#add(node, `${pg}attributedTo`, this.#entity(claim.attributedTo, claim.id))
    this.#add(node, `${pg}confidence`, literal(decimal(probability(claim.confidence)), namedNode(`${xsd}decimal`)))
    const time = this.#time(claim)
    if (time) this.#add(node, `${pg}time`, time)
    this.#add(node, `${prov}wasDerivedFrom`, this.#evidence(claim))
    if (isPlain(claim) && this.#takes(predicate, object) && this.#isNewTriple(subject, predicate, object))
      this.#add(subject, predicate, object)
  }

  #entity(id: string, where: string): NamedNode {
    const node = this.#entityOf.get(id)
    if (!node) throw new PressgraphError(`claim ${where} names the entity "${id}", which its article does not have`)
    return node
  }

  #predicate(claim: ClaimRecord): NamedNode {
    const iri = safeIri(claim.predicate.iri)
    if (iri === null)
      throw new PressgraphError(`claim ${claim.id}: the relation "${claim.predicate.iri}" is no http or https IRI`)
    const predicate = namedNode(iri)
    if (isOpen(iri) && this.#isNew(iri)) {
      this.#add(predicate, TYPE, namedNode(`${pg}OpenRelation`))
      this.#add(predicate, LABEL, this.#string(claim.predicate.label.de, 'de'))
    }
    return predicate
  }

  #object(claim: ClaimRecord): Quad_Object {
    if (claim.object !== null) return this.#entity(claim.object, claim.id)
    if (!claim.value) throw new PressgraphError(`claim ${claim.id} has neither object nor value`)
    const words = this.#value(claim.value)
    this.#quantity(claim.value, words)
    return words
  }

  /** The words of the text; a typed literal only where these words are already one, so that *rund elf* never becomes 11. */
  #value({ text, datatype }: Value): Quad_Object {
    if (LEXICAL[datatype]?.test(text)) return literal(text, namedNode(datatype))
    return this.#string(text)
  }

  /** Number and unit of words that name an amount: a node of their own, found by the words, the same for all articles. */
  #quantity({ amount, unit }: Value, words: Quad_Object): void {
    if (amount === undefined || !Number.isFinite(amount)) return
    const number = decimal(amount)
    const node = namedNode(
      `${this.#base}quantity/${[number.replace(/\.0$/, ''), unit]
        .filter(Boolean)
        .map((part) => iriSegment(String(part)))
        .join('_')}`,
    )
    if (this.#isNew(node.value)) {
      this.#add(node, TYPE, namedNode(`${pg}Quantity`))
      this.#add(node, `${pg}amount`, literal(number, namedNode(`${xsd}decimal`)))
      if (unit !== undefined) this.#add(node, `${pg}unit`, literal(unit.toWellFormed()))
    }
    const label = this.#string(words.value)
    if (this.#isNewTriple(node, LABEL, label)) this.#add(node, LABEL, label)
  }

  /** Whether the relation may have such an object: words where it wants an entity stay in the claim alone. */
  #takes(predicate: NamedNode, object: Quad_Object): boolean {
    const use = this.#vocabulary.byIri(predicate.value)?.literal ?? 'also'
    return use === 'also' || (use === 'only') === (object.termType === 'Literal')
  }

  #evidence({ evidence }: ClaimRecord): NamedNode {
    const node = this.#characters(evidence.start, evidence.end)
    if (this.#isNew(node.value)) {
      if (!node.equals(this.#context)) this.#add(node, TYPE, namedNode(`${nif}RFC5147String`))
      this.#add(node, `${nif}anchorOf`, this.#string(evidence.quote))
      this.#add(node, `${nif}referenceContext`, this.#context)
    }
    return node
  }

  /** A time that stands for itself is one node for all articles; any other time is this article's, known by its characters. */
  #time({ time }: ClaimRecord): NamedNode | null {
    if (!time) return null
    const { document } = this.#extraction
    const absolute = absoluteTime(time.value)
    const own = `${iriSegment(document.id)}/${this.#position(time.start)}-${this.#position(time.end)}`
    const node = namedNode(`${this.#base}time/${absolute === null ? own : iriSegment(absolute)}`)
    if (this.#isNew(node.value)) {
      const { entity, position } = timeStatements({ type: time.type, value: absolute ?? time.value }, document.date)
      for (const [predicate, object] of entity) this.#add(node, predicate, object)
      if (absolute === null) this.#add(node, LABEL, this.#string(time.text))
      if (position.length > 0) {
        const described = namedNode(`${node.value}#position`)
        this.#add(node, `${namespaces.time}inDateTime`, described)
        for (const [predicate, object] of position) this.#add(described, predicate, object)
      }
    }
    return node
  }

  /** Several claims may state the same fact. */
  #isNewTriple(subject: NamedNode, predicate: NamedNode, object: Quad_Object): boolean {
    return this.#isNew(`${subject.value} ${predicate.value} ${object.id}`)
  }

  #isNew(node: string): boolean {
    const isNew = !this.#described.has(node)
    this.#described.add(node)
    return isNew
  }
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A probability with at most four places. */
const probability = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000

/** A finite number as xsd:decimal, which has no exponents: `0.83`, `34000000.0`. */
function decimal(value: number): string {
  const text = Number.isInteger(value) ? BigInt(value).toString() : String(value)
  if (text.includes('e')) return value.toFixed(20).replace(/(?<=\.\d+)0+$/, '')
  return text.includes('.') ? text : `${text}.0`
}

/** Lexical forms of the datatypes that words of a text can have as they are. */
const LEXICAL: Readonly<Record<string, RegExp>> = {
  [`${xsd}integer`]: /^[+-]?\d+$/,
  [`${xsd}decimal`]: /^[+-]?\d+\.\d+$/,
  [`${xsd}date`]: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  [`${xsd}gYearMonth`]: /^\d{4}-(0[1-9]|1[0-2])$/,
  [`${xsd}gYear`]: /^\d{4}$/,
}
