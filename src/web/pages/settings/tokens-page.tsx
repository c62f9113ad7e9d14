/** API tokens of the signed-in person: what each may do, until when, and taking it away. */
import { useState } from 'preact/hooks'
import type { Token } from '../../../contract/organisation.ts'
import type { Permission } from '../../../domain/permissions.ts'
import { send, usePages } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog, DialogActions } from '../../parts/dialog.tsx'
import { SelectField, TextField } from '../../parts/field.tsx'
import { Listing } from '../../parts/listing.tsx'
import { ProblemNotice, problemOf } from '../../parts/problem-notice.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { useSaving } from '../../saving.ts'
import { useMe } from '../../session.ts'
import { CheckList } from './check-list.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { Secret } from './secret.tsx'
import { SettingsFrame } from './settings-frame.tsx'

export function TokensPage() {
  const list = usePages('GET /tokens')
  const [adding, add] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [leaving, leave] = useState<Token | null>(null)
  const columns: readonly Column<Token>[] = [
    ...COLUMNS,
    { head: 'Change', kind: 'act', cell: (token) => <Withdraw token={token} onAsk={leave} /> },
  ]
  return (
    <SettingsFrame
      title="API tokens"
      lead="For programs that act as you: the command line, a script, a bot. Give each only what it needs."
      action={
        <Button kind="first" onClick={() => add(true)}>
          Make a token
        </Button>
      }
    >
      <Listing list={list} empty={<p class="soft">You have none.</p>}>
        <Table caption="API tokens" columns={columns} rows={list.items} keyOf={(token) => token.id} />
      </Listing>
      {adding ? <TokenDialog onClose={() => add(false)} onSecret={setSecret} /> : null}
      {secret === null ? null : (
        <Dialog title="Your token" open onClose={() => setSecret(null)}>
          <p>Keep it where your program finds it. It is shown only now.</p>
          <Secret value={secret} />
        </Dialog>
      )}
      {leaving === null ? null : <WithdrawDialog token={leaving} onClose={() => leave(null)} />}
    </SettingsFrame>
  )
}

const COLUMNS: readonly Column<Token>[] = [
  { head: 'Name', kind: 'lead', cell: (token) => <b>{token.name}</b> },
  { head: 'May', cell: (token) => token.scopes.join(', ') },
  { head: 'Until', cell: (token) => <Time at={token.expiresAt} style="day" /> },
  {
    head: 'Last used',
    cell: (token) =>
      token.lastUsedAt === null ? <span class="none">never</span> : <Time at={token.lastUsedAt} />,
  },
]

function Withdraw({ token, onAsk }: { token: Token; onAsk: (token: Token) => void }) {
  if (token.withdrawnAt !== null) {
    return (
      <span class="soft">
        withdrawn <Time at={token.withdrawnAt} style="day" />
      </span>
    )
  }
  return (
    <Button kind="quiet" aria-label={`Withdraw ${token.name}`} onClick={() => onAsk(token)}>
      Withdraw…
    </Button>
  )
}

function WithdrawDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const saving = useSaving()
  const withdraw = async () => {
    if (await saving.run(() => send('DELETE /tokens/{tokenId}', { params: { tokenId: token.id } }))) onClose()
  }
  return (
    <Dialog title={`Withdraw ${token.name}?`} open onClose={onClose}>
      <p>Whatever uses it stops working at once. It cannot be brought back; a new one can be made.</p>
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button kind="first" busy={saving.busy} onClick={() => void withdraw()}>
          Withdraw it
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const DAY_MS = 86_400_000
const LASTS = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', 'A year'],
] as const

function TokenDialog({ onClose, onSecret }: { onClose: () => void; onSecret: (secret: string) => void }) {
  const me = useMe()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Permission[]>(['postmortem.read'])
  const [lasts, setLasts] = useState('90')
  const save = async () => {
    const expiresAt = new Date(Date.now() + Number(lasts) * DAY_MS).toISOString()
    const made = await send('POST /tokens', { body: { name, scopes: [...scopes], expiresAt } })
    onSecret(made.secret)
  }
  return (
    <EditDialog title="Make a token" done="The token is made." button="Make it" save={save} onClose={onClose}>
      {(problem) => (
        <>
          <TextField
            label="What is it for?"
            required
            maxLength={80}
            placeholder="Nightly import"
            value={name}
            problem={problemOf(problem, 'name')}
            onText={setName}
          />
          <SelectField label="It lasts" value={lasts} options={LASTS} onChoose={setLasts} />
          <CheckList
            label="It may"
            options={me.permissions.map((permission) => [permission, permission] as const)}
            chosen={scopes}
            onChoose={setScopes}
          />
        </>
      )}
    </EditDialog>
  )
}
