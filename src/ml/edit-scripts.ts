/** What an edit script does to the form's beginning or end, a character at a time. */
type Edit = { readonly kind: 'copy' | 'drop' } | { readonly kind: 'insert'; readonly text: string }

type Casing = 'keep' | 'lower' | 'title' | 'upper'

type Script =
  | { readonly lemma: string }
  | { readonly casing: Casing; readonly prefix: readonly Edit[]; readonly suffix: readonly Edit[] }

const CASINGS: Readonly<Record<string, Casing>> = { '': 'keep', '↓': 'lower', '↑': 'title', '⇑': 'upper' }

/**
 * Lemmas as edit scripts of forms, a class each (Straka 2018). A script is `CASING;PREFIX;SUFFIX`, or `=LEMMA` for the lemma itself.
 * Prefix and suffix edit the form's beginning and end by `→` (keep a character), `-` (drop one) and `+x` (insert x); what lies between them
 * stays. The casing is empty (the form's is kept), or `↓`, `↑`, `⇑`: the form is lower-cased, edited, and then all of it is lower case, its
 * first letter upper case, or all of it. Characters are code points.
 */
export class EditScripts {
  readonly #scripts: readonly Script[]

  /** @throws SyntaxError if a script cannot be read. */
  constructor(scripts: readonly string[]) {
    this.#scripts = scripts.map(parse)
  }

  /** How many scripts there are. */
  get length(): number {
    return this.#scripts.length
  }

  /** The lemma that a script makes of a form, or null where the form is too short for it. */
  apply(index: number, form: string): string | null {
    const script = this.#scripts[index] as Script
    if ('lemma' in script) return script.lemma
    const { casing, prefix, suffix } = script
    const source = Array.from(casing === 'keep' ? form : form.toLowerCase())
    const head = consumed(prefix)
    const end = source.length - consumed(suffix)
    if (head >= end) return null
    const lemma =
      edit(source.slice(0, head), prefix) + source.slice(head, end).join('') + edit(source.slice(end), suffix)
    if (casing === 'upper') return lemma.toUpperCase()
    if (casing !== 'title') return lemma
    const [first = '', ...rest] = lemma
    return first.toUpperCase() + rest.join('')
  }

  /**
   * The lemma of the best script that can be applied; the form itself if none can.
   * @param scores of all scripts, from `offset` on.
   */
  best(scores: ArrayLike<number>, offset: number, form: string): string {
    const tried = new Set<number>()
    while (tried.size < this.length) {
      let best = -1
      for (let i = 0; i < this.length; i++)
        if (!tried.has(i) && (best < 0 || (scores[offset + i] as number) > (scores[offset + best] as number))) best = i
      const lemma = this.apply(best, form)
      if (lemma !== null) return lemma
      tried.add(best)
    }
    return form
  }
}

function parse(script: string): Script {
  if (script.startsWith('=') && script.length > 1) return { lemma: script.slice(1) }
  const broken = () => new SyntaxError(`"${script}" is no edit script`)
  const characters = Array.from(script)
  const separator = characters.indexOf(';')
  const casing = CASINGS[characters.slice(0, Math.max(0, separator)).join('')]
  if (separator < 0 || casing === undefined) throw broken()
  const parts: [Edit[], Edit[]] = [[], []]
  let part: 0 | 1 = 0
  for (let at = separator + 1; at < characters.length; at++) {
    const character = characters[at]
    if (character === '→') parts[part].push({ kind: 'copy' })
    else if (character === '-') parts[part].push({ kind: 'drop' })
    else if (character === '+' && at + 1 < characters.length)
      parts[part].push({ kind: 'insert', text: characters[++at] as string })
    else if (character === ';' && part === 0) part = 1
    else throw broken()
  }
  if (part === 0) throw broken()
  return { casing, prefix: parts[0], suffix: parts[1] }
}

const consumed = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { kind }) => (kind === 'insert' ? sum : sum + 1), 0)

function edit(source: readonly string[], edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const step of edits) {
    if (step.kind === 'insert') out += step.text
    else {
      if (step.kind === 'copy') out += source[at]
      at++
    }
  }
  return out
}
