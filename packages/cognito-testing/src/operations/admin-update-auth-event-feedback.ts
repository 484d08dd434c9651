import { AwsError } from '../aws-error.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, type Operation, ofUser } from './operation.ts'

export const adminUpdateAuthEventFeedback: Operation = defineOperation(
  {
    ...ofUser,
    EventId: { type: 'string', required: true, min: 1, max: 50, pattern: '[\\w+-]+' },
    FeedbackValue: { type: 'string', required: true, values: ['Valid', 'Invalid'] },
  },
  (pool, { EventId, FeedbackValue, ...named }) => {
    const { sub } = findUserInPool(pool, named)
    const event = pool.authEvents.of(sub).find(({ id }) => id === EventId)
    if (!event) throw new AwsError('ResourceNotFoundException', 'Auth event does not exist.')
    pool.authEvents.judge(sub, event, FeedbackValue)
    return {}
  },
)
