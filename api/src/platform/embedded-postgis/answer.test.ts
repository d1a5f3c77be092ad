import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'
import { errorResponse, queryMessage, readyForQuery, syncMessage } from './wire.ts'

function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}\0\0\0\0${body}`, 'latin1')
  bytes.writeInt32BE(bytes.length - 1, 1)
  return bytes
}

const done = (tag: string) => message('C', `${tag}\0`)
const request = queryMessage('select 1')
const idle = readyForQuery('idle')

test('a whole answer is handed on with the state of the transaction', () => {
  for (const status of ['idle', 'open', 'failed'] as const) {
    const response = Buffer.concat([done('SELECT 1'), readyForQuery(status)])
    expect(readAnswer(request, response)).toEqual({ bytes: response, status, notifications: [] })
  }
})

test('an error is an answer', () => {
  const response = Buffer.concat([
    errorResponse('ERROR', '22012', 'division by zero'),
    readyForQuery('failed'),
  ])
  expect(readAnswer(request, response)?.status).toBe('failed')
})

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['no final state', done('SELECT 1')],
  ['no completion', idle],
  ['a completion as ???', Buffer.concat([done('???'), idle])],
  ['a message cut short', Buffer.concat([done('SELECT 1'), idle, Buffer.from('C')])],
])('%s is a crash', (_, response) => {
  expect(readAnswer(request, response)).toBeUndefined()
})

test('an executed portal needs its completion, a described one does not', () => {
  const executed = Buffer.concat([message('P', '\0select 1\0\0\0'), message('E', '\0\0\0\0\0'), syncMessage])
  const described = Buffer.concat([message('P', '\0select 1\0\0\0'), syncMessage])
  const response = Buffer.concat([message('1', ''), idle])
  expect(readAnswer(executed, response)).toBeUndefined()
  expect(readAnswer(described, response)).toBeDefined()
})

test('notifications are taken out of the answer', () => {
  const notification = message('A', '\0\0\0\x01news\0payload\0')
  const response = Buffer.concat([done('NOTIFY'), notification, idle])
  expect(readAnswer(request, response)).toEqual({
    bytes: Buffer.concat([done('NOTIFY'), idle]),
    status: 'idle',
    notifications: [{ channel: 'news', bytes: notification }],
  })
})
