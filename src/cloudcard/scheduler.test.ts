import { expect, test } from 'vitest'
import { createScheduler, type Priority } from './scheduler'

/** Work that ends when told to, and tells when it starts. */
function makeWork(limit = 3) {
  const { schedule, reconsider } = createScheduler(limit)
  const started: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const add = (name: string, priority?: () => Priority, signal?: AbortSignal) =>
    schedule(
      (makeRoom) => {
        started.push(name)
        return new Promise<string>((resolve, reject) => {
          makeRoom.addEventListener('abort', () => reject(makeRoom.reason))
          ends.set(name, (error) => (error ? reject(error) : resolve(name)))
        })
      },
      { priority, signal },
    )
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { add, end, started, reconsider }
}

const ahead = (): Priority => 'ahead'
const probe = (): Priority => 'probe'

test('no more than three requests are under way at a time', async () => {
  const { add, end, started } = makeWork()
  for (const name of ['a', 'b', 'c', 'd', 'e']) void add(name)
  expect(started).toEqual(['a', 'b', 'c'])
  await end('b')
  expect(started).toEqual(['a', 'b', 'c', 'd'])
})

test('what the person waits for goes first, otherwise the order is kept', async () => {
  const { add, end, started } = makeWork(1)
  void add('now')
  void add('ahead 1', ahead)
  void add('waited 1')
  void add('ahead 2', ahead)
  void add('waited 2')
  for (const name of ['now', 'waited 1', 'waited 2', 'ahead 1']) await end(name)
  expect(started).toEqual(['now', 'waited 1', 'waited 2', 'ahead 1', 'ahead 2'])
})

test('reading ahead leaves one place free for what a person asks for', async () => {
  const { add, end, started } = makeWork(3)
  for (const name of ['ahead 1', 'ahead 2', 'ahead 3']) void add(name, ahead)
  expect(started).toEqual(['ahead 1', 'ahead 2'])
  void add('now')
  expect(started).toEqual(['ahead 1', 'ahead 2', 'now'])
  await end('ahead 1')
  expect(started).toHaveLength(3)
  await end('now')
  expect(started).toEqual(['ahead 1', 'ahead 2', 'now', 'ahead 3'])
})

test('something read ahead takes the free place as soon as the person waits for it', () => {
  const { add, started, reconsider } = makeWork(3)
  let isWaitedFor = false
  for (const name of ['ahead 1', 'ahead 2']) void add(name, ahead)
  void add('next page', () => (isWaitedFor ? 'waited' : 'ahead'))
  isWaitedFor = true
  reconsider()
  expect(started).toEqual(['ahead 1', 'ahead 2', 'next page'])
})

test('probes go before what else is read ahead, three side by side', async () => {
  const { add, end, started } = makeWork(3)
  for (const name of ['ahead 1', 'ahead 2', 'ahead 3']) void add(name, ahead)
  for (const name of ['probe 1', 'probe 2', 'probe 3']) void add(name, probe)
  expect(started).toEqual(['ahead 1', 'ahead 2', 'probe 1'])
  await end('ahead 1')
  await end('ahead 2')
  expect(started).toEqual(['ahead 1', 'ahead 2', 'probe 1', 'probe 2', 'probe 3'])
})

test('probes are never in the way of what a person asks for: one makes room, and is asked again', async () => {
  const { add, end, started } = makeWork(3)
  const probes = ['probe 1', 'probe 2', 'probe 3'].map((name) => add(name, probe))
  void add('now')
  await end('nobody')
  expect(started).toEqual(['probe 1', 'probe 2', 'probe 3', 'now'])
  await end('now')
  expect(started).toEqual(['probe 1', 'probe 2', 'probe 3', 'now', 'probe 3'])
  for (const name of ['probe 1', 'probe 2', 'probe 3']) await end(name)
  expect(await Promise.all(probes)).toEqual(['probe 1', 'probe 2', 'probe 3'])
})

test('a probe that was given up while it made room is not asked again', async () => {
  const { add, end, started } = makeWork(1)
  const controller = new AbortController()
  const given = add('probe', probe, controller.signal)
  void add('now')
  controller.abort()
  await expect(given).rejects.toBe(controller.signal.reason)
  await end('now')
  expect(started).toEqual(['probe', 'now'])
})

test('something read ahead moves up when the person begins to wait for it', async () => {
  const { add, end, started } = makeWork(1)
  let isWaitedFor = false
  void add('now')
  void add('other', ahead)
  void add('next photo', () => (isWaitedFor ? 'waited' : 'ahead'))
  isWaitedFor = true
  await end('now')
  expect(started).toEqual(['now', 'next photo'])
})

test('queued work that is given up leaves the queue at once and is never started', async () => {
  const { add, end, started } = makeWork(1)
  const controller = new AbortController()
  void add('now')
  const given = add('given up', undefined, controller.signal)
  void add('next')
  controller.abort()
  await expect(given).rejects.toBe(controller.signal.reason)
  await end('now')
  expect(started).toEqual(['now', 'next'])
})

test('work that was given up before it was asked for is never started', async () => {
  const { add, started } = makeWork(1)
  const signal = AbortSignal.abort()
  await expect(add('late', undefined, signal)).rejects.toBe(signal.reason)
  expect(started).toEqual([])
})

test('giving up work that has started disturbs nothing in the queue', async () => {
  const { add, end, started } = makeWork(1)
  const controller = new AbortController()
  void add('now', undefined, controller.signal)
  void add('next')
  controller.abort()
  expect(started).toEqual(['now'])
  await end('now')
  expect(started).toEqual(['now', 'next'])
})

test('a failure frees its place, even one that comes before anything is sent', async () => {
  const { add, end, started } = makeWork(1)
  const failed = add('now')
  void add('next')
  const failure = new Error('no')
  const expectation = expect(failed).rejects.toBe(failure)
  await end('now', failure)
  await expectation
  expect(started).toEqual(['now', 'next'])

  const { schedule } = createScheduler(1)
  const thrown = schedule(() => {
    throw failure
  })
  await expect(thrown).rejects.toBe(failure)
  await expect(schedule(async () => 'after')).resolves.toBe('after')
})
