/**
 * Reads numerals in words by a table of forms, kinds (`unit`, `ten`, `number`, `joiner`, `half`, `vague`) and values.
 * The function that is returned gives the number as digits, `X` for a vague one, or null.
 */
export function readNumerals(table: readonly (readonly string[])[]): (form: string) => string | null {
  const kinds = new Map<string, Map<string, string>>()
  for (const [forms = '', kind = '', value = ''] of table) {
    const known = kinds.get(kind) ?? new Map<string, string>()
    for (const form of forms.split('|')) known.set(form.toLowerCase(), value)
    kinds.set(kind, known)
  }
  const lookUp = (kind: string, form: string): string | undefined => kinds.get(kind)?.get(form)
  const simple = (form: string): string | undefined =>
    lookUp('unit', form) ?? lookUp('ten', form) ?? lookUp('number', form)
  const composed = (form: string): string | undefined => {
    for (const joiner of kinds.get('joiner')?.keys() ?? [])
      for (let at = form.indexOf(joiner); at > 0; at = form.indexOf(joiner, at + 1)) {
        const unit = lookUp('unit', form.slice(0, at))
        const ten = lookUp('ten', form.slice(at + joiner.length))
        if (unit !== undefined && ten !== undefined) return String(Number(ten) + Number(unit))
      }
    for (const [half, value] of kinds.get('half') ?? []) {
      if (!form.endsWith(half)) continue
      const whole = simple(form.slice(0, -half.length))
      if (whole !== undefined) return String(Number(whole) + Number(value))
    }
    return undefined
  }
  return (form) => lookUp('vague', form) ?? simple(form) ?? composed(form) ?? null
}
