/** The flags of `lint`. */
import type { Command } from '../command.ts'

export const LINT_FLAGS: Command['flags'] = {
  format: {
    type: 'string',
    value: 'text|json|sarif|github|gitlab|markdown',
    help: 'How to print the findings; text unless said',
  },
  'fail-on': {
    type: 'string',
    value: 'error|warning|never',
    help: 'Least severity that makes the exit status 1; error unless said',
  },
  changed: {
    type: 'optional',
    value: 'REF',
    help: 'Only files added or changed since the work left REF (a branch, tag or commit), uncommitted and untracked ones included; the default branch unless said',
  },
  roster: {
    type: 'string',
    value: 'FILE',
    help: 'YAML or JSON with lists people, teams, services, vendors',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    help: 'Findings to pass over, as --update-baseline wrote them',
  },
  'update-baseline': { type: 'boolean', help: 'Write the present findings to the baseline file' },
  rules: {
    type: 'string',
    value: 'RULE=SEVERITY,…',
    help: 'Severity by rule: error, warning, info or off',
  },
}
