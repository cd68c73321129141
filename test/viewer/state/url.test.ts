import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeView, encodeView } from '../../../viewer/src/state/url.ts'
import { INITIAL_VIEW, NO_FILTERS, type ViewState } from '../../../viewer/src/state/view.ts'

const id = fc.string({ minLength: 1 }).map((text) => text.toWellFormed())
const ids = fc.array(id, { maxLength: 3 })
const date = fc.option(fc.constantFrom('2019-04-25', '1999-12-31'))
const view: fc.Arbitrary<ViewState> = fc.record({
  filters: fc.record({
    types: ids,
    statuses: ids,
    relations: ids,
    communities: ids,
    speakers: ids,
    articles: ids,
    confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
    from: date,
    to: date,
    undated: fc.boolean(),
  }),
  selection: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('node' as const), id }),
    fc.record({ kind: fc.constant('claim' as const), id }),
    fc.record({ kind: fc.constant('bundle' as const), source: id, target: id }),
  ),
  focus: ids,
  path: fc.array(id, { maxLength: 2 }),
  layout: fc.constantFrom('force', 'circular', 'packed'),
  sizeBy: fc.constantFrom('degree', 'betweenness'),
  colourBy: fc.constantFrom('type', 'community'),
  panel: fc.constantFrom('detail', 'list', 'sparql'),
})

describe('the view as a link', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(decodeView(`#${encodeView(one)}`)).toEqual(one)
      }),
    )
  })

  it('is empty for the view that one begins with', () => {
    expect(encodeView(INITIAL_VIEW)).toBe('')
    expect(decodeView('')).toEqual(INITIAL_VIEW)
  })

  it('is as usual where it cannot be understood', () => {
    expect(decodeView('#from=yesterday&to=2019-99-99&confidence=7&size=x&between=a').filters).toEqual(NO_FILTERS)
    fc.assert(fc.property(fc.string(), (text) => void decodeView(text)))
  })
})
