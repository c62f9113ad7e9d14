/** Who sponsors an action and what it asked, got and spent. */
import type { ActionItem } from '../../../contract/actions.ts'
import { moneyWords } from '../../words.ts'

const STATE_WORDS = {
  requested: 'asked',
  funded: 'funded',
  declined: 'declined',
  deferred: 'deferred',
} as const

export function SponsorCell({ action }: { action: ActionItem }) {
  const { sponsorship } = action
  if (sponsorship === null)
    return <span class="none">{action.major ? 'not asked yet' : 'no money needed'}</span>
  const amount =
    sponsorship.state === 'funded' ? (sponsorship.approved ?? sponsorship.asked) : sponsorship.asked
  const said = [
    amount === null ? null : moneyWords(amount, sponsorship.currency),
    sponsorship.engineerDays === null ? null : `${sponsorship.engineerDays} engineer-days`,
  ].filter(Boolean)
  return (
    <>
      {sponsorship.sponsor?.name ?? 'No sponsor yet'}
      <small>
        {said.join(' · ')}
        {said.length === 0 ? '' : ', '}
        {STATE_WORDS[sponsorship.state]}
      </small>
    </>
  )
}
