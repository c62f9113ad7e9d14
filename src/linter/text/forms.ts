/** Forms of English verbs: base form of a past or present, participle in -ing. */

const IRREGULAR: Readonly<Record<string, string>> = {
  ran: 'run',
  made: 'make',
  took: 'take',
  gave: 'give',
  went: 'go',
  saw: 'see',
  knew: 'know',
  thought: 'think',
  found: 'find',
  told: 'tell',
  said: 'say',
  left: 'leave',
  kept: 'keep',
  brought: 'bring',
  built: 'build',
  sent: 'send',
  broke: 'break',
  broken: 'break',
  chose: 'choose',
  forgot: 'forget',
  forgotten: 'forget',
  wrote: 'write',
  written: 'write',
  shut: 'shut',
  set: 'set',
  read: 'read',
  paid: 'pay',
  understood: 'understand',
  caught: 'catch',
  known: 'know',
  seen: 'see',
  done: 'do',
  taken: 'take',
  given: 'give',
  looked: 'look',
  tied: 'tie',
  shown: 'show',
  let: 'let',
  slept: 'sleep',
  held: 'hold',
  lost: 'lose',
  meant: 'mean',
  spoken: 'speak',
  spent: 'spend',
  got: 'get',
  bought: 'buy',
  chosen: 'choose',
  begun: 'begin',
  began: 'begin',
}

const DOUBLING = new Set(
  'run set stop drop cut get put forget plan shut ship commit begin let step map scan tag patch-in skip plug submit bump-in rerun wrap flag log admit omit refer defer'.split(
    ' ',
  ),
)

/** Base form of a verb's past or present form, as far as spelling shows it; the word itself when it is a base form. */
export function baseOf(form: string): string {
  const irregular = Object.hasOwn(IRREGULAR, form) ? IRREGULAR[form] : undefined
  if (irregular !== undefined) return irregular
  if (form.endsWith('ied')) return `${form.slice(0, -3)}y`
  if (form.endsWith('ed')) return withoutEnding(form.slice(0, -2))
  if (form.endsWith('ing') && form.length > 5) return withoutEnding(form.slice(0, -3))
  return form
}

/** `checked` → `check`, `used` → `use`, `stopped` → `stop`. */
function withoutEnding(stem: string): string {
  const last = stem.at(-1) ?? ''
  if (last === stem.at(-2) && !'lsze'.includes(last)) return stem.slice(0, -1)
  return /(?:[bcdfgkpt]l|[^aeiou][aeiou][sz]|[aeiou][cgvz]|[ns]c|[dlnr]g|rs|ns|[aeo]us|[^aeio]u|at|ut|rv|lv|iv|it|ibr|uir|igur|yp|par|ir|or|anag|in|ot|id|eas|is)$/.test(
    stem,
  ) &&
    !/(?:edit|commit|submit|visit|wait|await|monitor|inform|join|train|explain|maintain|begin|plan|abandon|author|fail|work|avoid|panic|repeat|treat|out|restart|start|alert|reset|limit|audit|exit|hit|format|eat|doubt|mirror|sort|report|root|boot|reboot|pin|shoot)$/.test(
      stem,
    )
    ? `${stem}e`
    : stem
}

/** `notice` → `noticing`, `run` → `running`. */
export function gerundOf(base: string): string {
  if (base === 'be') return 'being'
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (DOUBLING.has(base)) return `${base}${base.at(-1) ?? ''}ing`
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base)) return `${base.slice(0, -1)}ing`
  return `${base}ing`
}
