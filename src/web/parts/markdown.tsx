/** Markdown as a page: drawn from its tree, so that no HTML of a text ever becomes HTML of ours. */
import type { ComponentChildren, VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { readMarkdown } from '../markdown/blocks.ts'
import type { Block, Inline, Item } from '../markdown/tree.ts'
import styles from './markdown.module.css'

interface Props {
  readonly text: string
  /** Depth of the page's heading above: headings of the text begin one below. */
  readonly under?: 1 | 2 | 3
}

/** A text with its headings, lists, tables and code. Images are named and linked, never loaded. */
export function Markdown({ text, under = 2 }: Props) {
  const blocks = useMemo(() => readMarkdown(text), [text])
  // However deep the text's own headings begin, they follow the page's without a gap.
  const least = Math.min(6, ...blocks.map((block) => (block.kind === 'heading' ? block.depth : 6)))
  return <div class={styles['markdown']}>{blocks.map((block) => drawBlock(block, under + 1 - least))}</div>
}

function drawBlock(block: Block, under: number): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p>{drawInline(block.inside)}</p>
    case 'heading':
      return drawHeading(Math.min(6, under + block.depth), drawInline(block.inside))
    case 'code':
      return (
        // A long line scrolls sideways, so the keyboard must be able to reach it.
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return <blockquote>{block.inside.map((inner) => drawBlock(inner, under))}</blockquote>
    case 'list':
      return drawList(block.start, block.items, under)
    case 'table':
      return drawTable(block)
    case 'rule':
      break
  }
  return <hr />
}

function drawHeading(depth: number, inside: ComponentChildren): VNode {
  const Heading = `h${depth}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  return <Heading>{inside}</Heading>
}

function drawList(start: number | null, items: readonly Item[], under: number): VNode {
  const tight = items.every((item) => item.inside.filter((block) => block.kind === 'paragraph').length <= 1)
  const drawn = items.map((item) => (
    <li class={item.ticked === null ? undefined : styles['task']}>
      {item.ticked === null ? null : (
        <input type="checkbox" checked={item.ticked} disabled aria-label={item.ticked ? 'done' : 'open'} />
      )}
      {item.inside.map((block) =>
        tight && block.kind === 'paragraph' ? drawInline(block.inside) : drawBlock(block, under),
      )}
    </li>
  ))
  return start === null ? <ul>{drawn}</ul> : <ol start={start}>{drawn}</ol>
}

function drawTable(block: Extract<Block, { kind: 'table' }>): VNode {
  const align = (column: number) => styles[block.aligns[column] ?? '']
  return (
    <div class={styles['scroll']} tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {block.head.map((cell, column) => (
              <th scope="col" class={align(column)}>
                {drawInline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={align(column)}>{drawInline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawInline(pieces: readonly Inline[]): ComponentChildren {
  return pieces.map(drawPiece)
}

function drawPiece(piece: Inline): VNode | string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'code':
      return <code>{piece.text}</code>
    case 'strong':
      return <strong>{drawInline(piece.inside)}</strong>
    case 'emphasis':
      return <em>{drawInline(piece.inside)}</em>
    case 'struck':
      return <s>{drawInline(piece.inside)}</s>
    case 'link':
      return <OutsideLink href={piece.href}>{drawInline(piece.inside)}</OutsideLink>
    case 'image':
      return piece.href === null ? (
        <em>Image: {piece.text}</em>
      ) : (
        <OutsideLink href={piece.href}>Image{piece.text === '' ? '' : `: ${piece.text}`}</OutsideLink>
      )
    case 'break':
      break
  }
  return <br />
}

function OutsideLink({ href, children }: { href: string; children: ComponentChildren }) {
  // The number of a piece of evidence: it leads to the list on the same page.
  if (href.startsWith('#evidence-')) {
    return (
      <sup>
        <a href={href}>{children}</a>
      </sup>
    )
  }
  if (href.startsWith('#')) return <span>{children}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
