import { ApiProblem, isPassing } from '@restow/client'
import { tell, useTexts } from '@restow/ui/desk'
import { Action, Empty } from '@restow/ui/desk-parts'
import { CloudOff } from 'lucide-react'
import { Refused } from './why-not.ts'

/** What the server said, or that it said nothing, as a sentence. */
export function sentenceOf(problem: unknown): string {
  if (problem instanceof Refused) return problem.message
  if (!(problem instanceof ApiProblem)) return tell('problem.unreachable')
  if (problem.status === 404) return tell('problem.notFound')
  return problem.detail || (isPassing(problem) ? tell('problem.unreachable') : problem.message)
}

/** Where something should stand that could not be loaded. */
export function ProblemNote({ problem, again }: { problem: unknown; again: () => void }) {
  const { t } = useTexts()
  return (
    <div role="alert">
      <Empty
        icon={<CloudOff size={22} />}
        title={t('problem.title')}
        action={<Action onClick={again}>{t('problem.again')}</Action>}
      >
        {sentenceOf(problem)}
      </Empty>
    </div>
  )
}
