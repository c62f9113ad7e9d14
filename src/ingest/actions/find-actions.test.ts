/** The layouts in which reports list their actions, each read to lines, titles, owners, states, days and references. */
import { describe, expect, test } from 'vitest'
import { scan } from '../blocks/scan.ts'
import type { DraftAction } from '../draft.ts'
import { passagesOf } from '../sections/passage.ts'
import { sectionsOf } from '../sections/section.ts'
import { titleSection } from '../title.ts'
import { findActions } from './find-actions.ts'

function actions(text: string): DraftAction[] {
  const tree = scan(`# Login was down\n\n${text}`)
  const sections = sectionsOf(tree)
  return findActions(passagesOf(sections, titleSection(sections)), {
    references: tree.references,
    due: { dayFirst: true, incidentDay: 19_723 },
    people: new Set(['ana', 'bex']),
  })
}

function titles(text: string): string[] {
  return actions(text).map((action) => action.title)
}

describe('layouts', () => {
  test('plain bullets; what is nested explains', () => {
    expect(
      titles('## Follow-up actions\n\n- Add a limit\n  - because it was missing\n* Pin the modules\n'),
    ).toEqual(['Add a limit', 'Pin the modules'])
  })

  test('numbered items with the reference on the next line', () => {
    expect(
      actions(
        '## Action Items\n\n### Proxy\n\n1. Handle errors on start\n   [Issue](https://example.org/i/4)\n2. Log more\n',
      ),
    ).toMatchObject([
      { title: 'Handle errors on start Issue', link: 'https://example.org/i/4', line: 7 },
      { title: 'Log more', link: null, line: 9 },
    ])
  })

  test('check boxes tell the state, owners and days stand in the line', () => {
    expect(
      actions(
        '## Action items\n\n- [x] **me** — Lower the keep-alive — 2025-09-23 — landed in `a3f291`.\n- [ ] **me** — Add a probe — 2025-10-23 — open\n',
      ),
    ).toMatchObject([
      { owner: 'me', status: 'done', due: null },
      { owner: 'me', status: 'open', due: '2025-10-23' },
    ])
  })

  test('tables of every naming, with and without outer pipes', () => {
    expect(
      actions(
        '## Actions\n\n| Action | Issue / PR | Status |\n| --- | --- | --- |\n| Restart in order | `team/router#38` | Done |\n| Test the order | | Open |\n',
      ),
    ).toMatchObject([
      { title: 'Restart in order', link: 'team/router#38', status: 'done' },
      { title: 'Test the order', link: null, status: 'open' },
    ])
    expect(
      actions(
        '## Action items\n\nAction Item | Type | Owner | Bug\n--- | --- | --- | ---\nAdd a canary | prevent | Kim | #12\n',
      ),
    ).toMatchObject([{ title: 'Add a canary', owner: 'Kim', link: '#12' }])
  })

  test('groups by horizon, kind and component are no actions', () => {
    expect(
      titles(
        '## Action items\n\n### Short term\n\n- Add disk\n\n### Detection\n\n- Alert on lag\n\n### Hub\n\n- Fix the reflector\n',
      ),
    ).toEqual(['Add disk', 'Alert on lag', 'Fix the reflector'])
    expect(
      titles('## Next steps\n\n- Immediate:\n  - Roll the key\n- Long-term\n  - Use short-lived keys\n'),
    ).toEqual(['Roll the key', 'Use short-lived keys'])
  })

  test('a line of initials gives its owner to the items below', () => {
    expect(actions('## Actions\n\nJG:\n\n- Check the logs\n\nRK/JT:\n\n- Write the runbook\n')).toMatchObject(
      [
        { title: 'Check the logs', owner: 'JG' },
        { title: 'Write the runbook', owner: 'RK/JT', kind: 'runbook' },
      ],
    )
  })

  test('numbered or tagged sub-headings are the actions, what stands below explains', () => {
    expect(
      actions(
        '## Actions\n\n### 1) Fewer streaming processes `@dma` [repair]\n\nWhy this helps.\n\n- detail\n\n### 2) Alert on load `@ann` [detect]\n\nText.\n',
      ),
    ).toMatchObject([
      { owner: '@dma', line: 5 },
      { owner: '@ann', line: 11 },
    ])
  })

  test('a paragraph that tells of work is one action, one that announces a list is none', () => {
    expect(titles('## Prevention\n\nThe team will add tests for upgrades.\n')).toHaveLength(1)
    expect(titles('## Prevention\n\nWe will do the following:\n\n- Add tests\n')).toEqual(['Add tests'])
    expect(titles('## Action items\n\nNone.\n')).toEqual([])
  })

  test('a bold key or a list item opens the actions as a heading does', () => {
    expect(
      titles('- **Impact**: logins failed\n\n- **Review actions**:\n  - Add a probe\n  - Write it down\n'),
    ).toEqual(['Add a probe', 'Write it down'])
    expect(titles('**Impact**: logins failed\n\n**Action items**:\n\n- Add a probe\n')).toEqual([
      'Add a probe',
    ])
  })

  test('lessons are no actions unless their title says so; what responders did is none', () => {
    expect(titles('## Lessons learned\n\n- Limits matter\n')).toEqual([])
    expect(titles('## Lessons learned and action items\n\n- Add limits\n')).toEqual(['Add limits'])
    expect(titles('## Actions taken\n\n- Restarted the pod\n- Rolled back\n- Checked the logs\n')).toEqual([])
  })

  test('placeholders and prompts of a template are no actions', () => {
    expect(titles('## Action items\n\n*List the work that follows*\n\n- TBD\n- \n- Fix the leak\n')).toEqual([
      'Fix the leak',
    ])
  })

  test('a legend below the table is none', () => {
    expect(
      titles(
        '## アクションアイテム\n\n| # | アクション | 担当 |\n|---|---|---|\n| 1 | 監視を追加 | 基盤 |\n\n### カテゴリの説明\n\n- **予防:** 再発を防ぐ\n',
      ),
    ).toEqual(['監視を追加'])
  })
})

