-- Works: what was contracted, and everything that happens on a contract, in one list that is only added to.

create table programme (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 200),
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);
create table donor (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 200),
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);
create table contractor (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 200),
  -- How the firm is reached.
  contact text not null default '' check (length(contact) <= 500),
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);
create table project (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme (id),
  name text not null check (length(name) between 1 and 200),
  currency text not null check (currency in ('MRU', 'EUR', 'USD')),
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1),
  unique (programme_id, name)
);
create table donor_contribution (
  project_id uuid not null references project (id) on delete cascade,
  donor_id uuid not null references donor (id),
  -- Of each contract of the project, in millionths; together a million.
  share_ppm integer not null check (share_ppm between 0 and 1000000),
  -- Promised to the project, in its currency; null when that is not stated.
  amount_minor bigint check (amount_minor >= 0),
  primary key (project_id, donor_id)
);
create index donor_contribution_donor on donor_contribution (donor_id);

create table works_contract (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (length(reference) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  project_id uuid not null references project (id),
  -- Nobody before the award.
  contractor_id uuid references contractor (id),
  currency text not null check (currency in ('MRU', 'EUR', 'USD')),
  -- As signed, without taxes. Amendments are events.
  amount_minor bigint not null check (amount_minor > 0),
  tax_ppm integer not null check (tax_ppm between 0 and 1000000),
  duration_days integer not null check (duration_days between 1 and 3650),
  penalty_per_day_ppm integer not null check (penalty_per_day_ppm between 0 and 1000000),
  penalty_cap_ppm integer not null check (penalty_cap_ppm between 0 and 1000000),
  retention_ppm integer not null check (retention_ppm between 0 and 1000000),
  advance_ppm integer not null check (advance_ppm between 0 and 1000000),
  advance_recovery_from_ppm integer not null check (advance_recovery_from_ppm between 0 and 1000000),
  advance_recovery_to_ppm integer not null check (advance_recovery_to_ppm between 0 and 1000000),
  guarantee_months integer not null check (guarantee_months between 0 and 120),
  -- Names a fictional contract, so that it is loaded once.
  demonstration_key text unique,
  archived_at timestamptz,
  version integer not null default 1 check (version >= 1),
  updated_at timestamptz not null default now(),
  check (advance_ppm = 0 or advance_recovery_from_ppm < advance_recovery_to_ppm)
);
create index works_contract_project on works_contract (project_id);
create index works_contract_contractor on works_contract (contractor_id);

create table works_contract_post (
  contract_id uuid not null references works_contract (id) on delete cascade,
  post_id uuid not null references border_post (id),
  ordinal integer not null,
  primary key (contract_id, post_id)
);
create index works_contract_post_post on works_contract_post (post_id);

create table works_event (
  -- Chosen by who records it, so that what is sent twice is kept once.
  id uuid primary key,
  contract_id uuid not null references works_contract (id) on delete cascade,
  ordinal bigint generated always as identity unique,
  kind text not null
    check (kind in ('tender', 'award', 'signature', 'start-order', 'stop-order', 'resume-order', 'pre-acceptance',
                    'provisional-acceptance', 'final-acceptance', 'retention-release', 'termination', 'amendment',
                    'bill', 'plan', 'progress-report', 'report-validated', 'report-rejected', 'lost-day', 'guarantee',
                    'guarantee-released', 'certificate', 'payment', 'punch-item', 'punch-corrected', 'punch-checked',
                    'punch-lifted', 'punch-reopened', 'inspection', 'withdrawal')),
  happened_on date not null,
  -- The same for all that is recorded at once: what is known is known whole.
  recorded_at timestamptz not null default statement_timestamp(),
  recorded_by uuid references account (id) on delete set null,
  replaces uuid,
  about uuid,
  -- How many decisions on the same report there were before this one, and count no more.
  round integer not null default 0 check (round >= 0),
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  unique (contract_id, id),
  foreign key (contract_id, replaces) references works_event (contract_id, id),
  foreign key (contract_id, about) references works_event (contract_id, id)
);
create index works_event_contract on works_event (contract_id, ordinal);
create index works_event_replaces on works_event (contract_id, replaces);
create index works_event_about on works_event (contract_id, about);
create index works_event_recorded_by on works_event (recorded_by);
-- Of two people who decide on a report at once, one is first.
create unique index works_event_decision on works_event (about, round)
  where kind in ('report-validated', 'report-rejected') and replaces is null;

create table works_photo (
  -- Chosen by who takes it, so that what is sent twice is kept once.
  id uuid primary key,
  contract_id uuid not null references works_contract (id) on delete cascade,
  caption text not null default '' check (length(caption) <= 500),
  upload_sha256 text not null,
  taken_at timestamptz,
  taken_geom geometry(Point, 4326),
  -- Photos from one place and angle share it.
  viewpoint text check (length(viewpoint) between 1 and 80),
  width_pixels integer not null check (width_pixels > 0),
  height_pixels integer not null check (height_pixels > 0),
  large_sha256 text not null,
  thumbnail_sha256 text not null,
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid references account (id) on delete set null
);
create index works_photo_contract on works_photo (contract_id);
create index works_photo_taken_geom on works_photo using gist (taken_geom);
create index works_photo_uploaded_by on works_photo (uploaded_by);

create table works_event_photo (
  event_id uuid not null references works_event (id) on delete cascade,
  photo_id uuid not null references works_photo (id) on delete cascade,
  primary key (event_id, photo_id)
);
create index works_event_photo_photo on works_event_photo (photo_id);

-- What the lists need of a contract, folded from its events in the transaction that adds them. Whoever adds events holds
-- this row until the transaction ends.
create table works_summary (
  contract_id uuid primary key references works_contract (id) on delete cascade,
  -- `WorksSummary` of geodata; as text, since thousands are read at once and none is searched.
  value json not null check (json_typeof(value) = 'object'),
  updated_at timestamptz not null default now()
);

create table currency_rate (
  currency text not null check (currency in ('EUR', 'USD')),
  valid_from date not null,
  -- Of one unit, in millionths of an ouguiya.
  mru_micro bigint not null check (mru_micro > 0),
  source text not null check (length(source) <= 500),
  is_demonstration boolean not null default false,
  primary key (currency, valid_from)
);

create table work_calendar (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- `WorkCalendar` of geodata, with names and source.
  value jsonb not null check (value ->> 'id' = id),
  version integer not null default 1 check (version >= 1)
);
create table inspection_checklist (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- {id, nameFr, nameEn, source, items: [{id, fr, en}]}
  value jsonb not null check (value ->> 'id' = id),
  version integer not null default 1 check (version >= 1)
);

-- Calendars and checklists to begin with; the office changes them.
insert into work_calendar (id, value) values
  ('chantier', '{"id": "chantier", "nameFr": "Chantier : six jours", "nameEn": "Building site: six days", "source": "Semaine de chantier de six jours et demi-journée du vendredi : hypothèse. Ramadan : dates calculées du calendrier civil, à un jour près ; l’observation du croissant décide. Six heures sur huit : hypothèse.", "weekShares": [1, 1, 1, 1, 0.5, 1, 0], "exceptions": [
    {"label": "Ramadan 2024", "from": "2024-03-12", "until": "2024-04-09", "share": 0.75},
    {"label": "Ramadan 2025", "from": "2025-03-01", "until": "2025-03-30", "share": 0.75},
    {"label": "Ramadan 2026", "from": "2026-02-18", "until": "2026-03-19", "share": 0.75},
    {"label": "Ramadan 2027", "from": "2027-02-08", "until": "2027-03-09", "share": 0.75},
    {"label": "Ramadan 2028", "from": "2028-01-28", "until": "2028-02-25", "share": 0.75},
    {"label": "Ramadan 2029", "from": "2029-01-16", "until": "2029-02-13", "share": 0.75},
    {"label": "Ramadan 2030", "from": "2030-01-06", "until": "2030-02-04", "share": 0.75},
    {"label": "Ramadan 2031", "from": "2030-12-26", "until": "2031-01-24", "share": 0.75},
    {"label": "Nouvel an", "from": "01-01", "until": "01-01", "share": 0},
    {"label": "Fête du travail", "from": "05-01", "until": "05-01", "share": 0},
    {"label": "Fête de l’indépendance", "from": "11-28", "until": "11-28", "share": 0}]}'),
  ('chantier-hivernage', '{"id": "chantier-hivernage", "nameFr": "Chantier avec arrêt d’hivernage", "nameEn": "Building site with a stop in the rains", "source": "Semaine de chantier de six jours et demi-journée du vendredi : hypothèse. Ramadan : dates calculées du calendrier civil, à un jour près ; l’observation du croissant décide. Six heures sur huit : hypothèse. Arrêt du 15 juillet au 30 septembre, quand les oueds coupent les pistes et que l’on ne coule pas : hypothèse à adapter à l’année.", "weekShares": [1, 1, 1, 1, 0.5, 1, 0], "exceptions": [
    {"label": "Ramadan 2024", "from": "2024-03-12", "until": "2024-04-09", "share": 0.75},
    {"label": "Ramadan 2025", "from": "2025-03-01", "until": "2025-03-30", "share": 0.75},
    {"label": "Ramadan 2026", "from": "2026-02-18", "until": "2026-03-19", "share": 0.75},
    {"label": "Ramadan 2027", "from": "2027-02-08", "until": "2027-03-09", "share": 0.75},
    {"label": "Ramadan 2028", "from": "2028-01-28", "until": "2028-02-25", "share": 0.75},
    {"label": "Ramadan 2029", "from": "2029-01-16", "until": "2029-02-13", "share": 0.75},
    {"label": "Ramadan 2030", "from": "2030-01-06", "until": "2030-02-04", "share": 0.75},
    {"label": "Ramadan 2031", "from": "2030-12-26", "until": "2031-01-24", "share": 0.75},
    {"label": "Nouvel an", "from": "01-01", "until": "01-01", "share": 0},
    {"label": "Fête du travail", "from": "05-01", "until": "05-01", "share": 0},
    {"label": "Fête de l’indépendance", "from": "11-28", "until": "11-28", "share": 0},
    {"label": "Hivernage", "from": "07-15", "until": "09-30", "share": 0}]}'),
  ('jours-calendaires', '{"id": "jours-calendaires", "nameFr": "Tous les jours", "nameEn": "Every day", "source": "Jours calendaires : pour les délais de livraison et de séchage.", "weekShares": [1, 1, 1, 1, 1, 1, 1], "exceptions": []}');

