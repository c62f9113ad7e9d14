/** What lies in the folders of reports: templates, indexes, guides, empty pages, data, and reports under unlikely names. */
import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const FILES: readonly (readonly [reason: string | null, path: string, text: string])[] = [
  [
    'template',
    'docs/postmortem-template.md',
    `# Postmortem #<ID>: <Title>\n\n**Date**: <Date>\n**Authors**: <Author>\n**Status**: Draft\n\n## Summary\n\nA short summary of the incident.\n\n## Impact\n\nWho was affected, and for how long?\n\n## Root Causes\n\nAn explanation of the circumstances in which this incident happened.\n\n## Trigger\n\n## Resolution\n\n## Detection\n\n## Action Items\n\n| Action Item | Type | Owner | Bug |\n|---|---|---|---|\n| | | | |\n\n## Lessons Learned\n\n### What went well\n\n### What went wrong\n\n### Where we got lucky\n\n## Timeline\n\n2015-10-21 (all times UTC)\n\n* 14:51 News reports that a new sonnet has been discovered\n`,
  ],
  [
    'stub',
    'incidents/0000-00-00-template.md',
    `---\ntitle: ""\ndate: YYYY-MM-DD\nseverity:\n---\n\n## Summary\n\n## Timeline\n\n## Root cause\n\n## Action items\n`,
  ],
  [
    'template',
    'incidents/_TEMPLATE.md',
    `# INC-XXX: Short title\n\n- **Date:** YYYY-MM-DD\n- **Severity:** SEV1 | SEV2 | SEV3\n- **Duration:** X hours\n\n## What happened\n\nOne paragraph.\n\n## Timeline\n\n| Time | Event |\n|------|-------|\n| HH:MM | Alert fired |\n| HH:MM | Engineer paged |\n\n## Follow-up\n\n- [ ] Action (owner, due date)\n`,
  ],
  [
    'template',
    '.github/ISSUE_TEMPLATE/postmortem.md',
    `---\nname: Postmortem\nabout: Write a postmortem\ntitle: "Postmortem: "\nlabels: postmortem\n---\n\n## Summary\n\n<!-- What happened? -->\n\n## Impact\n\n<!-- Who was affected? -->\n\n## Timeline (UTC)\n\n<!-- - HH:MM event -->\n\n## Root cause\n\n## Action items\n\n- [ ]\n`,
  ],
  [
    'template',
    'postmortems/incident-report-template.md',
    `# Incident Report\n\n## Leadup\n\nDescribe the sequence of events that led to the incident.\n\nEXAMPLE: At 16:00 on MM/DD/YY, a change was introduced to PRODUCT.\n\n## Fault\n\nDescribe how the change didn't work as expected.\n\n## Impact\n\nDescribe how the incident impacted users.\n\n## Detection\n\nWhen did the team detect the incident? How?\n\n## Response\n\nWho responded? When and how?\n\n## Recovery\n\nDescribe how the service was restored.\n\n## Timeline\n\nAll times are UTC.\n\n11:48 - K8s 1.9 upgrade of control plane is finished\n12:46 - Upgrade to V1.9 completed\n\n## Five whys\n\n1. The application had an outage because the database was locked\n\n## Blameless root cause\n\nNote the final root cause.\n\n## Corrective actions\n\nDescribe the corrective action ordered to prevent this class of incident.\n`,
  ],
  [
    'template',
    'mal/postmortem-mal.md',
    `# Tittel\n\n**Dato:** DD.MM.YYYY\n**Av:** navn\n\n## Sammendrag\n\nKort beskrivelse av hendelsen.\n\n## Konsekvens\n\nBeskriv konsekvensen.\n\n## Tidslinje\n\n- TT:MM: Hendelse\n`,
  ],
  [
    'template',
    'incidents/example.md',
    `# [Service] outage on [date]\n\n## Summary\n\n[Two sentences about what happened]\n\n## Timeline\n\n- [HH:MM] - [What happened]\n\n## Root cause\n\n[Explain]\n`,
  ],
  [
    'readme',
    'incidents/README.md',
    `# Incidents\n\nAll public incidents of our service.\n\n| Date | Incident | Duration |\n|---|---|---|\n| 2024-01-02 | [Login outage](2024-01-02-login.md) | 2h |\n| 2024-02-03 | [Search down](2024-02-03-search.md) | 20m |\n| 2024-03-04 | [Slow pages](2024-03-04-slow.md) | 1h |\n`,
  ],
  ['readme', 'incidents/README.md', '# Incidents\n'],
  ['readme', 'postmortems/2023/index.md', 'Coming soon'],
  ['stub', 'incidents/2023-02-01.md', 'Coming soon'],
  [
    'readme',
    'README.md',
    `# Incident reports\n\nWe publish reports of outages here so that users can learn from our failures.\n\n## How to write one\n\nUse the template. Include impact, timeline, root cause and action items. You should publish it within five days.\n`,
  ],
  [
    'readme',
    'docs/incident-response.md',
    `# Incident response\n\n## Severity levels\n\n- SEV1: complete outage\n- SEV2: degraded\n\n## Roles\n\nThe incident commander should coordinate. You must page the on-call when an outage is detected.\n\n## Communication\n\nYou should update the status page every 30 minutes.\n\n## After the incident\n\nYou must write a postmortem with timeline, impact and root cause, and create action items.\n`,
  ],
  ['readme', 'postmortems/index.md', `---\ntitle: Postmortems\n---\n\n# Postmortems\n\n{{< list >}}\n`],
  [
    'readme',
    'SUMMARY.md',
    `# Summary\n\n* [Introduction](README.md)\n* [2020-01-02 Outage](2020-01-02.md)\n* [2020-02-02 Outage](2020-02-02.md)\n* [2020-03-02 Outage](2020-03-02.md)\n`,
  ],
  ['stub', 'incidents/2020-01-02.md', `# Outage\n\nTBD\n`],
  ['stub', 'incidents/2020-01-02-x.md', `---\ntitle: Outage\ndate: 2020-01-02\n---\n`],
  [
    null,
    'a/b/c.md',
    `# Why the site went down last Tuesday\n\nOur site was down for two hours because a deploy removed a column that the old version still read. We rolled back and it recovered.\n`,
  ],
  [
    null,
    'incidents/2020-01-02/README.md',
    `# Search outage\n\n**Date:** 2020-01-02\n\n## Timeline\n\n- 10:00 errors\n- 10:20 restored\n\n## Root cause\n\nA bug.\n`,
  ],
  [
    null,
    '2023-05-06.md',
    `# Short downtime\n\nOn 6 May the API returned errors for 10 minutes after a failed deploy. Reverted.\n`,
  ],
  [
    null,
    'posts/2019-07-02-template-rendering-outage.md',
    `# Template rendering outage\n\nPages failed to render for 30 minutes.\n\n## Timeline\n\n- 10:00 UTC deploy\n- 10:30 UTC rollback\n`,
  ],
  [
    'not_a_postmortem',
    'incidents/2020/data.csv',
    `time,value\n2020-01-02 10:00,error\n2020-01-02 10:01,failed\n2020-01-02 10:02,down\n`,
  ],
  [
    'not_a_postmortem',
    'docs/setup.md',
    `# Setting up your laptop\n\nInstall the tools, clone the repository and run the script. If something fails, ask in the channel.\n\n## Editor\n\nUse any editor you like.\n`,
  ],
  [
    'not_a_postmortem',
    'blog/2023-01-01-release.md',
    `# Version 2 released\n\nWe are happy to announce version 2 with dark mode, faster search and a new logo. Thanks to all who helped.\n`,
  ],
]

test.each(FILES)('%s: %s', (reason, path, text) => {
  const [document] = readDocument(path, new TextEncoder().encode(text), { zone: null })
  expect(document?.reason).toBe(reason)
})
