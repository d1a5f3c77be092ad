import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readPhotoForm } from '../../platform/photos/photo-form.ts'
import { filePath } from '../../platform/photos/store-file.ts'
import { problem } from '../../platform/problems.ts'
import { changeDonor, dropLogo, keepLogo, orderDonors } from './change-donor.ts'
import {
  DonorOrder,
  DonorParams,
  DonorVisibilities,
  DonorVisibility,
  DonorVisibilityInput,
  KeptLogo,
  LogoFileParams,
  LogoParams,
} from './contract.ts'
import { findDonors, findLogo } from './donor-queries.ts'

const tags = ['visibility']
const read = { permission: 'visibility.read' } as const
const write = { permission: 'visibility.manage' } as const
const LOGO_FORM_LIMITS = { fileSize: 2 * 1024 * 1024, files: 1, fields: 1, parts: 2 }

/** How donors are named, in which order they stand, and what was uploaded as their logos. */
export const donorRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/donors/visibility',
    {
      config: read,
      schema: {
        tags,
        summary: 'Donors in the order of their logos: names, credit lines, logos, rules',
        response: { 200: DonorVisibilities },
      },
    },
    async ({ db }) => ({ items: await findDonors(db) }),
  )

  app.put(
    '/donors/order',
    {
      config: write,
      schema: {
        tags,
        summary: 'Puts all donors in the order of their logos',
        body: DonorOrder,
        response: { 200: DonorVisibilities },
      },
    },
    async ({ db, body }) => ({ items: await orderDonors(db, body.donorIds) }),
  )

  app.put(
    '/donors/:donorId/visibility',
    {
      config: write,
      schema: {
        tags,
        summary: 'Says how a donor is named and shown, on the version named; version 0 says it first',
        params: DonorParams,
        body: DonorVisibilityInput,
        response: { 200: DonorVisibility },
      },
    },
    ({ db, params, body }) => changeDonor(db, params.donorId, body),
  )

  await app.register(logoRoutes)
}

const logoRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: LOGO_FORM_LIMITS })
  const { filesDir } = app.config

  app.put(
    '/donors/:donorId/logos/:ground',
    {
      config: write,
      schema: {
        tags,
        summary:
          'Keeps a logo for a light or a dark ground: multipart, SVG (written anew from what is harmless in it), PNG, JPEG or WebP as `file`',
        consumes: ['multipart/form-data'],
        params: LogoParams,
        response: { 200: KeptLogo },
      },
    },
    async (request) => {
      const { bytes } = await readPhotoForm(request)
      const { db, caller, params } = request
      return keepLogo({ db, filesDir, by: caller.accountId }, params, bytes)
    },
  )

  app.delete(
    '/donors/:donorId/logos/:ground',
    {
      config: write,
      schema: { tags, summary: 'Takes a logo away', params: LogoParams, response: { 200: DonorVisibility } },
    },
    ({ db, params }) => dropLogo(db, params),
  )

  app.get(
    '/donors/:donorId/logos/:ground/:format',
    {
      config: read,
      schema: {
        tags,
        summary: 'A logo as PNG, or as the drawing that it was uploaded as',
        params: LogoFileParams,
        response: { 200: z.any() },
      },
    },
    async ({ db, params: { donorId, ground, format } }, reply) => {
      const logo = await findLogo(db, { donorId, ground })
      const sha256 = format === 'png' ? logo?.pngSha256 : logo?.svgSha256
      const path = sha256 ? filePath(filesDir, sha256, format) : undefined
      const found = path ? await stat(path).catch(() => undefined) : undefined
      if (!path || !found) throw problem('logo-not-found')
      return (
        reply
          .header('cache-control', 'private, no-cache')
          .header('etag', `"${sha256}"`)
          // Opened by itself, a drawing is a page: one that may do nothing.
          .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
          .header('content-length', found.size)
          .type(format === 'png' ? 'image/png' : 'image/svg+xml')
          .send(createReadStream(path))
      )
    },
  )
}