insert into inspection_checklist (id, value) values
  ('beton', '{"id": "beton", "nameFr": "Béton armé", "nameEn": "Reinforced concrete", "source": "Exemple à adapter : complétez-le par le cahier des charges du marché.", "items": [
    {"id": "fond-de-fouille", "fr": "Fond de fouille propre, sec et au niveau prévu", "en": "Bottom of the excavation clean, dry and at its level"},
    {"id": "coffrage", "fr": "Coffrage aux dimensions, étanche et étayé", "en": "Formwork of the right size, tight and propped"},
    {"id": "aciers", "fr": "Diamètres, nombre et espacement des aciers selon le plan", "en": "Bars of the diameter, number and spacing of the drawing"},
    {"id": "recouvrements", "fr": "Longueurs de recouvrement et ligatures", "en": "Lengths of laps, and ties"},
    {"id": "enrobage", "fr": "Cales d’enrobage en place (3 cm, 5 cm en fondation)", "en": "Spacers in place (3 cm of cover, 5 cm in foundations)"},
    {"id": "agregats", "fr": "Sable et gravier propres, sans argile ni sel", "en": "Sand and gravel clean, without clay or salt"},
    {"id": "ciment", "fr": "Ciment sec, sans grumeaux, stocké hors sol", "en": "Cement dry, without lumps, stored off the ground"},
    {"id": "dosage", "fr": "Dosage tenu (350 kg/m³) et eau mesurée", "en": "Mix kept (350 kg/m³) and water measured"},
    {"id": "affaissement", "fr": "Affaissement mesuré au cône et noté", "en": "Slump measured and noted"},
    {"id": "eprouvettes", "fr": "Éprouvettes prises, datées et envoyées au laboratoire", "en": "Test cylinders taken, dated and sent to the laboratory"},
    {"id": "vibration", "fr": "Béton vibré par couches, sans nids de gravier", "en": "Concrete vibrated in layers, without honeycombs"},
    {"id": "cure", "fr": "Cure humide pendant sept jours au moins", "en": "Kept wet for seven days at least"}]}'),
  ('toiture', '{"id": "toiture", "nameFr": "Toiture", "nameEn": "Roof", "source": "Exemple à adapter : complétez-le par le cahier des charges du marché.", "items": [
    {"id": "pente", "fr": "Pente et sens d’écoulement selon le plan", "en": "Slope and direction of flow as drawn"},
    {"id": "charpente", "fr": "Pannes et fermes aux sections, protégées de la rouille", "en": "Purlins and trusses of the right section, protected from rust"},
    {"id": "ancrage", "fr": "Ancrage au chaînage, contre le vent", "en": "Anchored to the ring beam against wind"},
    {"id": "fixations", "fr": "Fixations en sommet d’onde, avec rondelles", "en": "Fixings on the crest of the wave, with washers"},
    {"id": "recouvrement", "fr": "Recouvrement des tôles, deux ondes et 20 cm", "en": "Overlap of the sheets: two waves and 20 cm"},
    {"id": "rives", "fr": "Faîtières, rives et solins posés et étanches", "en": "Ridges, verges and flashings in place and tight"},
    {"id": "eau", "fr": "Essai d’eau sans fuite", "en": "Water test without a leak"},
    {"id": "descentes", "fr": "Gouttières et descentes loin des fondations", "en": "Gutters and downpipes away from the foundations"}]}'),
  ('solaire', '{"id": "solaire", "nameFr": "Installation solaire", "nameEn": "Solar power", "source": "Exemple à adapter : complétez-le par le cahier des charges du marché.", "items": [
    {"id": "puissance", "fr": "Panneaux de la puissance et du type commandés", "en": "Panels of the power and type ordered"},
    {"id": "orientation", "fr": "Orientés au sud, inclinaison de 15 à 20°, sans ombre", "en": "Facing south, tilted 15 to 20°, without shade"},
    {"id": "support", "fr": "Supports ancrés et boulonnerie antivol", "en": "Supports anchored, with theft-proof bolts"},
    {"id": "cables", "fr": "Câbles protégés du soleil, sections selon la note de calcul", "en": "Cables protected from the sun, sections as calculated"},
    {"id": "protections", "fr": "Coupe-circuits, parafoudres et sectionneurs en place", "en": "Fuses, surge arresters and disconnectors in place"},
    {"id": "terre", "fr": "Prise de terre mesurée, en dessous de 30 Ω", "en": "Earth measured, below 30 Ω"},
    {"id": "batteries", "fr": "Batteries ventilées, à l’ombre, tension relevée", "en": "Batteries ventilated, in the shade, voltage read"},
    {"id": "regulateur", "fr": "Régulateur et onduleur réglés, paramètres notés", "en": "Regulator and inverter set, settings noted"},
    {"id": "essai", "fr": "Essai d’une nuit sous la charge prévue", "en": "One night under the planned load"},
    {"id": "formation", "fr": "Utilisateur formé, notice en français remise", "en": "User trained, manual in French handed over"}]}'),
  ('forage', '{"id": "forage", "nameFr": "Forage et eau", "nameEn": "Borehole and water", "source": "Exemple à adapter : complétez-le par le cahier des charges du marché.", "items": [
    {"id": "implantation", "fr": "À 30 m au moins de toute latrine ou fosse", "en": "At least 30 m from any latrine or pit"},
    {"id": "coupe", "fr": "Coupe du terrain et profondeur notées", "en": "Log of the ground and depth noted"},
    {"id": "tubage", "fr": "Tubage, crépines et massif filtrant selon la coupe", "en": "Casing, screens and gravel pack as in the log"},
    {"id": "cimentation", "fr": "Tête cimentée sur 6 m", "en": "Head cemented over 6 m"},
    {"id": "developpement", "fr": "Développement jusqu’à l’eau claire", "en": "Developed until the water is clear"},
    {"id": "pompage", "fr": "Essai de pompage : débit et rabattement notés", "en": "Pumping test: yield and drawdown noted"},
    {"id": "qualite", "fr": "Analyse de l’eau : bactéries, nitrates, fluor, arsenic, sel", "en": "Water analysed: bacteria, nitrate, fluoride, arsenic, salt"},
    {"id": "pompe", "fr": "Pompe posée à la profondeur prévue", "en": "Pump set at the planned depth"},
    {"id": "dalle", "fr": "Dalle, rigole et puits perdu sans eau stagnante", "en": "Apron, drain and soakaway without standing water"},
    {"id": "reservoir", "fr": "Réservoir étanche, couvert et désinfecté", "en": "Tank tight, covered and disinfected"}]}'),
  ('latrines', '{"id": "latrines", "nameFr": "Latrines", "nameEn": "Latrines", "source": "Exemple à adapter : complétez-le par le cahier des charges du marché.", "items": [
    {"id": "implantation", "fr": "À 30 m au moins d’un point d’eau, sous le vent", "en": "At least 30 m from a water point, downwind"},
    {"id": "fosse", "fr": "Fosse aux dimensions, parois tenues", "en": "Pit of the right size, walls held"},
    {"id": "dalle", "fr": "Dalle sans fissure, lavable, en pente vers le trou", "en": "Slab without cracks, washable, sloping to the hole"},
    {"id": "ventilation", "fr": "Tuyau de ventilation avec grille anti-mouches", "en": "Vent pipe with fly screen"},
    {"id": "porte", "fr": "Porte qui ferme de l’intérieur", "en": "Door that locks from the inside"},
    {"id": "separation", "fr": "Cabines séparées pour hommes et femmes", "en": "Separate cabins for men and women"},
    {"id": "acces", "fr": "Une cabine accessible en fauteuil, avec barre d’appui", "en": "One cabin that a wheelchair enters, with a grab bar"},
    {"id": "lavage", "fr": "Point de lavage des mains à moins de 5 m", "en": "Place to wash hands within 5 m"},
    {"id": "eclairage", "fr": "Éclairage de nuit", "en": "Light at night"}]}');

