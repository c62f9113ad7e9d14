/** Sets a password with a one-time link, then signs in. */
import { useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import type { Problem } from '../../../contract/common.ts'
import { dropAnswers } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { ProblemNotice, problemOf } from '../../parts/problem-notice.tsx'
import { call, problemFrom, signIn } from '../../server.ts'
import { useTitle } from '../../title.ts'

export function PasswordPage() {
  useTitle('Set a password')
  const code = new URLSearchParams(useSearch()).get('code') ?? ''
  const [, go] = useLocation()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    try {
      const { email } = await call('POST /passwords', { body: { code, password } })
      await signIn(email, password)
      dropAnswers()
      go('/', { replace: true })
    } catch (thrown) {
      setProblem(problemFrom(thrown))
      setBusy(false)
    }
  }
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
        problem={problemOf(problem, 'password')}
        onText={setPassword}
      />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button kind="first" type="submit" busy={busy}>
        Set it and sign in
      </Button>
    </Gate>
  )
}
