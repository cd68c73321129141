import { NODE_TYPES } from '../data/model.ts'
import { type Communities, REST } from './communities.ts'

export type ThemeName = 'light' | 'dark'

/** Colours of the canvas; the rest of the interface has its own in CSS. */
export interface Theme {
  readonly background: string
  readonly text: string
  readonly edge: string
  readonly edgeText: string
  readonly accent: string
  /** Ring of what is new. */
  readonly fresh: string
  /** By index into `NODE_TYPES`. */
  readonly types: readonly string[]
  /** Of groups of communities; the last is for those that come after. */
  readonly communities: readonly string[]
}

/**
 * Nine qualitative colours that stay apart for all common kinds of colour blindness (Paul Tol, Colour Schemes, 2021, "muted") and a grey;
 * on dark ground the dark ones are made lighter. Nothing is said by colour alone: names and lists say the type in words.
 */
const MUTED: Readonly<Record<ThemeName, readonly string[]>> = {
  light: ['#cc6677', '#332288', '#117733', '#44aa99', '#aa4499', '#882255', '#999933', '#88ccee', '#ddcc77', '#666666'],
  dark: ['#e07f8f', '#8c7ff0', '#3fae63', '#6fd6c3', '#d377c2', '#c2578c', '#bdbd55', '#88ccee', '#ddcc77', '#ececec'],
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    background: '#fbfaf8',
    text: '#1d1d1f',
    edge: '#8d8d94',
    edgeText: '#55555c',
    accent: '#0b5cad',
    fresh: '#b35c00',
    types: MUTED.light,
    communities: MUTED.light,
  },
  dark: {
    background: '#16181c',
    text: '#ececee',
    edge: '#777c86',
    edgeText: '#b3b6bd',
    accent: '#7cc0ff',
    fresh: '#ffb454',
    types: MUTED.dark,
    communities: MUTED.dark,
  },
}

/** Colour of a type by its index into `NODE_TYPES`. */
export const typeColour = (theme: Theme, type: number): string =>
  theme.types[type] ?? theme.types[NODE_TYPES.length - 1]!

/** Communities that have a colour of their own; one more is left for all others. */
export const MOST_COMMUNITIES = MUTED.light.length - 1

/** Colour of a group of communities. */
export const communityColour = (theme: Theme, { groups }: Communities, group: number): string =>
  theme.communities[groups[group]!.key === REST ? MOST_COMMUNITIES : group]!
