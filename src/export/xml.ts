/** Characters that XML 1.0 cannot hold in any form. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Line ends of XML 1.1, which some readers turn into line feeds even in XML 1.0. */
const LINE_ENDS = /\r?\u0085|\u2028/g

/** Text as XML 1.0 can hold it: characters it has no way to write become U+FFFD, rare line ends line feeds. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(LINE_ENDS, '\n').replace(FORBIDDEN, '\uFFFD')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as content of an element or of an attribute in double quotes. */
export const escapeXml = (text: string): string => xmlText(text).replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char]!)

/** Keys as XML can hold them, still different from each other. */
export function uniqueXmlIds(keys: readonly string[]): Map<string, string> {
  const taken = new Set(keys)
  const ids = new Map<string, string>()
  for (const key of keys) {
    let id = xmlText(key)
    if (id !== key) {
      const plain = id
      for (let number = 2; taken.has(id); number++) id = `${plain} ${number}`
      taken.add(id)
    }
    ids.set(key, id)
  }
  return ids
}