-- A contractor's account belongs to a firm: its contracts, and their posts, are what the account sees.
alter table account add column contractor_id uuid references contractor (id) on delete set null;
create index account_contractor on account (contractor_id);

drop function living_sessions(text[], integer);
create function living_sessions(digests text[], idle_hours integer)
  returns table (
    token_sha256 text, id uuid, awaits_second_factor boolean, view_role text, view_post_ids uuid[],
    last_seen_at timestamptz, account_id uuid, email text, name text, role text, sub_office_id text,
    is_demonstration boolean, must_enrol boolean, post_ids uuid[], contractor_id uuid)
  language plpgsql stable as $$
begin
  return query
    select session.token_sha256, session.id, session.awaits_second_factor, session.view_role,
           session.view_post_ids, session.last_seen_at, account.id, account.email, account.name, account.role,
           account.sub_office_id, account.is_demonstration,
           account.totp_secret is null and not account.is_demonstration
             and (select setting.value ? account.role from setting where setting.name = 'second-factor-roles'),
           array(select named.post_id from account_post named where named.account_id = account.id
                 union
                 select link.post_id
                   from works_contract contract
                   join works_contract_post link on link.contract_id = contract.id
                  where account.role = 'contractor' and contract.contractor_id = account.contractor_id
                 order by 1),
           account.contractor_id
      from session
      join account on account.id = session.account_id
     where session.token_sha256 = any (digests)
       and session.ended_at is null
       and session.expires_at > now()
       and session.last_seen_at > now() - make_interval(hours => idle_hours)
       and account.left_at is null;
