/** The tree that Markdown becomes before it is drawn: blocks of inline pieces, with no way to hold raw HTML. */

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly inside: readonly Inline[] }
  /** `href` is http, https, mailto or within this page; anything else stays text. */
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Inline[] }
  /** Never loaded: drawn as a link that says it is an image. */
  | { readonly kind: 'image'; readonly href: string | null; readonly text: string }
  | { readonly kind: 'break' }

export interface Item {
  /** For a task: whether it is ticked; null for a plain item. */
  readonly ticked: boolean | null
  readonly inside: readonly Block[]
}

export type Align = 'left' | 'center' | 'right' | null

export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly inside: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly Item[] }
  | {
      readonly kind: 'table'
      readonly aligns: readonly Align[]
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | { readonly kind: 'rule' }

/** Addresses of `[text][name]` links, by lower-case name. */
export type References = ReadonlyMap<string, string>

/** The address if a reader may follow it; null for a script, a data address and the like. */
export function safeAddress(address: string): string | null {
  const trimmed = address.trim()
  return /^(?:https?:\/\/|mailto:|#)/i.test(trimmed) ? trimmed : null
}
