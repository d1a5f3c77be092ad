-- Who asks, and what of a table a caller is shown.
--
-- The owner of the tables runs migrations, imports and sign-in. Whatever a signed-in person asks for runs as
-- `borne_app`, with the caller's facts in settings of the transaction:
--   borne.account_id, borne.role, borne.may (permissions, separated by commas),
--   borne.clearance (0 public, 1 internal, 2 restricted),
--   borne.rows ('all', 'sub-office', 'named-posts'), borne.sub_office, borne.post_ids ('{uuid,…}').
-- Rows are chosen by row level security. Columns are masked by views of the schema `visible`, which stands first in
-- the search path of `borne_app`; they belong to `borne_reader`, which is subject to the same policies.

do $$
begin
  if not exists (select from pg_roles where rolname = 'borne_app') then
    create role borne_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'borne_reader') then
    create role borne_reader nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'borne_app', 'member') then
    execute format('grant borne_app to %I', current_user);
  end if;
  if not pg_has_role(current_user, 'borne_reader', 'member') then
    execute format('grant borne_reader to %I', current_user);
  end if;
end $$;

-- Where it may be revoked at all: people's questions make no tables, not even temporary ones.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;

create schema visible;
grant usage on schema visible to borne_app, borne_reader;
grant usage on schema public to borne_app, borne_reader;

-- Whoever is not `borne_app` is the owner, who is not limited.
create function caller_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('borne.account_id', true), '')::uuid;

create function caller_may(permission text) returns boolean
  language sql stable parallel safe
  return current_user <> 'borne_app'
      or permission = any (string_to_array(coalesce(current_setting('borne.may', true), ''), ','));

-- 0 public, 1 internal, 2 restricted; without a caller nothing beyond public.
create function caller_clearance() returns integer
  language sql stable parallel safe
  return case when current_user = 'borne_app'
           then coalesce(nullif(current_setting('borne.clearance', true), ''), '0')::integer
           else 2 end;

-- Whether the caller's rows hold a post of that sub-office. Without a caller they hold nothing.
create function caller_sees_post(post uuid, sub_office text) returns boolean
  language sql stable parallel safe
  return case
    when current_user <> 'borne_app' then true
    when current_setting('borne.rows', true) = 'all' then true
    when current_setting('borne.rows', true) = 'sub-office'
      then sub_office = current_setting('borne.sub_office', true)
    when current_setting('borne.rows', true) = 'named-posts'
      then post = any (coalesce(nullif(current_setting('borne.post_ids', true), ''), '{}')::uuid[])
       -- A focal point who looks at the app as a partner stays within the own sub-office.
       and sub_office = coalesce(nullif(current_setting('borne.sub_office', true), ''), sub_office)
    else false end;

-- The class of a column is the first word of its comment, else of its table's: public, internal, restricted or
-- secret. Makes the masking view of a table and grants what may be read. To be called again when a column is added.
create procedure publish_table(target text)
  language plpgsql as $$
declare
  item record;
  shown text[] := '{}';
  readable text[] := '{}';
  plain text[] := '{}';
begin
  for item in
    select quote_ident(attribute.attname) as name,
           substring(coalesce(col_description(attribute.attrelid, attribute.attnum),
                              obj_description(attribute.attrelid, 'pg_class')) from '^[a-z]+') as class
      from pg_attribute attribute
     where attribute.attrelid = format('public.%I', target)::regclass
       and attribute.attnum > 0 and not attribute.attisdropped
     order by attribute.attnum
  loop
    if item.class = 'secret' then
      continue;
    end if;
    readable := readable || item.name;
    if item.class = 'public' then
      plain := plain || item.name;
      shown := shown || item.name;
    elsif item.class in ('internal', 'restricted') then
      shown := shown || format('case when caller_clearance() >= %s then %s end as %s',
                               case item.class when 'internal' then 1 else 2 end, item.name, item.name);
    else
      raise exception 'the column %.% has no class', target, item.name;
    end if;
  end loop;
  execute format('revoke all on public.%I from borne_app, borne_reader', target);
  execute format('grant select (%s) on public.%I to borne_reader', array_to_string(readable, ', '), target);
  if plain <> '{}' then
    execute format('grant select (%s) on public.%I to borne_app', array_to_string(plain, ', '), target);
  end if;
  execute format('create or replace view visible.%I as select %s from public.%I', target, array_to_string(shown, ', '), target);
  call publish_view(format('visible.%I', target));
end $$;

-- Hands a view to `borne_reader`, so that the policies of the tables under it hold for whoever reads it.
create procedure publish_view(target text)
  language plpgsql as $$
declare
  home text := (select nspname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                 where pg_class.oid = target::regclass);
begin
  execute format('grant create on schema %I to borne_reader', home);
  execute format('alter view %s owner to borne_reader', target);
  execute format('revoke create on schema %I from borne_reader', home);
  execute format('grant select on %s to borne_app', target);
end $$;

-- Lets callers write the rows for which the condition holds, before and after. Reading is another policy's: one for
-- all commands would choose rows to read as well.
create procedure allow_writing(target text, condition text)
  language plpgsql as $$
begin
  execute format('create policy added on public.%I for insert to borne_app with check (%s)', target, condition);
  execute format('create policy changed on public.%I for update to borne_app using (%2$s) with check (%2$s)',
                 target, condition);
  execute format('create policy removed on public.%I for delete to borne_app using (%s)', target, condition);
end $$;
