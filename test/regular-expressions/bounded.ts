/** Expressions that the check passes over, each with the reason; most see only a short piece of text. */

export interface BoundedExpression {
  readonly file: string
  /** How its pattern begins. */
  readonly begins: string
  /** Most UTF-16 units of the text it is run on; null where its own repetitions have limits that the tool takes for none. */
  readonly bound: number | null
  /** What holds the bound. */
  readonly why: string
}

const of = (file: string, ...rows: readonly (readonly [string, number | null, string])[]) =>
  rows.map(([begins, bound, why]) => ({ file, begins, bound, why }))

export const BOUNDED: readonly BoundedExpression[] = [
  ...of(
    'src/linter/actions/entries.ts',
    ['^(?:✅|✔|☑|~~', null, 'every repetition in it has a limit'],
    [
      '(?:[([—–:-]\\s*|^)(?:the )?',
      null,
      'a name has at most 40 letters at each place; white space only behind a sign',
    ],
  ),
  ...of(
    'src/linter/check.ts',
    ['^\\W*(?:describe|list|explain', 12, 'sentenceHits cuts the sentence'],
    ['^\\W*[[<{][^\\]>}]*', 1000, 'isPrompt passes longer sentences over'],
  ),
  ...of(
    'src/ingest/actions/action-words.ts',
    ['^(?:(?:immediate|short|medium', 80, 'isGroupLabel passes longer labels over'],
    ['^[^\\p{L}\\p{N}]*(?:none', 160, 'saysNothing passes longer lines over'],
  ),
  ...of('src/ingest/actions/kind.ts', ['\\b(?:(?:the|a|our|this|review', 400, 'kindOf cuts the text']),
  ...of('src/ingest/actions/link.ts', [
    '(?:^|[^\\w/&#])',
    8000,
    'linkIn cuts the text; every name in it has a limit',
  ]),
  ...of(
    'src/ingest/actions/owner.ts',
    ['\\[([A-Z]{2,4})', 2000, 'ownerIn cuts the text'],
    ['^(?:\\*\\*|__)([\\p{L}]', 2000, 'ownerIn cuts the text'],
    ['[([]((?:@?[A-Z]', 2000, 'ownerIn cuts the text'],
    ['\\s+(?:Due(?: date)?|ETA', 80, 'KEYED takes no longer name'],
    ['(?: [-–—] |[([（]) ?', 2000, 'ownerIn cuts the text; a name has at most 32 letters'],
  ),
  ...of(
    'src/ingest/actions/status.ts',
    ['✅|☑|✔|:(?:white', 4000, 'statusInText cuts the text'],
    ['[([{]\\s*(?:already )?', 4000, 'statusInText cuts the text'],
    ['^\\W*\\[?(?:to-?do|open', 4000, 'statusInText cuts the text'],
    ['^~~.*~~', 4000, 'statusInText cuts the text'],
  ),
  ...of('src/ingest/blocks/heading.ts', ['^#\\S+[-_/]', 80, 'atx cuts the line']),
  ...of('src/ingest/metadata/fields.ts', ['^([A-Za-z][A-Za-z ]{2,30}?)', 120, 'spokenKey cuts the text']),
  ...of('src/ingest/metadata/front-matter-values.ts', [
    '^([\\p{L}_][\\p{L}\\p{N}_ -]{0,40}?)',
    2000,
    'plainLines cuts the line',
  ]),
  ...of(
    'src/ingest/metadata/people.ts',
    ['\\s*(?:[,;/&、，]', 1000, 'peopleOf cuts the value'],
    ['\\s*[（(].*$', 1000, 'peopleOf cuts the value'],
    ['[.。]\\s.*$', 1000, 'peopleOf cuts the value'],
  ),
  ...of(
    'src/ingest/role/markers.ts',
    ['\\b(?:y{2,4}', 20000, 'Counter cuts the text; every repetition but the letters of a tag has a limit'],
    ['^\\W*\\[[^\\]]{1,200}', 1000, 'Counter cuts the item'],
  ),
  ...of(
    'src/ingest/role/planned-work.ts',
    ['\\b(?:maintenance|upgrade', 500, 'plannedWorkScore cuts title and name'],
    ['\\b(?:outage|down(?!grade', 500, 'plannedWorkScore cuts title and name'],
    ['[a-z0-9-]+(?:\\.', 500, 'plannedWorkScore cuts the title'],
  ),
  ...of(
    'src/ingest/role/role.ts',
    ['(?:^|\\/)(?:_?readme|_?index|contributing', 4096, 'a path, which systems and the contract limit'],
    ['\\b(?:outages?|incidents?|downtime', 12000, 'reportScore cuts the text; every word ends the walk'],
    ['\\b(?:post-?mortems|incident reports', 500, 'indexScore cuts the title'],
  ),
  ...of(
    'src/ingest/sections/names.ts',
    ['^(?:proposed |recommended', 90, 'sectionName passes longer headings over'],
    ['^(?:the |user |customer', 90, 'sectionName passes longer headings over'],
    ['^(?:executive |incident |issue', 90, 'sectionName passes longer headings over'],
    ['^(?:references?|links?', 90, 'sectionName passes longer headings over'],
  ),
  ...of('src/ingest/services.ts', ['^\\W*(?:n\\/?a|none', 60, 'splitNames passes longer names over']),
  ...of('src/ingest/superseded.ts', ['\\b(?:superseded|replaced', 2000, 'supersededBy cuts the text']),
  ...of('src/ingest/timeline/declared-zone.ts', ['\\b(?:all|the|these', 320, 'declaredIn cuts the sentence']),
  ...of('src/ingest/timeline/entry-head.ts', [
    '[*_`]|~~|<[^>]{0,200}>',
    82,
    'behindColon and atEnd take no longer label',
  ]),
  ...of(
    'src/ingest/timeline/event-moments.ts',
    ['\\b(?:outage|incident|impact|downtime', 200, 'startEvent cuts the text'],
    ['\\b(?:fail(?:s|ed', 160, 'tellsOfTrouble and troubleBefore cut the text'],
  ),
  ...of('src/ingest/timeline/phase.ts', ['\\b(?:investigat\\w*|roll', 240, 'phaseOf cuts the text']),
  ...of('src/ingest/timeline/story-sentences.ts', [
    '(?:\\b(?:at|around|about|since',
    3000,
    'storySentences cuts the text',
  ]),
]