describe('other languages', () => {
  test('Japanese', () => {
    expect(
      actions(
        '## アクションアイテム\n\n| # | カテゴリ | アクション | 担当 | 期限 | ステータス |\n|---|---|---|---|---|---|\n| 1 | 予防 | 上限を設定する | 基盤担当 | 2026-04-15 | 完了 |\n| 2 | 検知 | アラートを追加 | SRE | 2026-04-20 | 未着手 |\n',
      ),
    ).toMatchObject([
      { title: '上限を設定する', owner: '基盤担当', due: '2026-04-15', status: 'done' },
      { title: 'アラートを追加', owner: 'SRE', due: '2026-04-20', status: 'open', kind: 'alert_threshold' },
    ])
  })

  test('Norwegian', () => {
    expect(
      actions(
        '## Aksjonspunkter\n\n| Aksjon | Type | Eier | Referanse |\n|---|---|---|---|\n| Varsle ved full disk | Forbedring | Kari | FAG-12 |\n',
      ),
    ).toMatchObject([{ title: 'Varsle ved full disk', owner: 'Kari', link: 'FAG-12' }])
  })

  test('Chinese', () => {
    expect(titles('## 预防\n\n- 增加超时告警\n- 完善回滚流程\n')).toEqual(['增加超时告警', '完善回滚流程'])
  })
})

describe('states, owners and references in a line', () => {
  test.each([
    ['Add disk (DONE)', 'done'],
    ['Add disk. **(Done during this incident)**', 'done'],
    ['DONE: add disk', 'done'],
    ['✅ Add disk', 'done'],
    ['~~Add disk~~', 'done'],
    ['TODO: add disk', 'open'],
    ['Add disk - in progress', 'open'],
    ["Add disk (won't do)", 'dropped'],
    ['Add disk so that backups get done in time', 'unknown'],
    ['Add disk – **ferdig**', 'done'],
    [':white_check_mark: Add disk', 'done'],
    ["'''Done''' - Add disk", 'done'],
    ['Add disk (OPS-12, @bo, done 2021-11-02)', 'done'],
    ['~~Add disk~~ not needed', 'dropped'],
    ['Keys are now needed for all. This was done on 25 January.', 'done'],
  ])('%s is %s', (line, status) => {
    expect(actions(`## Actions\n\n- ${line}\n`)[0]?.status).toBe(status)
  })

  test.each([
    ['Ed to create some docs', 'Ed'],
    ['[ICL] Remove the old key', 'ICL'],
    ['Add limits (Owner: @lucy)', '@lucy'],
    ['`@dma` trims the pool', '@dma'],
    ['**RK** - write it up', 'RK'],
    ['[Platform] Rotate keys', 'Platform'],
    ['The platform team will rotate keys', 'platform team'],
    ['監視を追加（担当: 山田）', '山田'],
    ['Add a limit (Kari, frist 15.02.2024)', 'Kari'],
    ['Add a limit - Hollis - 7/31/2018', 'Hollis'],
    ['Add a limit. Owner: ERP Support. Due: 10 November 2023', 'ERP Support'],
    ['Add a limit. Owner: TBD. Due: Q2 2024', null],
    ['上限を設定（基盤チーム）', '基盤チーム'],
    ['设置上限（小李）', '小李'],
    ['设置上限（可选）', null],
    ['Message to consumers within an hour', null],
    ['Add a limit', null],
    ['We will add a limit', null],
    ['This needs to change', null],
    ['Add a limit (TBD)', null],
    ['Add a limit — Ana', 'Ana'],
    ['add a limit (bex)', 'bex'],
    ['Bex asks the vendor for a limit', 'Bex'],
    ['Add a limit (January)', null],
    ['Add a limit — Redis', null],
  ])('%s is owned by %s', (line, owner) => {
    expect(actions(`## Actions\n\n- ${line}\n`)[0]?.owner).toBe(owner)
  })

  test.each([
    ['Fix it [#28](https://example.org/28)', 'https://example.org/28'],
    ['Fix it <https://example.org/28>', 'https://example.org/28'],
    ['Fix it ([#28][issue-28])', 'https://example.org/ref'],
    ['Fix it #28', '#28'],
    ['Fix it owner/repo#28', 'owner/repo#28'],
    ['Fix it (OPS-28)', 'OPS-28'],
    ['Fix it phab:T228497', 'T228497'],
    ['Fix it team/proxy!28', 'team/proxy!28'],
    ['Fix it proxy#28', 'proxy#28'],
    ['Fix it, Bug 771203', 'Bug 771203'],
    ['Fix it, case #00441872', '#00441872'],
    ['Store it as UTF-8', null],
    ['Say hello!', null],
    ['See [[PM-2026-008-x]]', null],
  ])('%s refers to %s', (line, link) => {
    expect(actions(`## Actions\n\n- ${line}\n\n[issue-28]: https://example.org/ref\n`)[0]?.link).toBe(link)
  })
})

