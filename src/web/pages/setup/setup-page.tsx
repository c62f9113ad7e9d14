/** The first step of the first run: who you are. Opened with the one-time link the server prints. */
import { useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { dropAnswers } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { SelectField, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { ProblemNotice, problemOf } from '../../parts/problem-notice.tsx'
import { useSaving } from '../../saving.ts'
import { call, signIn } from '../../server.ts'
import { useTitle } from '../../title.ts'
import { readerZone } from '../../words.ts'
import { zoneOptions } from '../imports/zones.ts'

export function SetupPage() {
  useTitle('First run')
  const code = new URLSearchParams(useSearch()).get('code') ?? ''
  const [, go] = useLocation()
  const [answers, setAnswers] = useState({
    organisationName: '',
    name: '',
    email: '',
    password: '',
    timeZone: readerZone(),
  })
  const saving = useSaving()
  const field = (name: keyof typeof answers) => ({
    value: answers[name],
    problem: problemOf(saving.problem, name),
    onText: (text: string) => setAnswers((now) => ({ ...now, [name]: text })),
  })
  const submit = () =>
    saving.run(async () => {
      await call('POST /setup', { body: { code, ...answers } })
      await signIn(answers.email.trim(), answers.password)
      dropAnswers()
      go('/welcome', { replace: true })
    })
  return (
    <Gate
      title="Who are you?"
      lead="This makes your organisation and you its first administrator. Everything can be changed later."
      onSubmit={() => void submit()}
    >
      <TextField
        label="Organisation"
        required
        maxLength={120}
        autocomplete="organization"
        {...field('organisationName')}
      />
      <TextField label="Your name" required maxLength={120} autocomplete="name" {...field('name')} />
      <TextField label="E-mail" type="email" required autocomplete="username" {...field('email')} />
      <TextField
        label="Password"
        type="password"
        required
        minLength={10}
        maxLength={128}
        autocomplete="new-password"
        hint="At least 10 characters. A sentence is easier to keep than a riddle."
        {...field('password')}
      />
      <SelectField
        label="Time zone of the organisation"
        value={answers.timeZone}
        options={zoneOptions([])}
        onChoose={(timeZone) => setAnswers((now) => ({ ...now, timeZone }))}
      />
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      <Button kind="first" type="submit" busy={saving.busy}>
        Continue
      </Button>
    </Gate>
  )
}
