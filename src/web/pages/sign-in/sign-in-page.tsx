/** Sign in with e-mail and password. */
import { useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { dropAnswers, useAnswer } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSaving } from '../../saving.ts'
import { signIn } from '../../server.ts'
import { useTitle } from '../../title.ts'

export function SignInPage() {
  useTitle('Sign in')
  const search = new URLSearchParams(useSearch())
  const [, go] = useLocation()
  const setup = useAnswer('GET /setup')
  const [email, setEmail] = useState(search.get('email') ?? '')
  const [password, setPassword] = useState('')
  const saving = useSaving()

  const submit = () =>
    saving.run(async () => {
      await signIn(email.trim(), password)
      dropAnswers()
      go(inside(search.get('to')), { replace: true })
    })

  if (setup.data?.needed === true) return <SetupFirst />
  return (
    <Gate
      title="Learn from what happened."
      lead="Sign in to read, to review, and to see what came of it."
      onSubmit={() => void submit()}
    >
      <TextField
        label="E-mail"
        type="email"
        autocomplete="username"
        required
        value={email}
        onText={setEmail}
      />
      <TextField
        label="Password"
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      <Button kind="first" type="submit" busy={saving.busy}>
        Sign in
      </Button>
      <p class="soft">No password yet, or forgotten? An administrator can make you a one-time link.</p>
    </Gate>
  )
}

function SetupFirst() {
  return (
    <Gate
      title="Nobody is here yet."
      lead="When the server started it printed a one-time link. Open that link to make the first administrator. If it is lost, restart the server: it prints a new one."
    >
      <p class="soft">
        The link begins with this address and <code>/setup?code=</code>.
      </p>
    </Gate>
  )
}

/** Only an address of this page: nobody is sent elsewhere after signing in. */
function inside(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/'
}
