-- Briefings: ordered slides, the audiences they are shown to, and what was shown to whom.

create table briefing (
  id uuid primary key default gen_random_uuid(),
  -- `Texts` of the contract: {fr, en}.
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  -- [`Slide` of the contract].
  slides jsonb not null check (jsonb_typeof(slides) = 'array'),
  -- Whom it is for; null when it is for nobody in particular.
  donor_id uuid references donor (id),
  -- Of whoever began it: colleagues of the same sub-office see it.
  sub_office_id text references sub_office (id),
  begun_by uuid references account (id) on delete set null,
  is_demonstration boolean not null default false,
  demonstration_key text unique,
  archived_at timestamptz,
  version integer not null default 1 check (version >= 1),
  updated_at timestamptz not null default now()
);
create index briefing_donor on briefing (donor_id);
create index briefing_sub_office on briefing (sub_office_id);
create index briefing_begun_by on briefing (begun_by);

-- As it was left. What one person saves within some minutes of `begun_at` is one version, which is put in its place.
create table briefing_version (
  briefing_id uuid not null references briefing (id) on delete cascade,
  version integer not null check (version >= 1),
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  slides jsonb not null check (jsonb_typeof(slides) = 'array'),
  begun_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  saved_by uuid references account (id) on delete set null,
  primary key (briefing_id, version)
);
create index briefing_version_saved_by on briefing_version (saved_by);

create table audience (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object'),
  -- Of a donor, the donor is named when it is used.
  kind text not null check (kind in ('donor', 'government', 'public')),
  -- `AudienceRules` of the contract.
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  archived_at timestamptz,
  version integer not null default 1 check (version >= 1)
);
insert into audience (id, names, kind, rules) values
  ('donor', '{"fr": "Bailleur", "en": "Donor"}', 'donor',
   '{"posts": "of-donor", "gridMetres": 2000, "fields": ["names", "progress", "dates", "photos"], "layers": ["border", "posts"]}'),
  ('government', '{"fr": "Partenaire gouvernemental", "en": "Government partner"}', 'government',
   '{"posts": "all", "gridMetres": 0, "fields": ["names", "progress", "dates", "agency", "legal", "photos"], "layers": ["border", "posts", "coverage"]}'),
  ('public', '{"fr": "Public", "en": "Public"}', 'public',
   '{"posts": "operational", "gridMetres": 4000, "fields": ["names"], "layers": ["border", "posts"]}');

-- What was shown: a presentation as it was made, and the content names of its pictures.
create table briefing_snapshot (
  id uuid primary key default gen_random_uuid(),
  -- Null for the page of a donor.
  briefing_id uuid references briefing (id) on delete cascade,
  presentation jsonb not null check (jsonb_typeof(presentation) = 'object'),
  -- [{name, mediaType, sha256}].
  assets jsonb not null default '[]' check (jsonb_typeof(assets) = 'array'),
  -- [`Withheld` of the contract].
  withheld jsonb not null check (jsonb_typeof(withheld) = 'array'),
  made_at timestamptz not null default now(),
  made_by uuid references account (id) on delete set null,
  -- It goes by itself then; null while a link shows it.
  expires_at timestamptz
);
create index briefing_snapshot_briefing on briefing_snapshot (briefing_id);
create index briefing_snapshot_made_by on briefing_snapshot (made_by);
create index briefing_snapshot_expires_at on briefing_snapshot (expires_at);

create table share_link (
  id uuid primary key default gen_random_uuid(),
  -- Null: the page of the donor.
  briefing_id uuid references briefing (id) on delete cascade,
  audience_id text not null references audience (id),
  donor_id uuid references donor (id),
  -- Null once the link is over: what it showed is gone.
  snapshot_id uuid references briefing_snapshot (id),
  snapshot_made_at timestamptz not null default now(),
  label text not null default '' check (length(label) <= 200),
  token_sha256 text not null unique,
  -- argon2id; null when none is asked for.
  passphrase_digest text,
  has_passphrase boolean not null default false,
  -- Origins that may frame the page; empty: none.
  embed_origins text[] not null default '{}',
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid references account (id) on delete set null,
  opened_count integer not null default 0,
  last_opened_at timestamptz,
  check (briefing_id is not null or donor_id is not null),
  check (has_passphrase = (passphrase_digest is not null))
);
create index share_link_briefing on share_link (briefing_id);
create index share_link_audience on share_link (audience_id);
create index share_link_donor on share_link (donor_id);
create index share_link_snapshot on share_link (snapshot_id);
create index share_link_created_by on share_link (created_by);

-- A key under which a snapshot's pictures and tiles are asked for.
create table showing (
  key_sha256 text primary key,
  snapshot_id uuid not null references briefing_snapshot (id) on delete cascade,
  -- Null when it is shown to the person who made it.
  link_id uuid references share_link (id) on delete cascade,
  expires_at timestamptz not null
);
create index showing_snapshot on showing (snapshot_id);
create index showing_link on showing (link_id);
create index showing_expires_at on showing (expires_at);