end $$;
revoke all on function living_sessions from public;

-- Nobody changes what was recorded, nor takes a line out of it; a contract may go as a whole, with the demonstration.
create function refuse_event_change() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.recorded_by is null
     and to_jsonb(new) - 'recorded_by' = to_jsonb(old) - 'recorded_by' then
    return new;
  end if;
  if tg_op = 'DELETE' and not exists (select from public.works_contract where id = old.contract_id) then
    return old;
  end if;
  raise exception 'the events of a contract are append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on works_event
  for each row execute function refuse_event_change();

-- What is recorded at once on a contract is one line of the journal.
create function note_works_events() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  item record;
begin
  for item in
    select contract_id, jsonb_object_agg(kind, times) as kinds
      from (select contract_id, kind, count(*) as times from added group by contract_id, kind) as counted
     group by contract_id
     order by contract_id
  loop
    perform audit_append(
      'change', 'works-events', item.contract_id::text, jsonb_build_object('action', 'recorded', 'kinds', item.kinds),
      caller_id(), coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
      coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
      coalesce(current_setting('borne.agent', true), ''));
  end loop;
  return null;
end $$;
create trigger noted after insert on works_event referencing new table as added
  for each statement execute function note_works_events();

-- A row of the tables around the events is on the journal when it comes and when it changes. The argument is the subject.
create function note_works_row() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  is_now jsonb := to_jsonb(new);
  what text := case
    when was is null then 'created'
    when was ->> 'archived_at' is distinct from is_now ->> 'archived_at'
      then case when is_now ->> 'archived_at' is null then 'restored' else 'archived' end
    else 'updated' end;
  fields jsonb := (
    select coalesce(jsonb_agg(name order by name), '[]')
      from jsonb_object_keys((is_now - 'value') || coalesce(is_now -> 'value', '{}')) as name
     where name not in ('version', 'updated_at')
       and coalesce(is_now -> 'value' -> name, is_now -> name)
           is distinct from coalesce(was -> 'value' -> name, was -> name));
