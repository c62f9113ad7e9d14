/** Words from which the benchmark's incidents are made: what breaks, how, and what people then write about it. */

/** A kind of failure with the sentences in which it is told. */
export interface ClassWords {
  readonly key: string
  readonly name: string
  readonly windowDays: number
  /** Share of the classified incidents. */
  readonly weight: number
  readonly nouns: readonly string[]
  readonly sentences: readonly string[]
}

const kind = (
  key: string,
  name: string,
  weight: number,
  nouns: string,
  sentences: readonly string[],
  windowDays = 90,
): ClassWords => ({ key, name, windowDays, weight, nouns: nouns.split(', '), sentences })

export const CLASSES: readonly ClassWords[] = [
  kind(
    'certificate-or-credential',
    'Expired certificate',
    6,
    'certificate, token, signing key, intermediate authority',
    [
      'The {noun} of {service} had expired an hour before the first alarm.',
      'Renewal of the {noun} is automated for new hosts only, and {service} is older.',
      'Clients refused the handshake until the {noun} was replaced on every node.',
    ],
  ),
  kind('connection-pool', 'Connection pool exhausted', 14, 'pool, connection, thread, socket', [
    'Every {noun} of {service} was taken, and new requests waited for thirty seconds.',
    'A slow query held each {noun} twelve times longer than usual.',
    'The limit on the {noun} count was set in a year when traffic was a third of what it is.',
  ]),
  kind(
    'change-without-steps',
    'Change reached everyone at once',
    16,
    'flag, rollout, configuration, release',
    [
      'The {noun} went from five per cent to all customers of {service} in one step.',
      'No canary looked at the {noun}, because the change was thought too small for one.',
      'Rolling back the {noun} took eleven minutes, most of them to find who may do it.',
    ],
    60,
  ),
  kind('capacity', 'Shared limit reached', 13, 'quota, partition, shard, rate limit', [
    'Traffic to {service} grew past the {noun} that two other services share.',
    'The {noun} was raised by hand in March and nobody wrote down why.',
    'Requests above the {noun} were refused with an error that clients try again at once.',
  ]),
  kind('dns', 'Name resolution failed', 4, 'resolver, zone file, record, delegation', [
    'The {noun} for {service} pointed to hosts that had been switched off.',
    'Caches kept the wrong {noun} for an hour after it was mended.',
    'Half of the fleet asked a {noun} that no longer answered.',
  ]),
  kind('schema-change', 'Schema change under load', 7, 'migration, index, lock, column', [
    'The {noun} waited for a lock, and every write of {service} waited behind it.',
    'Building the {noun} read the whole table while the nightly export did the same.',
    'The {noun} was tried on a copy with a hundredth of the rows.',
  ]),
  kind('dependency', 'Slow dependency', 15, 'provider, upstream, timeout, retry', [
    'The {noun} answered in nine seconds, and {service} waits for ten.',
    'Each {noun} was tried three times, which tripled the load at the worst moment.',
    'There is no way to go on without the {noun}, though the answer is seldom needed.',
  ]),
  kind('data-loss', 'Data written wrongly', 5, 'record, backfill, encoding, checksum', [
    'A {noun} of the evening job overwrote rows that customers had changed since.',
    'The {noun} was right for new rows of {service} and wrong for those before 2021.',
    'Restoring the {noun} from the backup took four hours, three of them to find it.',
  ]),
  kind('queue', 'Queue fell behind', 8, 'queue, consumer, backlog, message', [
    'The {noun} of {service} grew to two million before anyone was told.',
    'One poisoned {noun} was tried again for ever and blocked the rest.',
    'Adding a {noun} did not help, since all of them wait for the same row.',
  ]),
  kind('network', 'Network path lost', 5, 'switch, route, packet, link', [
    'One {noun} dropped one packet in fifty, which no check looks for.',
    'Traffic of {service} took the {noun} with the longer way after maintenance.',
    'Both sides of the {noun} believed that they were the leader.',
  ]),
  kind('storage', 'Disk filled up', 5, 'disk, volume, log file, snapshot', [
    'The {noun} of {service} was full at four in the morning.',
    'A debug setting wrote a {noun} of forty gigabytes in two hours.',
    'The alarm for the {noun} watches a mount that was renamed.',
  ]),
  kind('clock', 'Clocks disagreed', 2, 'clock, lease, leap second, time zone', [
    'Two hosts of {service} differed by nine seconds, longer than the {noun} lasts.',
    'The job ran twice because the {noun} changed on Sunday.',
    'Tokens were not valid yet on the host whose {noun} was slow.',
  ]),
]

