import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Language, ProblemError, preferredLanguage, problem } from '../../platform/problems.ts'
import { Track, TrackDetail, TrackParams, Tracks, TracksQuery } from './contract.ts'
import {
  askForMatching,
  countTracks,
  findTrackProposals,
  findTrackShapes,
  findTracks,
  type StoredTrack,
} from './queries.ts'
import { dropTrack, getTrack, type TracksAt, type TrackUpload, takeTrack, WAIT_MS } from './receive-track.ts'
import { tellRefusal } from './refusal.ts'
import { forgetReceived, type ReceivedFile, receiveTrackFile, removeUnfinished } from './track-file.ts'
import { TrackQueue } from './track-queue.ts'

/** Two million points of the plainest kind are about 200 MB. */
const MAX_TRACK_BYTES = 256 * 1024 * 1024
const MAX_NAME_CHARACTERS = 200
const TAKE_UP_EVERY_MS = 60_000
const tags = ['tracks']

/** Recorded tracks: uploaded, matched to the roads, learned from. */
export const tracksRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { fileSize: MAX_TRACK_BYTES, files: 1, fields: 4, parts: 5 } })
  const { filesDir } = app.config
  const queue = new TrackQueue({ db: app.systemDb, filesDir, roadNetwork: app.roadNetwork, log: app.log })
  const takeUp = () => queue.takeUp().catch((error: unknown) => app.log.error({ err: error }))
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', async () => {
    await removeUnfinished(filesDir)
    void takeUp()
    timer = setInterval(takeUp, TAKE_UP_EVERY_MS).unref()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await queue.close()
  })
  const at = ({ db }: FastifyRequest): TracksAt => ({ db, filesDir, queue })
  const show = (track: StoredTrack, request: FastifyRequest): Track =>
    toTrack(track, queue, preferredLanguage(request.headers['accept-language']))

  app.get(
    '/tracks',
    {
      config: { permission: 'tracks.read' },
      schema: {
        tags,
        summary: 'Recorded tracks, the latest first',
        querystring: TracksQuery,
        response: { 200: Tracks },
      },
    },
    async (request) => {
      const { limit, offset } = request.query
      const tracks = await findTracks(request.db, request.query)
      const total = await countTracks(request.db)
      return { items: tracks.map((track) => show(track, request)), total, limit, offset }
    },
  )

  app.post(
    '/tracks',
    {
      config: { permission: 'tracks.upload' },
      schema: {
        tags,
        summary: `Takes a GPX file: multipart, fields \`file\` (256 MB), \`vehicle\` and \`name\`. Answers after ${WAIT_MS / 1000} s at the latest; a long track is then still waiting. The same file sent again is the same track`,
        consumes: ['multipart/form-data'],
        response: { 200: Track, 201: Track },
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request, filesDir).catch(refuseBrokenForm)
      const { track, isNew } = await takeTrack(at(request), upload).finally(() => forgetReceived(upload.file))
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/api/tracks/${track.id}`)
        .send(show(track, request))
    },
  )

  app.get(
    '/tracks/:trackId',
    {
      config: { permission: 'tracks.read', audit: { action: 'read', subject: 'track', idFrom: 'trackId' } },
      schema: {
        tags,
        summary: 'A track with its counts, its lines on the map and the roads that it proposes',
        params: TrackParams,
        response: { 200: TrackDetail },
      },
    },
    async (request) => {
      const { trackId } = request.params
      const track = await getTrack(request.db, trackId)
      const { report, ...shapes } = await findTrackShapes(request.db, trackId)
      const features = (['recorded', 'matched', 'unmatched'] as const).flatMap((part) => {
        const geometry = shapes[part]
        return geometry ? [{ type: 'Feature' as const, properties: { part }, geometry }] : []
      })
      const proposals = await findTrackProposals(request.db, trackId)
      const lines = { type: 'FeatureCollection' as const, features }
      return { ...show(track, request), report, lines, proposals }
    },
  )

  app.post(
    '/tracks/:trackId/match',
    {
      config: { permission: 'tracks.upload' },
      schema: {
        tags,
        summary: 'Matches a track again, to the network as it is now',
        params: TrackParams,
        response: { 200: Track },
      },
    },
    async (request) => {
      const { id } = await getTrack(request.db, request.params.trackId)
      await askForMatching(request.db, id)
      await queue.matchWithin(id, WAIT_MS)
      return show(await getTrack(request.db, id), request)
    },
  )

  app.delete(
    '/tracks/:trackId',
    {
      config: { permission: 'tracks.upload' },
      schema: {
        tags,
        summary: 'Deletes a track with its passages and its file; of others’ only for who manages tracks',
        params: TrackParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await dropTrack(at(request), await getTrack(request.db, request.params.trackId))
      return reply.code(204).send(null)
    },
  )
}

function toTrack(
  { fileSha256: _name, refusal, ...track }: StoredTrack,
  queue: TrackQueue,
  language: Language,
): Track {
  return {
    ...track,
    progress: queue.progressOf(track.id),
    refusal: refusal && tellRefusal(refusal, language),
  }
}

/** The reader of forms throws plain errors at a form without a boundary, or cut short. */
function refuseBrokenForm(error: Error & { code?: string }): never {
  if (error instanceof ProblemError || error.code) throw error
  throw problem('request-refused', {}, { cause: error })
}

/** Reads the form to its end: the other fields may stand before or after the file. */
async function readUpload(request: FastifyRequest, filesDir: string): Promise<TrackUpload> {
  let file: ReceivedFile | undefined
  const fields: Record<string, string> = {}
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value ?? '').trim()
      } else if (part.fieldname === 'file') {
        const limits = { maxBytes: MAX_TRACK_BYTES, isWhole: () => !part.file.truncated }
        file = await receiveTrackFile(filesDir, part.file, limits)
        fields.fileName = part.filename ?? ''
      } else {
        part.file.resume()
      }
    }
    if (!file || file.bytes === 0) throw problem('track-file-missing', {}, { field: 'file' })
    const name = fields.name || fields.fileName?.replace(/\.gpx$/i, '') || 'GPX'
    return { file, name: name.slice(0, MAX_NAME_CHARACTERS).toWellFormed(), vehicleId: fields.vehicle ?? '' }
  } catch (error) {
    if (file) await forgetReceived(file)
    throw error
  }
}
