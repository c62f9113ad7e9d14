/** Sets a password with a one-time link, then signs in. */
import { useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { dropAnswers } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { ProblemNotice, problemOf } from '../../parts/problem-notice.tsx'
import { useSaving } from '../../saving.ts'
import { call, signIn } from '../../server.ts'
import { useTitle } from '../../title.ts'

export function PasswordPage() {
  useTitle('Set a password')
  const code = new URLSearchParams(useSearch()).get('code') ?? ''
  const [, go] = useLocation()
  const [password, setPassword] = useState('')
  const saving = useSaving()
  const submit = () =>
    saving.run(async () => {
      const { email } = await call('POST /passwords', { body: { code, password } })
      await signIn(email, password)
      dropAnswers()
      go('/', { replace: true })
    })
  return (
    <Gate
      title="Choose a password."
      lead="The link works once. Afterwards you sign in with your e-mail and this password."
      onSubmit={() => void submit()}
    >
      <TextField
        label="Password"
        type="password"
        required
        minLength={10}
        maxLength={128}
        autocomplete="new-password"
        hint="At least 10 characters. A sentence is easier to keep than a riddle."
        value={password}
        problem={problemOf(saving.problem, 'password')}
        onText={setPassword}
      />
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      <Button kind="first" type="submit" busy={saving.busy}>
        Set it and sign in
      </Button>
    </Gate>
  )
}
