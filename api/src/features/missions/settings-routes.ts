import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Permission } from '../../contract-kit/access.ts'
import type { Db } from '../../platform/db.ts'
import {
  changeSetting,
  checkArea,
  checkPlace,
  checkRequest,
  checkRule,
  checkVehicle,
} from './change-settings.ts'
import {
  ALLOWANCE_RATES,
  AREAS,
  FUEL_PRICES,
  PLACES,
  RULES,
  type SettingTable,
  VEHICLES,
  VISIT_REQUESTS,
} from './setting-tables.ts'
import {
  AllowanceRateInput,
  FuelPriceInput,
  MissionAreaInput,
  MissionPlaceInput,
  MissionRuleInput,
  MissionSettings,
  SettingParams,
  VehicleInput,
  Versioned,
  VisitRequestInput,
} from './settings-contract.ts'
import { findSettings } from './settings-queries.ts'

const tags = ['missions']
const set: Permission = 'missions.settings'
const plan: Permission = 'missions.plan'

interface Kind<Schema extends z.ZodObject> {
  readonly path: string
  readonly permission: Permission
  readonly body: Schema
  readonly table: SettingTable<z.output<Schema>>
  /** `id` is null where it is new. */
  readonly check: (db: Db, input: z.output<Schema>, id: string | null) => Promise<void>
}
const kind = <Schema extends z.ZodObject>(one: Kind<Schema>) => one as unknown as Kind<z.ZodObject>
const nothing = async () => {}

const KINDS = [
  kind({ path: 'vehicles', permission: set, body: VehicleInput, table: VEHICLES, check: checkVehicle }),
  kind({ path: 'places', permission: set, body: MissionPlaceInput, table: PLACES, check: checkPlace }),
  kind({ path: 'areas', permission: set, body: MissionAreaInput, table: AREAS, check: checkArea }),
  kind({ path: 'rules', permission: set, body: MissionRuleInput, table: RULES, check: checkRule }),
  kind({
    path: 'allowance-rates',
    permission: set,
    body: AllowanceRateInput,
    table: ALLOWANCE_RATES,
    check: nothing,
  }),
  kind({ path: 'fuel-prices', permission: set, body: FuelPriceInput, table: FUEL_PRICES, check: nothing }),
  kind({
    path: 'requests',
    permission: plan,
    body: VisitRequestInput,
    table: VISIT_REQUESTS,
    check: checkRequest,
  }),
]

/** Vehicles, places, areas, rules, rates and prices; and what somebody asks to be visited. */
export const settingsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/missions/settings',
    {
      config: { permission: 'missions.read' },
      schema: {
        tags,
        summary: 'Vehicles, places, areas, rules, rates, prices and requests for visits',
        response: { 200: MissionSettings },
      },
    },
    ({ db }) => findSettings(db),
  )
  for (const { path, permission, body, table, check } of KINDS) {
    const config = { permission }
    app.post(
      `/missions/${path}`,
      {
        config,
        schema: { tags, summary: `Adds one of the ${path}`, body, response: { 201: MissionSettings } },
      },
      async ({ db, body: input }, reply) => {
        await check(db, input, null)
        return reply.code(201).send(await changeSetting(db, { table, input, at: null }))
      },
    )
    app.put(
      `/missions/${path}/:missionRowId`,
      {
        config,
        schema: {
          tags,
          summary: `Changes one of the ${path}, made on the version named`,
          params: SettingParams,
          body: body.extend(Versioned.shape),
          response: { 200: MissionSettings },
        },
      },
      async ({ db, params: { missionRowId: id }, body: { version, ...input } }) => {
        await check(db, input, id)
        return changeSetting(db, { table, input, at: { id, version: version as number } })
      },
    )
  }
}