export const SERVICE_STEMS = [
  'checkout',
  'payments',
  'ledger',
  'search',
  'basket',
  'identity',
  'pricing',
  'orders',
  'fulfilment',
  'messages',
  'catalogue',
  'reports',
  'billing',
  'gateway',
  'tickets',
  'routing',
  'loyalty',
  'refunds',
  'address',
  'tax',
] as const
export const SERVICE_ENDINGS = ['', ' api', ' worker', ' store', ' proxy', ' cache'] as const

export const LAYERS = [
  'Stepwise rollout',
  'Saturation alarm',
  'Automatic rollback',
  'Code review',
  'Load test',
  'Rate limit',
  'Circuit breaker',
  'Backup and restore',
  'Second provider',
  'Renewal job',
  'Schema check',
  'Customer notice',
] as const

export const RESPONSE = [
  'On-call engineer acknowledges the page and opens the dashboard of {service}',
  'Error rate of {service} passes two per cent, the alarm opens a ticket that pages nobody',
  'Support reports that customers cannot finish an order',
  'Incident lead asks whether anything was deployed since noon',
  'Restarting {service} helps for four minutes, then errors return',
  'The {noun} is found to be at its limit',
  'Rolled back the last release of {service}, no change',
  'Moved half of the traffic to the second region',
  'The team that owns the {noun} joins the call',
  'Status page says that we are looking into slow answers',
  'Raised the limit, and the backlog of {service} begins to fall',
  'Error rate is back at its usual level, watching for another ten minutes',
  'Customers are told that everything works again',
] as const

export const LESSONS = [
  'A ticket is not a page: an alarm that needs a person has to reach one.',
  'A rule that only lives in a wiki will be met by hurry.',
  'Warn the team that can mend it, not the one that asked.',
  'A limit that two services share needs one owner.',
  'Restore is the test; the copy is not.',
  'What reaches everyone at once has to be able to go back at once.',
  'Watch what customers see, not what the host feels.',
] as const

export const ACTIONS = [
  'Alert on {noun} use above eighty per cent of {service}',
  'Give batch work of {service} its own {noun}',
  'Roll out {service} to one per cent for ten minutes first',
  'Write down how to move {service} to the second region',
  'Renew every {noun} from one inventory that is made by a scan',
  'Stop trying again when {service} says that it is full',
  'Practise restoring {service} each quarter',
  'Add {service} to the change calendar that the on-call engineer sees',
  'Page the owner of the {noun}, not the platform team',
] as const

export const FILLER = [
  'Traffic was as on any other Tuesday.',
  'Nobody had reason to doubt the dashboard.',
  'The same graph is shown on the wall of the second floor.',
  'It took a while until the two reports were seen as one.',
  'Customers in the north were struck first, since their morning begins there.',
  'The runbook names a tool that was replaced last autumn.',
  'Two of the three replicas agreed with each other.',
  'Retries hid the first minutes from every average.',
  'The change had been reviewed by two people and tried on staging.',
  'What follows is drawn from the chat log, the deploy board and the metrics.',
] as const

/** Words that few texts hold, so that a search for one finds little. */
export const RARE = [
  'walrus',
  'quorumless',
  'zeppelin',
  'marmalade',
  'obsidian',
  'thunderstorm',
  'backhoe',
  'leapfrog',
  'heisenbug',
  'sourdough',
] as const

export const JAPANESE = [
  '決済サービスで接続数の上限に達し、注文が完了できなくなった。',
  '証明書の有効期限が切れていたことが原因の一つである。',
  '監視のしきい値が高すぎたため、検知が遅れた。',
  'データベースの切り替え後に復旧を確認した。',
] as const

export const NAMES = {
  first: [
    'Ada',
    'Ben',
    'Cleo',
    'Dana',
    'Emil',
    'Fatima',
    'Goran',
    'Hana',
    'Ines',
    'Jonas',
    'Kofi',
    'Lena',
    'Mei',
    'Nils',
    'Olga',
    'Priya',
    'Quentin',
    'Rosa',
    'Sven',
    'Tomás',
  ],
  last: [
    'Abara',
    'Brandt',
    'Castell',
    'Dahl',
    'Engström',
    'Ferrer',
    'Goto',
    'Haddad',
    'Ivanov',
    'Jansen',
    'Kowal',
    'Lind',
    'Moreau',
    'Nakamura',
    'Osei',
    'Petrov',
    'Quist',
    'Rossi',
    'Solheim',
    'Turner',
    'Ueda',
    'Vega',
    'Weber',
    'Xu',
    'Yilmaz',
  ],
} as const