create trigger noted after insert or update on audience
  for each row execute function note_works_row('audience');
-- Autosaves are in `briefing_version`: the journal has the beginning and the end of a briefing.
create trigger noted after insert or update of archived_at on briefing
  for each row execute function note_works_row('briefing');

comment on table briefing is 'internal: the staff''s alone, by policy';
comment on column briefing.id is 'public';
comment on column briefing.version is 'public';
comment on table briefing_version is 'internal: the staff''s alone, by policy';
comment on column briefing_version.briefing_id is 'public';
comment on column briefing_version.version is 'public';
comment on table audience is 'internal';
comment on column audience.id is 'public';
comment on column audience.version is 'public';
comment on table briefing_snapshot is 'restricted: what was shown, to whoever made it';
comment on column briefing_snapshot.id is 'public';
comment on column briefing_snapshot.briefing_id is 'public';
comment on table share_link is 'internal: the staff''s alone, by policy';
comment on column share_link.id is 'public';
comment on column share_link.briefing_id is 'public';
comment on column share_link.snapshot_id is 'public';
-- Whoever changes a link asks whether it lives.
comment on column share_link.expires_at is 'public';
comment on column share_link.revoked_at is 'public';
comment on column share_link.token_sha256 is 'secret';
comment on column share_link.passphrase_digest is 'secret';
comment on table showing is 'secret';

alter table briefing enable row level security;
alter table briefing_version enable row level security;
alter table audience enable row level security;
alter table briefing_snapshot enable row level security;
alter table share_link enable row level security;
alter table showing enable row level security;

create function caller_sees_briefing(sub_office text, begun_by uuid) returns boolean
  language sql stable parallel safe
  return caller_may('briefings.read')
     and (current_setting('borne.rows', true) = 'all'
          or begun_by = caller_id()
          or (current_setting('borne.rows', true) = 'sub-office'
              and sub_office = current_setting('borne.sub_office', true)));

create policy seen on briefing for select to borne_app, borne_reader
  using (caller_sees_briefing(sub_office_id, begun_by));
create policy added on briefing for insert to borne_app
  with check (caller_may('briefings.edit') and begun_by = caller_id());
create policy changed on briefing for update to borne_app
  using (caller_may('briefings.edit')) with check (caller_may('briefings.edit'));
create policy seen on briefing_version for select to borne_app, borne_reader
  using (exists (select from public.briefing where briefing.id = briefing_id));
create policy added on briefing_version for insert to borne_app
  with check (caller_may('briefings.edit') and saved_by = caller_id()
              and exists (select from public.briefing where briefing.id = briefing_id));
create policy changed on briefing_version for update to borne_app
  using (caller_may('briefings.edit') and saved_by = caller_id())
  with check (caller_may('briefings.edit') and saved_by = caller_id());
create policy seen on audience for select to borne_app, borne_reader using (caller_may('briefings.read'));
call allow_writing('audience', $$caller_may('audiences.manage')$$);
create policy seen on briefing_snapshot for select to borne_app, borne_reader
  using (caller_may('briefings.read') and made_by = caller_id());
create policy added on briefing_snapshot for insert to borne_app
  with check (caller_may('briefings.read') and made_by = caller_id());
create policy seen on share_link for select to borne_app, borne_reader
  using (caller_may('briefings.read')
         and (created_by = caller_id() or current_setting('borne.rows', true) = 'all'
              or exists (select from public.briefing where briefing.id = briefing_id)));
-- Of what they see themselves, and of a snapshot that was made with their own rights.
create policy added on share_link for insert to borne_app
  with check (caller_may('briefings.share') and created_by = caller_id()
              and exists (select from public.briefing_snapshot snapshot where snapshot.id = snapshot_id)
              and (briefing_id is null or exists (select from public.briefing where briefing.id = briefing_id)));
create policy changed on share_link for update to borne_app
  using (caller_may('briefings.share')) with check (caller_may('briefings.share'));

do $$
declare
  item text;
begin
  foreach item in array array['briefing', 'briefing_version', 'audience', 'briefing_snapshot', 'share_link'] loop
    call publish_table(item);
  end loop;
end $$;
grant insert (id, title, slides, donor_id, sub_office_id, begun_by),
  update (title, slides, donor_id, archived_at, version, updated_at) on briefing to borne_app;
grant insert (briefing_id, version, title, slides, saved_by),
  update (version, title, slides, saved_at) on briefing_version to borne_app;
grant insert (id, names, kind, rules), update (names, rules, archived_at, version) on audience to borne_app;
grant insert (id, briefing_id, presentation, assets, withheld, made_by, expires_at) on briefing_snapshot to borne_app;
grant insert (id, briefing_id, audience_id, donor_id, snapshot_id, label, token_sha256, passphrase_digest, has_passphrase,
              embed_origins, expires_at, created_by),
  update (snapshot_id, snapshot_made_at, revoked_at) on share_link to borne_app;
