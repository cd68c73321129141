type Attribute = string | number | boolean | null | undefined | ((event: never) => void)
export type Child = Node | string | null | undefined | false

/**
 * An element. Attributes that begin with `on` are listeners; `false`, `null` and `undefined` leave an attribute out. Children that are
 * strings become text and never markup.
 */
export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value))
  }
  append(element, children)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** An element of SVG. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElement {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  append(element, children)
  return element
}

function append(element: Element, children: readonly (Child | readonly Child[])[]): void {
  for (const child of children.flat() as Child[])
    if (child !== null && child !== undefined && child !== false) element.append(child)
}

/** Puts `children` in place of what the element holds, and keeps the focus where something of the same `data-key` has it. */
export function fill(element: Element, ...children: readonly (Child | readonly Child[])[]): void {
  const active = element.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null
  const key = active?.dataset.key
  const scroll = element.scrollTop
  element.replaceChildren()
  append(element, children)
  element.scrollTop = scroll
  if (key !== undefined)
    element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
}

/** A colour that stands for something; the words beside it say what. */
export function dot(colour: string): HTMLElement {
  const element = h('span', { class: 'dot', 'aria-hidden': 'true' })
  element.style.backgroundColor = colour
  return element
}
