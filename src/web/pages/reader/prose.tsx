/** Prose sections: the text with its evidence beside each sentence, lessons set large, short asides side by side. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { Section as SectionName } from '../../../domain/vocabulary.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { SECTION_WORDS } from '../../words.ts'
import { EvidenceChip, EvidenceChips, type Numbers } from './evidence.tsx'
import { passagesOf } from './passages.ts'
import styles from './prose.module.css'
import { MarginSlot, Section, WithMargin } from './section.tsx'

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
}

/** A prose section under its own heading; nothing where nothing is written. */
export function ProseSection({
  postmortem,
  numbers,
  name,
  title,
  id,
}: Props & { name: SectionName; title?: string; id?: string }) {
  if (postmortem.sections[name] === null) return null
  return (
    <Section id={id ?? name} title={title ?? SECTION_WORDS[name]}>
      <div class={styles['text']}>
        <Passages postmortem={postmortem} numbers={numbers} name={name} />
      </div>
    </Section>
  )
}

function Passages({ postmortem, numbers, name }: Props & { name: SectionName }) {
  return (
    <>
      {passagesOf(postmortem, name, numbers).map((passage, i, all) => (
        <WithMargin
          key={i}
          notes={{
            at: 'section',
            section: name,
            to: all[i + 1]?.from,
            text: passage.written,
            from: passage.from,
          }}
          margin={
            passage.evidence.length === 0
              ? null
              : passage.evidence.map((one) => <EvidenceChip key={one.number} numbered={one} />)
          }
        >
          <Markdown text={passage.text} />
        </WithMargin>
      ))}
    </>
  )
}

/** What an imported text held as a list that has become data: kept, but folded away. */
export function AsWritten({ text, what }: { text: string; what: string }) {
  return (
    <details class={styles['written']}>
      <summary>{what}</summary>
      <Markdown text={text} under={3} />
    </details>
  )
}

/** Contributing factors: what was written about them, then each with its evidence. */
export function Factors({ postmortem, numbers }: Props) {
  const { factors } = postmortem
  if (factors.length === 0) return <ProseSection postmortem={postmortem} numbers={numbers} name="causes" />
  return (
    <Section
      id="causes"
      title={SECTION_WORDS.causes}
      {...(factors.length > 1 ? { lead: 'Conditions that met. None is the whole story by itself.' } : {})}
    >
      {postmortem.sections.causes === null ? null : (
        <div class={styles['text']}>
          <Passages postmortem={postmortem} numbers={numbers} name="causes" />
        </div>
      )}
      <ol class={styles['factors']}>
        {factors.map((factor) => (
          <li key={factor.id}>
            <WithMargin
              notes={{ at: 'part', id: factor.id }}
              margin={
                factor.evidenceIds.length === 0 ? null : (
                  <EvidenceChips ids={factor.evidenceIds} numbers={numbers} />
                )
              }
            >
              <h3>{factor.title}</h3>
              {factor.text === null ? null : <Markdown text={factor.text} under={3} />}
            </WithMargin>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** A short list of lessons is set large, to be read aloud; a long one as it was written. */
export function Lessons({ postmortem, numbers }: Props) {
  const text = postmortem.sections.lessons
  if (text === null) return null
  const short = text.length < 900 && /^\s*[-*+] /u.test(text)
  return (
    <Section id="lessons" title={SECTION_WORDS.lessons}>
      <div class={short ? styles['lessons'] : styles['text']}>
        <Passages postmortem={postmortem} numbers={numbers} name="lessons" />
      </div>
    </Section>
  )
}

const ASIDES = ['wentWell', 'wentWrong', 'lucky', 'surprised'] as const satisfies readonly SectionName[]
/** Longer texts stand one under the other. */
const SHORT = 600

/** What went well, what made it harder, luck and surprise. */
export function Asides({ postmortem }: { postmortem: Postmortem }) {
  const written = ASIDES.flatMap((name) => {
    const text = postmortem.sections[name]
    return text === null ? [] : [{ name, text }]
  })
  if (written.length === 0) return null
  const short = written.every((one) => one.text.length <= SHORT)
  return (
    <section class={styles['section']} id="asides" aria-label="What went well, luck and surprise">
      <div class={short ? styles['asides'] : styles['stacked']}>
        {written.map(({ name, text }) => (
          <div key={name} data-said>
            <h3>{SECTION_WORDS[name]}</h3>
            <Markdown text={text} under={3} />
            <MarginSlot at="section" section={name} text={text} />
          </div>
        ))}
      </div>
    </section>
  )
}
