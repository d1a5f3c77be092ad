/**
 * What each route answers to whom. Written by hand from what the office decided, never from the code.
 *
 * - ok: it does what is asked · all, own: a list with everybody's rows, with one's own only · a number: the refusal
 * - ok/404: of one's own / of what lies outside one's rows (another sub-office's post for the focal point, a post that
 *   is not named on the account for the contractor and the partner, another person's session for everyone); a
 *   closure is the person's own report, since others' are seen by everyone, and a track the person's own upload
 * - 401 sign-in-required · 403 not-permitted, and second-factor-required to who must enrol · 404 as if it did not exist
 *
 * Columns: administrator, coordinator, focal point, contractor, partner, viewer, signed out, password given but no code
 * yet, role requires a second factor that the account does not have.
 */
export const ACCESS_TABLE = `
                                                    | adm | coo | foc    | con    | par    | vie | out | code | enrol

Register
GET    /api/posts                                   | all | all | own    | own    | own    | all | 401 | 401  | 403
POST   /api/posts                                   | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/posts/:postId                           | ok  | ok  | ok/404 | ok/404 | ok/404 | ok  | 401 | 401  | 403
PATCH  /api/posts/:postId                           | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/posts/:postId/changes                   | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/posts/:postId/archive                   | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/posts/:postId/restore                   | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/posts/:postId/photos                    | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/posts/:postId/photos/:photoId           | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/posts/:postId/photos/:photoId/restore   | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/photos/:photoId/:size                   | ok  | ok  | ok/404 | ok/404 | ok/404 | 404 | 401 | 401  | 403
GET    /api/exports/posts.csv                       | all | all | own    | 403    | own    | 403 | 401 | 401  | 403
GET    /api/exports/posts.geojson                   | all | all | own    | 403    | own    | 403 | 401 | 401  | 403

Region, ways
GET    /api/overview                                | all | all | own    | own    | own    | all | 401 | 401  | 403
GET    /api/search                                  | all | all | own    | own    | own    | all | 401 | 401  | 403
GET    /api/ways                                    | ok  | ok  | ok/404 | ok/404 | ok/404 | ok  | 401 | 401  | 403
GET    /api/roads/day                               | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/roads/graph                             | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/roads/inputs                            | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/roads/isochrones                        | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/roads/catchments                        | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/roads/matrix                            | ok  | ok  | ok/404 | ok/404 | ok/404 | ok  | 401 | 401  | 403
GET    /api/roads/nearest                           | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/region/admin-units                      | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/region/border-segments                  | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/region/evidence                         | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/basemap                                 | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/basemap/:z/:x/:y.mvt                    | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/basemap/guidimakha.pmtiles              | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/road-networks                           | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/road-networks/:networkId/changes        | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/road-networks/:networkId/accept         | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/road-networks/:networkId/discard        | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/import-runs                             | all | all | all    | own    | own    | own | 401 | 401  | 403
GET    /api/import-runs/:importRunId/rejects        | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403

State of the roads
GET    /api/closures                                | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
POST   /api/closures                                | ok  | ok  | ok     | ok     | ok     | 403 | 401 | 401  | 403
PATCH  /api/closures/:closureId                     | ok  | ok  | ok     | ok     | ok     | 403 | 401 | 401  | 403
POST   /api/closures/:closureId/confirm             | ok  | ok  | ok     | ok     | ok     | 403 | 401 | 401  | 403
POST   /api/closures/:closureId/lift                | ok  | ok  | ok     | ok     | ok     | 403 | 401 | 401  | 403
POST   /api/closures/:closureId/restore             | ok  | ok  | ok     | ok     | ok     | 403 | 401 | 401  | 403
GET    /api/closures/:closureId/changes             | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/exports/closures.csv                    | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/exports/closures.geojson                | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
GET    /api/vehicles                                | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
PUT    /api/vehicles/:vehicleId                     | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/vehicles/:vehicleId/reset               | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/season-calendars                        | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
PUT    /api/season-calendars/:calendarId            | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/season-calendars/:calendarId/reset      | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403

Tracks, edits of the network
GET    /api/tracks                                  | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/tracks                                  | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/tracks/:trackId                         | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/tracks/:trackId/match                   | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/tracks/:trackId                         | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/road-edits                              | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
POST   /api/road-edits                              | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/road-edits/:editId                      | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | 403
PATCH  /api/road-edits/:editId                      | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/road-edits/:editId/accept               | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/road-edits/:editId/reject               | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/road-edits/:editId/changes              | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403

Works
GET    /api/works/contracts                         | all | all | own    | own    | 403    | 403 | 401 | 401  | 403
POST   /api/works/contracts                         | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/works/contracts/:contractId             | ok  | ok  | ok/404 | ok/404 | 403    | 403 | 401 | 401  | 403
PUT    /api/works/contracts/:contractId             | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/contracts/:contractId/archive     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/contracts/:contractId/restore     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/contracts/:contractId/events      | ok  | ok  | ok/404 | ok/404 | 403    | 403 | 401 | 401  | 403
PUT    /api/works/contracts/:contractId/photos/:worksPhotoId | ok  | ok  | ok/404 | ok/404 | 403    | 403 | 401 | 401  | 403
GET    /api/works/contracts/:contractId/photos/:worksPhotoId/:size | ok  | ok  | ok/404 | ok/404 | 403    | 403 | 401 | 401  | 403
GET    /api/works/contracts/:contractId/documents/:kind | ok | ok | ok/404 | ok/404 | 403   | 403 | 401 | 401  | 403
GET    /api/works/contracts/:contractId/tables/:table.:format | ok | ok | ok/404 | ok/404 | 403 | 403 | 401 | 401 | 403
POST   /api/works/contracts/:contractId/bill/preview | ok | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/contracts/:contractId/plan/preview | ok | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/works/alerts                            | all | all | own    | own    | 403    | 403 | 401 | 401  | 403
GET    /api/works/progress-by-month                 | all | all | own    | own    | 403    | 403 | 401 | 401  | 403
GET    /api/exports/works.csv                       | all | all | own    | own    | 403    | 403 | 401 | 401  | 403
GET    /api/exports/works.xlsx                      | ok  | ok  | ok     | ok     | 403    | 403 | 401 | 401  | 403
GET    /api/works/parties                           | ok  | ok  | ok     | ok     | 403    | 403 | 401 | 401  | 403
POST   /api/works/donors                            | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/donors/:partyId                   | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/contractors                       | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/contractors/:partyId              | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/programmes                        | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/programmes/:partyId               | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/works/projects                          | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/projects/:partyId                 | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/works/currency-rates                    | ok  | ok  | ok     | ok     | 403    | 403 | 401 | 401  | 403
GET    /api/works/calendars                         | ok  | ok  | ok     | ok     | 403    | 403 | 401 | 401  | 403
GET    /api/works/checklists                        | ok  | ok  | ok     | ok     | 403    | 403 | 401 | 401  | 403
POST   /api/works/currency-rates                    | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/works/currency-rates/:currency/:validFrom | ok | ok | 403   | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/calendars/:settingId              | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/checklists/:settingId             | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/works/document-templates                | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/works/document-templates/:kind          | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/works/document-templates/:kind          | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/works/document-templates/:kind          | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403

Coverage
POST   /api/coverage/measure                        | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/who-comes                      | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/time-grid                      | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/critical-links                 | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/siting                         | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/coverage/openings                       | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/coverage/scenarios                      | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/scenarios                      | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/coverage/scenarios/:scenarioId          | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/coverage/scenarios/:scenarioId          | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/scenarios/:scenarioId/duplicate | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/scenarios/:scenarioId/archive  | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/scenarios/:scenarioId/restore  | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/coverage/evidence                       | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/evidence                       | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/coverage/evidence/:evidenceId           | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/coverage/evidence/:evidenceId/recompute | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/coverage/evidence/:evidenceId/export/:format | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403

Visibility
GET    /api/visibility                              | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/exports/visibility.csv                  | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/visibility/checks                       | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/visibility/checks/:checkId              | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/visibility/checks/:checkId/photo/:size  | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/donors/visibility                       | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/donors/order                            | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/donors/:donorId/visibility              | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/donors/:donorId/logos/:ground           | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/donors/:donorId/logos/:ground           | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/donors/:donorId/logos/:ground/:format   | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/donors/:donorId/showings                | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/donors/:donorId/links                   | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/donors/:donorId/links                   | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/donors/:donorId/links/:donorLinkId/revoke | ok | ok | 404    | 403    | 403    | 403 | 401 | 401  | 403

Briefings
GET    /api/briefings                               | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings                               | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/draft                         | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/briefings/:briefingId                   | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/briefings/:briefingId                   | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/slides            | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/duplicate         | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/archive           | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/restore           | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/briefings/:briefingId/versions          | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/briefings/:briefingId/versions/:version | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/versions/:version/restore | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/briefings/:briefingId/links             | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/links             | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/links/:linkId/refresh | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/links/:linkId/revoke | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/showings         | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/briefings/:briefingId/exports          | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/briefings/exports/:exportId            | 404 | 404 | 404    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/briefings/exports/:exportId/file       | 404 | 404 | 404    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/briefings/exports/:exportId            | 404 | 404 | 404    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/audiences                               | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/audiences                               | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/audiences/:audienceId                   | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/audiences/:audienceId/archive           | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/audiences/:audienceId/restore           | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403

What a link shows, to whoever has it
POST   /api/shared/open                             | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/shared/presentation                     | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/shared/assets/:name                     | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/shared/basemap                          | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/shared/basemap/:z/:x/:y.mvt             | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/shared/basemap/guidimakha.pmtiles       | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok

Missions
GET    /api/missions/due                            | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/settings                       | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/vehicles                       | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/vehicles/:missionRowId         | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/places                         | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/places/:missionRowId           | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/areas                          | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/areas/:missionRowId            | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/rules                          | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/rules/:missionRowId            | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/allowance-rates                | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/allowance-rates/:missionRowId  | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/fuel-prices                    | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/fuel-prices/:missionRowId      | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/requests                       | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/requests/:missionRowId         | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions                                | all | all | own    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions                                | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/:missionId                     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/:missionId                     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/missions/:missionId                     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/:missionId/driven              | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/:missionId/question            | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/:missionId/events              | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/:missionId/tracks/:trackId     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/missions/:missionId/tracks/:trackId     | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/document-templates            | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/document-templates/:kind      | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/missions/document-templates/:kind      | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/missions/document-templates/:kind      | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/:missionId/documents/:kind    | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/:missionId/map                | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/missions/:missionId/itinerary/:format  | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/plan                           | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/time                           | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/missions/explain                        | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403

Own account
GET    /api/account                                 | own | own | own    | own    | own    | own | 401 | 401  | own
PUT    /api/account/password                        | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
DELETE /api/account/sessions                        | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
DELETE /api/account/sessions/:sessionId             | ok/404 | ok/404 | ok/404 | ok/404 | ok/404 | ok/404 | 401 | 401 | ok/404
POST   /api/account/calendar-addresses              | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/account/calendar-addresses/:addressId   | ok/404 | ok/404 | ok/404 | ok/404 | ok/404 | ok/404 | 401 | 401 | ok/404
POST   /api/account/second-factor                   | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
PUT    /api/account/second-factor                   | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
DELETE /api/account/second-factor                   | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
POST   /api/account/recovery-codes                  | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
GET    /api/sub-offices                             | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok

Administration
GET    /api/accounts                                | all | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/accounts                                | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
PATCH  /api/accounts/:accountId                     | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/accounts/:accountId/leave               | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/accounts/:accountId/return              | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/accounts/:accountId/links               | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/accounts/:accountId/second-factor       | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/accounts/:accountId/sessions            | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/settings/access                         | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
PUT    /api/settings/access                         | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/audit                                   | all | all | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/audit/chain                             | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/exports/audit.csv                       | all | all | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/backups                                 | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
POST   /api/backups                                 | ok  | 403 | 403    | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/system                                  | ok  | ok  | 403    | 403    | 403    | 403 | 401 | 401  | 403

Doors
GET    /api/session                                 | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
POST   /api/session                                 | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
DELETE /api/session                                 | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
POST   /api/session/second-factor                   | 401 | 401 | 401    | 401    | 401    | 401 | 401 | ok   | 401
POST   /api/session/demonstration                   | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
PUT    /api/session/view-as                         | ok  | ok  | ok/404 | 403    | 403    | 403 | 401 | 401  | 403
DELETE /api/session/view-as                         | ok  | ok  | ok     | 403    | 403    | 403 | 401 | 401  | 403
GET    /api/calendar/:file                          | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
POST   /api/links/inspect                           | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
POST   /api/links/use                               | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
POST   /api/password-resets                         | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/openid/start                            | 404 | 404 | 404    | 404    | 404    | 404 | 404 | 404  | 404
GET    /api/openid/callback                         | 302 | 302 | 302    | 302    | 302    | 302 | 302 | 302  | 302

Pages and descriptions
GET    /*                                           | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /health/live                                 | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /health/ready                                | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/problems/:code                          | ok  | ok  | ok     | ok     | ok     | ok  | ok  | ok   | ok
GET    /api/openapi.json                            | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
GET    /api/docs                                    | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
GET    /api/docs/json                               | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
GET    /api/docs/yaml                               | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
GET    /api/docs/static/*                           | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
GET    /api/docs/static/index.html                  | 302 | 302 | 302    | 302    | 302    | 302 | 401 | 401  | 302
GET    /api/docs/static/swagger-initializer.js      | ok  | ok  | ok     | ok     | ok     | ok  | 401 | 401  | ok
`

/** The rows of the table by their route, each as its cells in the order of the columns. */
export function readAccessTable(): Map<string, string[]> {
  const rows = ACCESS_TABLE.split('\n').filter((line) => /^[A-Z]+ +\//.test(line))
  return new Map(
    rows.map((line) => {
      const [route = '', ...cells] = line.split('|').map((part) => part.trim())
      return [route.replace(/ +/, ' '), cells]
    }),
  )
}
