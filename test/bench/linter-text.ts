/** Made-up reports of any length for measuring the linter: sections, paragraphs, lists. */

const SENTENCES = [
  'At 10:02 the on-call engineer restarted the primary and watched the replica catch up.',
  'Some users could not log in while the session store was rebuilt.',
  'The scheduler did not start the nightly job, because its lock was held by a host that had gone.',
  'We should have tested the failover of the queue in staging.',
  'The change was merged at 09:40 and reached all regions within 12 minutes.',
  'Requests to the billing service failed with a timeout after the certificate had expired.',
]

/** A report of about so many words. */
export function reportOf(words: number): string {
  const parts = ['# Outage of the shop', '']
  let count = 0
  for (let section = 0; count < words; section += 1) {
    parts.push(`## Part ${section}`, '')
    for (let line = 0; line < 8; line += 1) {
      const sentence = SENTENCES[(section + line) % SENTENCES.length] ?? ''
      parts.push(
        line % 2 === 0 ? `${sentence} It was seen in part ${section}.` : `- ${sentence} (${section}.${line})`,
        '',
      )
      count += sentence.split(' ').length + 6
    }
  }
  return parts.join('\n')
}