begin
  if fields = '[]' then
    return null;
  end if;
  perform audit_append(
    'change', tg_argv[0], coalesce(is_now ->> 'id', concat_ws(' ', is_now ->> 'currency', is_now ->> 'valid_from')),
    jsonb_build_object('action', what, 'version', is_now -> 'version', 'fields', fields), caller_id(),
    coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return null;
end $$;
do $$
declare
  item record;
begin
  for item in select * from (values
    ('programme', 'programme'), ('donor', 'donor'), ('contractor', 'contractor'), ('project', 'project'),
    ('works_contract', 'works-contract'), ('works_photo', 'works-photo'), ('currency_rate', 'currency-rate'),
    ('work_calendar', 'work-calendar'), ('inspection_checklist', 'inspection-checklist')) as list (name, subject)
  loop
    execute format('create trigger noted after insert or update on %I for each row execute function note_works_row(%L)',
      item.name, item.subject);
  end loop;
end $$;

comment on table programme is 'internal';
comment on column programme.id is 'public';
comment on column programme.version is 'public';
comment on table donor is 'internal';
comment on column donor.id is 'public';
comment on column donor.version is 'public';
comment on table contractor is 'internal';
comment on column contractor.id is 'public';
comment on column contractor.version is 'public';
comment on column contractor.contact is 'restricted: may name people';
comment on table project is 'internal';
comment on column project.id is 'public';
comment on column project.version is 'public';
comment on column project.programme_id is 'public';
comment on table donor_contribution is 'restricted: what donors promised';
comment on column donor_contribution.project_id is 'public';
comment on column donor_contribution.donor_id is 'public';
comment on table works_contract is 'internal: a contractor sees its own, by policy';
comment on column works_contract.id is 'public';
comment on column works_contract.version is 'public';
comment on column works_contract.project_id is 'public';
comment on column works_contract.contractor_id is 'public';
comment on table works_contract_post is 'internal';
comment on column works_contract_post.contract_id is 'public';
comment on column works_contract_post.post_id is 'public';
comment on table works_event is 'internal: a contractor sees those of its own contracts, by policy';
comment on column works_event.id is 'public';
comment on column works_event.contract_id is 'public';
comment on table works_photo is 'internal';
comment on column works_photo.id is 'public';
comment on column works_photo.contract_id is 'public';
comment on table works_event_photo is 'internal';
comment on column works_event_photo.event_id is 'public';
comment on column works_event_photo.photo_id is 'public';
comment on table works_summary is 'internal';
comment on column works_summary.contract_id is 'public';
comment on table currency_rate is 'internal';
comment on column currency_rate.currency is 'public';
comment on column currency_rate.valid_from is 'public';
comment on table work_calendar is 'internal';
comment on column work_calendar.id is 'public';
comment on column work_calendar.version is 'public';
comment on table inspection_checklist is 'internal';
comment on column inspection_checklist.id is 'public';
comment on column inspection_checklist.version is 'public';

do $$
declare
  item text;
begin
  foreach item in array array['programme', 'donor', 'contractor', 'project', 'donor_contribution', 'works_contract',
    'works_contract_post', 'works_event', 'works_photo', 'works_event_photo', 'works_summary', 'currency_rate',
    'work_calendar', 'inspection_checklist']
  loop
    execute format('alter table %I enable row level security', item);
  end loop;
end $$;

-- The firm of the caller; `of-named-posts` where somebody looks at the app as a contractor: there is no firm then, but posts.
create function caller_contractor() returns text
  language sql stable parallel safe
  return nullif(current_setting('borne.contractor_id', true), '');

create function caller_sees_works_by_post() returns boolean
  language sql stable parallel safe
  return current_setting('borne.rows', true) = 'sub-office' or caller_contractor() = 'of-named-posts';

create policy seen on works_contract_post for select to borne_app, borne_reader
  using (caller_may('works.read') and exists (select from public.border_post post where post.id = post_id));
create policy seen on works_contract for select to borne_app, borne_reader
  using (caller_may('works.read')
         and (current_setting('borne.rows', true) = 'all'
              or contractor_id::text = caller_contractor()
              or (caller_sees_works_by_post()
                  and exists (select from public.works_contract_post link where link.contract_id = id))));
create policy seen on project for select to borne_app, borne_reader
  using (caller_may('works.read')
         and (caller_clearance() >= 2
              or exists (select from public.works_contract contract where contract.project_id = project.id)));
create policy seen on programme for select to borne_app, borne_reader
  using (caller_may('works.read')
         and (caller_clearance() >= 2
              or exists (select from public.project where project.programme_id = programme.id)));
create policy seen on contractor for select to borne_app, borne_reader
  using (caller_may('works.read')
         and (caller_clearance() >= 2
              or exists (select from public.works_contract contract where contract.contractor_id = contractor.id)));
create policy seen on donor for select to borne_app, borne_reader using (caller_may('works.read'));
create policy seen on donor_contribution for select to borne_app, borne_reader
  using (exists (select from public.project where project.id = project_id));
do $$
declare
  item text;
begin
  foreach item in array array['works_event', 'works_photo', 'works_summary'] loop
    execute format('create policy seen on %I for select to borne_app, borne_reader
      using (exists (select from public.works_contract contract where contract.id = contract_id))', item);
  end loop;
  foreach item in array array['currency_rate', 'work_calendar', 'inspection_checklist'] loop
    execute format('create policy seen on %I for select to borne_app, borne_reader using (caller_may(''works.read''))', item);
    call allow_writing(item, $condition$caller_may('works.settings')$condition$);
  end loop;
  foreach item in array array['programme', 'donor', 'contractor', 'project', 'donor_contribution'] loop
    call allow_writing(item, $condition$caller_may('works.settings')$condition$);
  end loop;
end $$;
create policy seen on works_event_photo for select to borne_app, borne_reader
  using (exists (select from public.works_photo photo where photo.id = photo_id));

call allow_writing('works_contract', $$caller_may('works.manage')$$);
call allow_writing('works_contract_post', $$
  caller_may('works.manage') and exists (select from public.border_post post where post.id = post_id)$$);
-- A contractor reports, and tells that something was mended; all else is the office's.
create policy added on works_event for insert to borne_app
  with check (recorded_by = caller_id()
              and (caller_may('works.manage')
                   or (caller_may('works.propose') and kind in ('progress-report', 'punch-corrected')))
              and exists (select from public.works_contract contract where contract.id = contract_id));
create policy added on works_photo for insert to borne_app
  with check (caller_may('works.propose') and uploaded_by = caller_id()
              and exists (select from public.works_contract contract where contract.id = contract_id));
create policy added on works_event_photo for insert to borne_app
  with check (caller_may('works.propose')
              and exists (select from public.works_event event where event.id = event_id)
              and exists (select from public.works_photo photo where photo.id = photo_id));
call allow_writing('works_summary', $$
  caller_may('works.propose') and exists (select from public.works_contract contract where contract.id = contract_id)$$);

do $$
declare
  item text;
begin
  foreach item in array array['account', 'programme', 'donor', 'contractor', 'project', 'donor_contribution',
    'works_contract', 'works_contract_post', 'works_event', 'works_photo', 'works_event_photo', 'works_summary',
    'currency_rate', 'work_calendar', 'inspection_checklist']
  loop
    call publish_table(item);
  end loop;
end $$;
grant insert (email, name, role, sub_office_id, contractor_id),
  update (email, name, role, sub_office_id, contractor_id, version, left_at) on account to borne_app;
grant insert (name), update (name, version) on programme to borne_app;
grant insert (code, name), update (code, name, version) on donor to borne_app;
grant insert (name, contact), update (name, contact, version) on contractor to borne_app;
grant insert (programme_id, name, currency), update (programme_id, name, currency, version) on project to borne_app;
grant insert, delete on donor_contribution to borne_app;
grant insert (id, reference, title, project_id, contractor_id, currency, amount_minor, tax_ppm, duration_days,
              penalty_per_day_ppm, penalty_cap_ppm, retention_ppm, advance_ppm, advance_recovery_from_ppm,
              advance_recovery_to_ppm, guarantee_months),
  update (reference, title, project_id, contractor_id, currency, amount_minor, tax_ppm, duration_days,
          penalty_per_day_ppm, penalty_cap_ppm, retention_ppm, advance_ppm, advance_recovery_from_ppm,
          advance_recovery_to_ppm, guarantee_months, archived_at, version, updated_at)
  on works_contract to borne_app;
grant insert, delete on works_contract_post to borne_app;
grant insert (id, contract_id, kind, happened_on, recorded_by, replaces, about, round, payload) on works_event to borne_app;
grant insert (id, contract_id, caption, upload_sha256, taken_at, taken_geom, viewpoint, width_pixels, height_pixels,
              large_sha256, thumbnail_sha256, uploaded_by) on works_photo to borne_app;
grant insert on works_event_photo to borne_app;
grant insert (contract_id, value), update (value, updated_at) on works_summary to borne_app;
grant insert (currency, valid_from, mru_micro, source), update (mru_micro, source), delete on currency_rate to borne_app;
grant insert (id, value, version), update (value, version) on work_calendar, inspection_checklist to borne_app;
