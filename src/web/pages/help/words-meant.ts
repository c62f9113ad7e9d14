/** What the words of Highwater mean, as help says them. */
export const WORDS_MEANT: readonly (readonly [word: string, meaning: string])[] = [
  [
    'Postmortem',
    'The record of one or several incidents: what happened, what was known at each decision, which layers met it, what was learned and what will change.',
  ],
  [
    'Impact started, detected, acknowledged, mitigated, recovered',
    'The moments of an incident, each of which may be unknown. Mitigated: customers no longer feel it. Recovered: everything is as before.',
  ],
  [
    'Decision point',
    'A moment when somebody had to choose, with what was known, believed and missing then. What was only learned later cannot be listed as known.',
  ],
  [
    'Protective layer',
    'Something that should catch a failure before a customer meets it. It held, failed, was bypassed, or was absent.',
  ],
  [
    'Class',
    'A named kind of failure. The program suggests one by its words; it counts only when a person confirms it.',
  ],
  [
    'Repeat',
    'An incident of a confirmed class within that class’s window, usually 90 days, of the one before.',
  ],
  [
    'Action',
    'Work with an owner, a due date and a measure. Until its owner accepts it, it is asked of them. Done means that someone other than the owner has seen it work.',
  ],
  [
    'Handed back',
    'Returned by the owner with a reason. That is how overload is seen early, and nothing to excuse.',
  ],
  [
    'Sponsorship',
    'Money or engineer-days a leader gives, declines with a reason, or defers. What was declined returns when its class does.',
  ],
  [
    'Open claim',
    'A vague sentence that nothing yet supports. Tie it to the timeline, a metric, a link or a file.',
  ],
  ['No value', 'Not known. It is never shown as zero and never counted as one.'],
  [
    'How sure the reading is',
    'How certain an import is of a field, from 0 to 100 %. Below 60 % a person should look.',
  ],
]
