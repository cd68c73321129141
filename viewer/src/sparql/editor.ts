import {
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { sparql } from '@codemirror/legacy-modes/mode/sparql'
import { setDiagnostics } from '@codemirror/lint'
import { EditorState, Prec } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Suggestion, Suggestions } from './completions.ts'

export interface SparqlEditor {
  readonly text: () => string
  readonly write: (text: string) => void
  /** Underlines the place of an error; null takes the line away. Line and column from 1. */
  readonly mark: (problem: { readonly message: string; readonly line: number; readonly column: number } | null) => void
  readonly destroy: () => void
}

/** Colours by variables of the page, so that light and dark follow it. */
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-string)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: 'var(--code-variable)' },
  { tag: [tags.atom, tags.typeName, tags.propertyName], color: 'var(--code-name)' },
])

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--ground)', fontSize: '13px', height: '100%' },
  '.cm-content': { caretColor: 'var(--text)', fontFamily: 'ui-monospace, Menlo, Consolas, monospace' },
  '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--quiet)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--subject)' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--text)', border: '1px solid var(--line)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.8' },
  '.cm-matchingBracket': { backgroundColor: 'var(--relation) !important' },
})

const ICONS: Readonly<Record<Suggestion['kind'], string>> = {
  keyword: 'keyword',
  prefix: 'namespace',
  class: 'class',
  relation: 'property',
  entity: 'constant',
  variable: 'variable',
}

/**
 * A SPARQL editor in a shadow root: there CodeMirror adopts its style sheets, where it would write `<style>` elements into the page, which
 * the Content-Security-Policy forbids.
 */
export function createSparqlEditor(
  host: HTMLElement,
  options: {
    readonly text: string
    readonly label: string
    readonly run: () => void
    readonly suggest: (word: string, query: string) => Suggestions
    /** What says that so many suggestions more would fit. */
    readonly more: (left: number) => string
  },
): SparqlEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const complete = (context: CompletionContext) => {
    const word = context.matchBefore(/[?\p{L}\p{N}_:-]+/u)
    if (!word && !context.explicit) return null
    const from = word?.from ?? context.pos
    const { shown, left } = options.suggest(word?.text ?? '', context.state.doc.toString())
    const found: Completion[] = shown.map(({ label, apply, kind, detail }) => ({
      label,
      apply,
      detail,
      type: ICONS[kind],
    }))
    // Choosing it writes nothing: it only tells that the list goes on.
    if (left > 0) found.push({ label: options.more(left), apply: () => undefined })
    return { from, filter: false, options: found }
  }
  const run = () => {
    options.run()
    return true
  }
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete], icons: false }),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colours),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': options.label }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        look,
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    write: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (problem) => {
      if (!problem) {
        view.dispatch(setDiagnostics(view.state, []))
        return
      }
      const line = view.state.doc.line(Math.min(Math.max(problem.line, 1), view.state.doc.lines))
      const from = Math.min(line.from + Math.max(problem.column - 1, 0), line.to)
      const to = Math.min(view.state.wordAt(from)?.to ?? from + 1, Math.max(line.to, from))
      const start = to > from ? from : Math.max(line.from, from - 1)
      view.dispatch(setDiagnostics(view.state, [{ from: start, to, severity: 'error', message: problem.message }]))
    },
    destroy: () => view.destroy(),
  }
}
