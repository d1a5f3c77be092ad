-- Coverage: named scenarios, and figures that are kept with all that they were made from.

create table coverage_scenario (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  note text not null default '' check (length(note) <= 4000),
  -- `CoverageQuestion` of the contract: day, vehicle, minutes, how the border is come to, posts.
  question jsonb not null check (jsonb_typeof(question) = 'object'),
  -- [`CoverageChange` of geodata].
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  -- The posts and works contracts that are named: who may not see one of them does not see the scenario.
  post_ids uuid[] not null default '{}',
  contract_ids uuid[] not null default '{}',
  archived_at timestamptz,
  -- Names a fictional scenario, so that it is loaded once.
  demonstration_key text unique,
  version integer not null default 1 check (version >= 1),
  updated_at timestamptz not null default now()
);
create index coverage_scenario_name on coverage_scenario (name, id);

-- What is known of the roads apart from the network, as it was when something was measured; kept once, by its content.
create table coverage_ground (
  -- SHA-256 of the content, in hexadecimal.
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  -- {date, vehicle, calendars, closures, edits, learned}: `RoadState` of geodata.
  content jsonb not null check (jsonb_typeof(content) = 'object')
);

create table coverage_evidence (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  made_at timestamptz not null default now(),
  made_by uuid references account (id) on delete set null,
  question jsonb not null check (jsonb_typeof(question) = 'object'),
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  -- [`StartPost` of geodata], with their positions.
  posts jsonb not null check (jsonb_typeof(posts) = 'array'),
  -- Those of them that are in the register: who may not see one of them does not see the figures.
  post_ids uuid[] not null default '{}',
  -- [`RoadAddition` of geodata] that the changes build.
  additions jsonb not null check (jsonb_typeof(additions) = 'array'),
  ground_digest text not null references coverage_ground (digest),
  network_id bigint not null,
  network_label text not null,
  -- SHA-256 of the roads, of the settlements and of the border as they were loaded.
  roads_digest text not null,
  settlements_digest text not null,
  geometry_version text not null,
  border_digest text not null,
  code_version text not null,
  -- `CoverageFigures` of the contract.
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  is_demonstration boolean not null
);
create index coverage_evidence_made_at on coverage_evidence (made_at desc, id);
create index coverage_evidence_made_by on coverage_evidence (made_by);
create index coverage_evidence_ground on coverage_evidence (ground_digest);

-- A record stays as it was made; the name of an account that goes is forgotten.
create function refuse_evidence_change() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.made_by is null and to_jsonb(new) - 'made_by' = to_jsonb(old) - 'made_by' then
    return new;
  end if;
  raise exception 'evidence does not change' using errcode = 'insufficient_privilege';
end $$;
create trigger unchanged before update on coverage_evidence
  for each row execute function refuse_evidence_change();
create trigger unchanged before update on coverage_ground
  for each row execute function refuse_evidence_change();

create trigger noted after insert or update on coverage_scenario
  for each row execute function note_works_row('coverage-scenario');
create trigger noted after insert on coverage_evidence
  for each row execute function note_works_row('coverage-evidence');

comment on table coverage_scenario is 'internal: the staff''s alone, by policy';
comment on column coverage_scenario.id is 'public';
comment on column coverage_scenario.version is 'public';
comment on table coverage_ground is 'restricted: closures, as whoever measured saw them';
comment on column coverage_ground.digest is 'public';
comment on table coverage_evidence is 'internal: the staff''s alone, by policy';
comment on column coverage_evidence.id is 'public';
comment on column coverage_evidence.ground_digest is 'public';

alter table coverage_scenario enable row level security;
alter table coverage_ground enable row level security;
alter table coverage_evidence enable row level security;

create policy seen on coverage_scenario for select to borne_app, borne_reader
  using (caller_may('coverage.read')
         and (current_setting('borne.rows', true) = 'all'
              or cardinality(post_ids)
                   = (select count(*) from public.border_post post where post.id = any (post_ids))
                 and cardinality(contract_ids)
                   = (select count(*) from public.works_contract contract where contract.id = any (contract_ids))));
create policy added on coverage_scenario for insert to borne_app with check (caller_may('coverage.plan'));
create policy changed on coverage_scenario for update to borne_app
  using (caller_may('coverage.plan')) with check (caller_may('coverage.plan'));

-- A record over posts of the whole region is not for whoever sees a part of them.
create policy seen on coverage_evidence for select to borne_app, borne_reader
  using (caller_may('coverage.read')
         and (current_setting('borne.rows', true) = 'all'
              or cardinality(post_ids)
                 = (select count(*) from public.border_post post where post.id = any (post_ids))));
create policy added on coverage_evidence for insert to borne_app
  with check (caller_may('coverage.plan') and made_by = caller_id());
create policy seen on coverage_ground for select to borne_app, borne_reader
  using (exists (select from public.coverage_evidence evidence where evidence.ground_digest = digest));
create policy added on coverage_ground for insert to borne_app with check (caller_may('coverage.plan'));

do $$
declare
  item text;
begin
  foreach item in array array['coverage_scenario', 'coverage_ground', 'coverage_evidence'] loop
    call publish_table(item);
  end loop;
end $$;
grant insert (id, name, note, question, changes, post_ids, contract_ids),
  update (name, note, question, changes, post_ids, contract_ids, archived_at, version, updated_at)
  on coverage_scenario to borne_app;
grant insert (digest, content) on coverage_ground to borne_app;
grant insert (id, name, made_by, question, changes, posts, post_ids, additions, ground_digest, network_id, network_label,
              roads_digest, settlements_digest, geometry_version, border_digest, code_version, figures, is_demonstration)
  on coverage_evidence to borne_app;