describe('due days', () => {
  test.each([
    ['Add disk, due 30 June 2024', '2024-06-30'],
    ['Add disk by June 30th, 2024', '2024-06-30'],
    ['Add disk (estimated completion: 01/31/2024)', '2024-01-31'],
    ['Add disk (frist 15.02.2024)', '2024-02-15'],
    ['Add disk - Kim - 31/7/2024', '2024-07-31'],
    ['Add disk by 3 May', '2024-05-03'],
    ['ディスクを追加、8月31日まで', '2024-08-31'],
    ['Add disk by Q3 2024', null],
    ['Add disk by the end of June', null],
    ['Add disk to hosts bought before 2024', null],
    ['Add disk - see the graph of 30 June 2024 for why', null],
  ])('%s is due %s', (line, due) => {
    expect(actions(`## Actions\n\n- ${line}\n`)[0]?.due).toBe(due)
  })

  test.each([
    ['04/02/2024', '2024-02-04'],
    ['30 June', '2024-06-30'],
    ['Fri, June 28, 2024 (moved)', '2024-06-28'],
    ['2024-Q3', null],
    ['end of June 2024', null],
    ['next sprint', null],
  ])('a due column with %s gives %s', (cell, due) => {
    const table = `| Action | Owner | Due |\n|---|---|---|\n| Add disk | Kim | ${cell} |\n`
    expect(actions(`## Actions\n\n${table}`)[0]?.due).toBe(due)
  })
})

describe('what stands around an action', () => {
  test('a table may hold check boxes', () => {
    expect(
      actions(
        '## Actions\n\n| ✔ | Item | DRI |\n|---|---|---|\n| [x] | Add disk | @bo |\n| [ ] | Add limits | @bo |\n',
      ),
    ).toMatchObject([{ status: 'done' }, { status: 'open' }])
  })

  test('lines that open with a letter, or with who is to do it, are one action each', () => {
    expect(
      titles('## Follow up\n\nA. Smaller zones - *Jun*\nB. Shorter TTL\nC. A list of phones\n'),
    ).toHaveLength(3)
    expect(
      titles('## Follow up\n\nAna: waiting room\nBex to ask the vendor\nall: no sale on a Friday\n'),
    ).toHaveLength(3)
  })

  test('items below an action name its owner and day', () => {
    expect(actions('## Actions\n\n1. Add disk\n   - Owner: Imani\n   - Due: 2024-03-20\n')).toMatchObject([
      { title: 'Add disk', owner: 'Imani', due: '2024-03-20' },
    ])
  })

  test('a sentence over a list says how far its items are', () => {
    expect(
      actions('## Actions\n\nThings already done:\n\n- Add disk\n\nThings left:\n\n- Add limits\n'),
    ).toMatchObject([{ status: 'done' }, { status: 'unknown' }])
  })

  test('a table without a status column may mark the state in another cell', () => {
    expect(
      actions(
        '## Actions\n\n| Action | Owner | Bug |\n|---|---|---|\n| Add disk | ann | n/a **DONE** |\n| Add limits | ann | 12 **TODO** |\n',
      ),
    ).toMatchObject([{ status: 'done' }, { status: 'open' }])
  })

  test('a paragraph that says who does what is an action', () => {
    expect(
      titles('## Actions\n\nEd to write it down\n\nSecond line to agree on a rota\n\nThank you all\n'),
    ).toEqual(['Ed to write it down', 'Second line to agree on a rota'])
  })
})
