import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { CALENDARS, changeSetting, listSettings, VEHICLES } from './change-settings.ts'
import {
  Calendar,
  CalendarInput,
  CalendarParams,
  Calendars,
  Vehicle,
  VehicleInput,
  VehicleParams,
  Vehicles,
  VersionInput,
} from './contract.ts'

const tags = ['roads']
const read = { permission: 'roads.read' } as const
const write = { permission: 'roads.settings' } as const

export const settingsRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(vehicleRoutes)
  await app.register(calendarRoutes)
}

const vehicleRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/vehicles',
    {
      config: read,
      schema: { tags, summary: 'Vehicles: speeds, fuel, what they may not use', response: { 200: Vehicles } },
    },
    async ({ db }) => ({ items: await listSettings(db, VEHICLES) }),
  )

  app.put(
    '/vehicles/:vehicleId',
    {
      config: write,
      schema: {
        tags,
        summary: 'Changes a vehicle, made on the version named',
        params: VehicleParams,
        body: VehicleInput,
        response: { 200: Vehicle },
      },
    },
    ({ db, params: { vehicleId: id }, body: { version, ...given } }) =>
      changeSetting(db, VEHICLES, { id, version, given }),
  )

  app.post(
    '/vehicles/:vehicleId/reset',
    {
      config: write,
      schema: {
        tags,
        summary: 'Puts the product’s own figures of a vehicle back, as a new version',
        params: VehicleParams,
        body: VersionInput,
        response: { 200: Vehicle },
      },
    },
    ({ db, params: { vehicleId: id }, body: { version } }) =>
      changeSetting(db, VEHICLES, { id, version, given: {} }),
  )
}

const calendarRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/season-calendars',
    {
      config: read,
      schema: { tags, summary: 'When wadis and river do what to the roads', response: { 200: Calendars } },
    },
    async ({ db }) => ({ items: await listSettings(db, CALENDARS) }),
  )

  app.put(
    '/season-calendars/:calendarId',
    {
      config: write,
      schema: {
        tags,
        summary: 'Changes a season calendar, made on the version named',
        params: CalendarParams,
        body: CalendarInput,
        response: { 200: Calendar },
      },
    },
    ({ db, params: { calendarId: id }, body: { version, ...given } }) =>
      changeSetting(db, CALENDARS, { id, version, given }),
  )

  app.post(
    '/season-calendars/:calendarId/reset',
    {
      config: write,
      schema: {
        tags,
        summary: 'Puts the product’s own dates of a calendar back, as a new version',
        params: CalendarParams,
        body: VersionInput,
        response: { 200: Calendar },
      },
    },
    ({ db, params: { calendarId: id }, body: { version } }) =>
      changeSetting(db, CALENDARS, { id, version, given: {} }),
  )
}
