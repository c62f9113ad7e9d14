/** What people do, draw up and keep to: said to be poor, skipped or improved, it speaks of them. */
import { nouns } from './list.ts'

export const PRACTICES = nouns(
  'alert analysis announcement approval assessment audit backup check checklist communication coordination decision ' +
    'documentation drill escalation exercise handover inspection migration monitoring onboarding plan planning policy ' +
    'postmortem procedure process rehearsal report request response review rollout rotation runbook step supervision ' +
    'template test testing ticket training upgrade validation verification warning',
)
